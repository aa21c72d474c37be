import type { LetterMetadata, VolumeMetadata } from '@chancery/tei';
import { KeptReading, readMetadata, readVolume } from '@chancery/tei';
import { z } from 'zod';

/** What the calendar and the desk need to know of a file without reading its text. */
export interface StoredMetadata {
  readonly letter: LetterMetadata;
  /** For the volume's own file. */
  readonly volume?: VolumeMetadata | undefined;
}

/** The metadata of a TEI source, to be stored beside it. */
export function metadataOf(source: string, kind: string): StoredMetadata {
  return keptMetadata(source, kind).value;
}

/** The same, to be kept up while the source is edited. */
export function keptMetadata(source: string, kind: string): KeptReading<StoredMetadata> {
  return KeptReading.of(source, (tei) => {
    const letter = readMetadata(tei);
    return kind === 'front' ? { letter, volume: readVolume(tei) } : { letter };
  });
}

const nothing: LetterMetadata = {
  dates: [],
  senders: [],
  signatories: [],
  addressees: [],
  intermediaries: [],
  places: [],
  callouts: [],
  footnotes: 0,
};

const stored = z.object({ letter: z.looseObject({}), volume: z.looseObject({}).optional() });

/**
 * Metadata as it comes from the database. Fields that an earlier release did not write are as if the letter did not
 * say them: they are written at the next edit.
 */
export function storedMetadata(json: unknown): StoredMetadata {
  const parsed = stored.safeParse(json);
  if (!parsed.success) return { letter: nothing };
  const { letter, volume } = parsed.data;
  return {
    letter: { ...nothing, ...letter },
    ...(volume ? { volume: volume as unknown as VolumeMetadata } : {}),
  };
}

/** The number and the title by which lists call a letter. */
export function titleOf(metadata: unknown): {
  number: { text: string; supplied: boolean } | null;
  title: string;
} {
  const { number, title, headerTitle } = storedMetadata(metadata).letter;
  return {
    number: number ? { text: number.text, supplied: number.supplied } : null,
    title: title?.text ?? headerTitle ?? 'Without a title',
  };
}
