import type { ImportReport } from '@chancery/importing';
import { readTeiFolder } from '@chancery/importing/node';
import { openDatabase } from '../database/open-database.js';
import { firstPersonOf } from '../sign-in/first-person.js';
import { loadSample } from './load-sample.js';
import { type StoredEdition, storeEdition } from './store-edition.js';

/** Which database, and who is told of slow steps. */
export interface DatabaseOptions {
  readonly dataDir: string;
  /** A PostgreSQL 15 or later; without one, the embedded one in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly progress?: (step: string) => void;
}

/** What an import found, and what it stored: nothing when the report has an error. */
export interface ImportOutcome {
  readonly report: ImportReport;
  readonly stored: StoredEdition | undefined;
}

/**
 * Imports files and folders of TEI into an edition, all of them or none. Works beside a running server.
 *
 * @param options.editionId the edition to add to; by default the one named like the volume's file
 * @param options.toMend takes files that are not well-formed too, to be mended at the desk
 * @throws {LettersDiffer} when the edition has one of the files in other words
 * @throws {NothingInIt} when an edition would be made of files to be mended alone
 */
export async function importPaths(
  paths: readonly string[],
  options: DatabaseOptions & {
    readonly editionId?: string | undefined;
    readonly toMend?: boolean | undefined;
  },
): Promise<ImportOutcome> {
  const { edition, report } = await readTeiFolder(paths, { toMend: options.toMend });
  if (!edition) return { report, stored: undefined };
  const database = await openDatabase(options);
  try {
    await loadSample(database.prisma, options.progress ?? (() => undefined));
    const first = await firstPersonOf(database.prisma);
    const { editionId } = options;
    return {
      report,
      stored: await storeEdition(database.prisma, edition, { editionId, chiefEditorId: first.id }),
    };
  } finally {
    await database.close();
  }
}
