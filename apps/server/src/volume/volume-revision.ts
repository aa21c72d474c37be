import { createHash } from 'node:crypto';
import type { VolumeMetadata } from '@chancery/tei';

/** What of a volume is said of it as a whole, whatever its documents. */
export type VolumeSaid = Omit<VolumeMetadata, 'letters'>;

/** Another one for every other order of the documents, and for every other number that is fixed. */
export function digestOfOrder({ letters }: Pick<VolumeMetadata, 'letters'>): string {
  return digestOf(letters);
}

/** The facts of a volume whose changes a person should have seen before changing any of them. */
export function revisionOf(said: VolumeSaid, order: string, settings: unknown): string {
  const { numbering, dateRule, dateStyle, languages, front, back, nonExtant } = said;
  const { nameStyle, noteRules, leavesImagesOut, page, silentMethod, generated } = said;
  const ofHouse = {
    numbering,
    dateRule,
    dateStyle,
    nameStyle,
    noteRules,
    // What an earlier release of Chancery has stored says nothing of it.
    leavesImagesOut: leavesImagesOut || undefined,
    page,
    languages,
    silentMethod,
    generated,
  };
  return digestOf({ order, front, back, nonExtant, ...ofHouse, settings });
}

/** Of what stands in the database too, which keeps keys in an order of its own. */
function digestOf(facts: unknown): string {
  const sorted = JSON.stringify(facts, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(sorted).digest('hex').slice(0, 32);
}
