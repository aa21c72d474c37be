import type { ImportedFile, ImportResult } from '@chancery/importing';
import { EditRefused, NotWellFormed } from '@chancery/prosemirror-tei';
import { broughtFindings, createValidator, type Validator } from '@chancery/validation';
import { readSchemas } from '@chancery/validation/node';
import type { PrismaClient } from '../../generated/client.js';
import { openAt } from '../../live/load-letter.js';
import { storedPath } from '../stored-path.js';
import type { ExportedFrom } from './exported-from.js';
import { withSource } from './letter-changes.js';
import { ChangedTwice, SeriesLetters } from './series-letters.js';
import type { ReshapedSeries } from './store-added.js';

/** What is wrong with a file. */
export interface FileFault {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A letter that was changed in the folder. */
interface PlannedChange {
  readonly path: string;
  /** The file that it stands in: the series, where it is one of many. */
  readonly filePath: string;
  readonly letterId: string;
  readonly version: number;
  readonly source: string;
}

/** A letter and a series: by their paths. */
export interface TakenOut {
  readonly path: string;
  readonly series: string;
}

/** What becomes of letters of which the folder’s series tells otherwise than the edition’s. */
export interface SeriesDecisions {
  /** They are not in the folder’s, and stay. */
  readonly kept: readonly TakenOut[];
  /** They are not in the folder’s, and leave it. */
  readonly leaving: readonly TakenOut[];
  /** They had left it, are in the folder’s, and come back. */
  readonly putBack: readonly TakenOut[];
  /** They had left it, are in the folder’s, and stay out. */
  readonly stayedOut: readonly TakenOut[];
}

/** What a folder that was exported brings back. */
export interface UpdatePlan {
  readonly faults: readonly FileFault[];
  readonly changes: readonly PlannedChange[];
  readonly added: readonly ImportedFile[];
  /** Series that are to have other documents than they have. */
  readonly reshaped: readonly ReshapedSeries[];
  readonly missing: readonly string[];
  readonly ofSeries: SeriesDecisions;
  readonly unchanged: number;
}

/**
 * Compares a folder with what it was exported from, and checks what was changed in it. Nothing is stored.
 *
 * @param options.seriesAsHere series are to hold the documents that they hold in the folder
 */
export async function planUpdate(
  prisma: PrismaClient,
  editionId: string,
  { edition, report }: ImportResult,
  exported: ExportedFrom,
  { seriesAsHere }: { readonly seriesAsHere: boolean },
): Promise<UpdatePlan> {
  const known = await prisma.letter.findMany({
    where: { editionId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, path: true },
  });
  const byName = new Map(known.map((letter) => [letter.name, letter]));
  const paths = new Set(known.map(({ path }) => path));
  // That a letter is not in the folder is told, and is no fault.
  const series = await SeriesLetters.of(prisma, editionId, edition ?? { letters: [] }, {
    asCorrected: seriesAsHere,
    exported: new Set(
      known.flatMap((letter) => (exported.versionOf(letter) === undefined ? [] : [letter.name])),
    ),
  });
  const faults: FileFault[] = report.findings
    .filter(({ severity, code }) => severity === 'error' && code !== 'letter-missing')
    // A letter of a series whose header was changed is exported by itself too.
    .filter(({ code, found }) => !(code === 'identifier-doubled' && series.isTwice(found ?? '')))
    .map(({ file, line, column, message, advice }) => ({
      path: file,
      line,
      column,
      message: `${message} ${advice}`,
    }));
  faults.push(...(await faultsToMend(prisma, editionId, edition?.toMend ?? [])));
  faults.push(...series.faults);
  const read = [...(edition?.volume ? [edition.volume] : []), ...(edition?.letters ?? [])];
  const files = [...new Map(read.map((file) => [file.id, file])).values()];
  const checker = await ChangeChecker.of(prisma, editionId);
  const changes: PlannedChange[] = [];
  const added: ImportedFile[] = [];
  let unchanged = 0;
  try {
    for (const file of files) {
      const letter = byName.get(file.id);
      const path = storedPath(file.path);
      if (!letter) {
        const here = { path: file.path, line: 1, column: 1 };
        if (paths.has(path))
          faults.push({
            ...here,
            message: 'Its xml:id was changed, by which the letter is known. Put back the one that it had.',
          });
        else if (file.kind === 'volume')
          faults.push({
            ...here,
            message: 'It lists the documents of another volume. Import that as an edition of its own.',
          });
        else added.push(file);
        continue;
      }
      const version = exported.versionOf(letter);
      const base = version === undefined ? undefined : await openAt(prisma, letter.id, version);
      if (version === undefined && (await isAsBroughtIn(prisma, letter.id, file))) {
        unchanged += 1;
        continue;
      }
      if (version === undefined || !base) {
        faults.push({
          path: file.path,
          line: 1,
          column: 1,
          message:
            'The edition has this letter, but it was not in what was exported. Export again, and make the changes in that.',
        });
        continue;
      }
      const filePath = series.fileOf(file);
      const before = base.letter.source;
      let source: string;
      try {
        source = series.sourceOf(file, before);
        if (before !== source) withSource(base.letter, source);
      } catch (error) {
        if (
          !(error instanceof EditRefused || error instanceof NotWellFormed || error instanceof ChangedTwice)
        )
          throw error;
        const line = series.lineOf(file, 1, file.source);
        faults.push({ path: filePath, line, column: 1, message: error.message });
        continue;
      }
      if (before === source) {
        unchanged += 1;
        continue;
      }
      for (const fault of checker.newErrors(filePath, before, source))
        faults.push({ ...fault, line: series.lineOf(file, fault.line, source) });
      changes.push({ path: file.path, filePath, letterId: letter.id, version, source });
    }
    for (const name of series.compared.flatMap(({ kept, takenOut }) => [...kept, ...takenOut])) {
      const letter = byName.get(name);
      const version = letter && exported.versionOf(letter);
      const base = letter && version !== undefined && (await openAt(prisma, letter.id, version));
      if (base) series.takenOut(name, base.letter.source);
    }
    faults.push(...series.moved());
  } finally {
    checker.dispose();
  }
  const here = new Set(files.map(({ id }) => id));
  const refused = new Set(faults.map(({ path }) => path));
  const missing = known.filter(
    (letter) =>
      !here.has(letter.name) && !refused.has(letter.path) && exported.versionOf(letter) !== undefined,
  );
  const told = (which: 'kept' | 'takenOut' | 'putBack' | 'stayedOut'): TakenOut[] =>
    series.compared.flatMap((each) =>
      each[which].flatMap((name) => {
        const letter = byName.get(name);
        return letter ? [{ path: letter.path, series: each.path }] : [];
      }),
    );
  const ofSeries = {
    kept: told('kept'),
    leaving: told('takenOut'),
    putBack: told('putBack'),
    stayedOut: told('stayedOut'),
  };
  const toldOf = new Set([...ofSeries.kept, ...ofSeries.leaving].map(({ path }) => path));
  return {
    faults,
    changes,
    added,
    reshaped: series.compared.filter(
      ({ added: more, takenOut, putBack }) => more.length + takenOut.length + putBack.length > 0,
    ),
    missing: missing.flatMap(({ path }) => (toldOf.has(path) ? [] : [path])),
    ofSeries,
    unchanged,
  };
}

/** Whether a letter that was not exported was brought in from this very file. */
async function isAsBroughtIn(prisma: PrismaClient, id: string, { source }: ImportedFile): Promise<boolean> {
  return (await prisma.letter.count({ where: { id, baseSource: source } })) > 0;
}

/** Finds the errors that a change would bring. What was wrong before may stay so. */
class ChangeChecker {
  readonly #validator: Validator;

  private constructor(validator: Validator) {
    this.#validator = validator;
  }

  static async of(prisma: PrismaClient, editionId: string): Promise<ChangeChecker> {
    const own = await prisma.edition.findUniqueOrThrow({
      where: { id: editionId },
      select: { rng: true, sch: true },
    });
    const ours = readSchemas();
    return new ChangeChecker(await createValidator({ rng: own.rng ?? ours.rng, sch: own.sch ?? ours.sch }));
  }

  newErrors(path: string, before: string, after: string): FileFault[] {
    const errors = (source: string) =>
      this.#validator.validate(source).filter(({ severity }) => severity === 'error');
    return broughtFindings(errors(before), errors(after)).map(({ line, column, message }) => {
      return { path, line, column, message };
    });
  }

  dispose(): void {
    this.#validator.dispose();
  }
}

async function faultsToMend(
  prisma: PrismaClient,
  editionId: string,
  files: NonNullable<NonNullable<ImportResult['edition']>['toMend']>,
): Promise<FileFault[]> {
  const known = await prisma.fileToMend.findMany({ where: { editionId, letterId: null } });
  const isAsItWas = (path: string, source: string) =>
    known.some((file) => file.path === storedPath(path) && [file.source, file.baseSource].includes(source));
  return files
    .filter(({ path, source }) => !isAsItWas(path, source))
    .map(({ path, fault: { line, column, message } }) => ({ path, line, column, message }));
}
