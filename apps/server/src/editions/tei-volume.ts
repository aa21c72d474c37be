import type { ImportedEdition, ImportFinding, ImportReport } from '@chancery/importing';
import type { Actor } from '../audit/audit.js';
import { type MendChoice, mostFindings, type TeiVolumePlan } from '../contract/tei-volume.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { saidOfEdition } from './said-of-edition.js';
import { storeEdition } from './store-edition.js';

/** TEI files that are to become a volume of their own. */
export interface SentVolume {
  /** An archive (ZIP) of the files. */
  readonly bytes: Uint8Array;
  /** Of the archive, folder or file. */
  readonly name: string;
  /** Aborted when whoever sent them waits no longer. */
  readonly signal: AbortSignal;
}

interface ReadVolume {
  readonly edition: ImportedEdition;
  readonly report: ImportReport;
  readonly title: string;
  /** Whether the files say it. */
  readonly isTitled: boolean;
  /** For its address; another edition may have it. */
  readonly id: string;
}

async function readSent(
  { printed }: Pick<House, 'printed'>,
  { bytes, name, signal }: SentVolume,
): Promise<ReadVolume> {
  const { edition, report } = (await printed.tei(bytes, undefined, signal)).read;
  if (!edition) throw new TypeError('What was read as it is has no edition.');
  const said = saidOfEdition(edition);
  const stem = name.replace(/\.(?:zip|(?:tei\.)?xml)$/i, '');
  const { title = stem } = said;
  return { edition, report, title, isTitled: said.title !== undefined, id: addressed(said.id || stem) };
}

/** A name as it can stand in addresses, and with a number behind it. */
function addressed(name: string): string {
  const words = name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^[.-]+|[.-]+$/g, '');
  return words.slice(0, 80) || 'volume';
}

/**
 * What TEI files would make as a volume of their own; nothing is stored.
 *
 * @throws {HttpProblem} `text-refused` for what is no archive of TEI, `gone` when nobody waits any more
 */
export function planTeiVolume(
  house: Pick<House, 'prisma' | 'printed'>,
  sent: SentVolume,
  person: { readonly id: string },
): Promise<TeiVolumePlan> {
  return unlessGone(sent.signal, async () => {
    const { edition, report, title, isTitled, id } = await readSent(house, sent);
    const sameAs = await house.prisma.edition.findFirst({
      where: { id, memberships: { some: { userId: person.id } } },
      select: { id: true, title: true },
    });
    const toMend = new Set((edition.toMend ?? []).map(({ path }) => path));
    const findings = report.findings.map((finding) => toldOf(finding, toMend));
    const { errors } = report.counts;
    return {
      title,
      isTitled,
      sameAs,
      hasVolumeFile: edition.volume !== undefined,
      documents: edition.letters.length,
      series: (edition.series ?? []).map(({ path, frame }) => ({
        path,
        element: frame.documents[0]?.element ?? 'TEI',
        documents: frame.documents.length,
      })),
      toMend: toMend.size,
      errors,
      warnings: findings.filter(({ kind }) => kind === 'warning').length,
      findings: (['error', 'to-mend', 'warning'] as const)
        .flatMap((kind) => findings.filter((finding) => finding.kind === kind))
        .slice(0, mostFindings),
    };
  });
}

function toldOf(
  { file, line, column, severity, message, advice }: ImportFinding,
  toMend: ReadonlySet<string>,
): TeiVolumePlan['findings'][number] {
  const kind = severity === 'error' ? 'error' : toMend.has(file) ? 'to-mend' : 'warning';
  return { path: file, line, column, kind, message, advice };
}

/**
 * Stores TEI files as a volume of their own, of which whoever brings it in is chief editor: all of it, or nothing.
 *
 * @returns the edition's id
 * @throws {HttpProblem} `text-refused` where a file has a mistake, or none has a document that can be read, `gone` when nobody waits any more
 */
export async function bringTeiVolume(
  house: Pick<House, 'prisma' | 'printed' | 'indexer'>,
  sent: SentVolume,
  by: {
    readonly actor: Actor & { readonly id: string };
    readonly mend: MendChoice;
    /** What it is called where the files do not say. */
    readonly title?: string | undefined;
  },
): Promise<string> {
  const { actor, mend } = by;
  const made = await unlessGone(sent.signal, async () => {
    const { edition, report, title, id } = await readSent(house, sent);
    const unmended = mend === 'later' ? new Set() : new Set((edition.toMend ?? []).map(({ path }) => path));
    const fault = report.findings.find(({ severity, file }) => severity === 'error' || unmended.has(file));
    if (fault)
      throw new HttpProblem(
        'text-refused',
        `${fault.file}, line ${fault.line}: ${fault.message} ${fault.advice} Nothing was brought in.`,
      );
    if (edition.letters.length === 0) throw new HttpProblem('text-refused', nothingInIt);
    const { editionId } = await storeEdition(house.prisma, edition, {
      newNamed: id,
      title: by.title ?? title,
      chiefEditorId: actor.id,
      by: actor,
      signal: sent.signal,
    });
    return editionId;
  });
  // Whoever brings it in looks at the calendar next.
  await house.indexer.settledIn(made);
  return made;
}

const nothingInIt =
  'None of these files has a document that can be read, and a volume with nothing in it is not made. Mend the files and send them again.';

/** Does work for somebody who may cancel it meanwhile. */
async function unlessGone<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw signal.aborted ? new HttpProblem('gone', 'This was cancelled. Nothing was brought in.') : error;
  }
}
