import { stat } from 'node:fs/promises';
import { readTeiFolder } from '@chancery/importing/node';
import { audit, commandLine } from '../../audit/audit.js';
import { openDatabase } from '../../database/open-database.js';
import { LetterDesk } from '../../live/letter-desk.js';
import { notice, noticeChannel } from '../../live/store-steps.js';
import { firstPersonOf } from '../../sign-in/first-person.js';
import { editionNamed } from '../edition-named.js';
import type { DatabaseOptions } from '../import-paths.js';
import { type BroughtChange, bringChange, mayThere } from './bring-change.js';
import { exportedFrom, NotExported } from './exported-from.js';
import { type FileFault, planUpdate, type SeriesDecisions } from './plan-update.js';
import { storeAdded } from './store-added.js';

/** What came of a folder that was brought back. */
export interface UpdateOutcome {
  readonly editionId: string;
  /** What is wrong with files. Where there is anything, nothing was changed. */
  readonly faults: readonly FileFault[];
  /** What became of each file that was changed in the folder. */
  readonly brought: readonly (BroughtChange & { readonly path: string })[];
  /** Paths of letters that are new. */
  readonly added: readonly string[];
  /** Paths of letters that were exported, and are not in the folder any more. They are left alone. */
  readonly missing: readonly string[];
  readonly ofSeries: SeriesDecisions;
  /** How many files were not changed in the folder. */
  readonly unchanged: number;
}

/**
 * Brings back a folder that was exported and changed outside: a letter that nobody has edited since takes its new text as a
 * revision; where somebody has, the differences are suggested upon the present text. What is new is added, within a series at its
 * place. What was not changed in the folder is left alone, and so is what is not there any more. Brought in again, it changes nothing again. Works beside a running server.
 *
 * @param options.seriesAsHere series are to hold the documents that they hold in the folder: a letter that is not in it any more leaves its
 * series and stands in a file of its own, and one that had left comes back
 * @param options.by the e-mail address of whoever the changes are by, where the folder does not say
 * @throws {NotExported} when it cannot be told what the folder was exported from
 * @throws {EditionUnknown}
 */
export async function updateEdition(
  folder: string,
  options: DatabaseOptions & {
    readonly editionId?: string | undefined;
    readonly by?: string | undefined;
    readonly seriesAsHere?: boolean | undefined;
  },
): Promise<UpdateOutcome> {
  if (!(await stat(folder)).isDirectory()) {
    throw new NotExported(`${folder} is a file. Name the folder that was exported.`);
  }
  const database = await openDatabase(options);
  try {
    const { prisma, pool } = database;
    const exported = await exportedFrom(prisma, folder);
    const editionId = await editionNamed(prisma, options.editionId ?? exported.editionId, 'update');
    if (editionId !== exported.editionId) {
      throw new NotExported(`${folder} was exported from “${exported.editionId}”, not from “${editionId}”.`);
    }
    const by = await personBy(prisma, options.by);
    const plan = await planUpdate(
      prisma,
      editionId,
      await readTeiFolder([folder], { asTheyAre: true, toMend: true }),
      exported,
      { seriesAsHere: options.seriesAsHere ?? false },
    );
    const { faults, missing, ofSeries, unchanged, added, reshaped } = plan;
    const outcome = { editionId, faults, missing, ofSeries, unchanged };
    if (faults.length > 0) return { ...outcome, brought: [], added: [] };
    const desk = new LetterDesk(prisma, pool);
    const brought: (BroughtChange & { path: string })[] = [];
    for (const { path, filePath, ...change } of plan.changes) {
      const who = await exported.changed(filePath);
      const reason = who ? `From the folder: ${who.subject}` : 'From the folder';
      const author = who && (await prisma.user.findUnique({ where: { email: who.email.toLowerCase() } }));
      // Who may not even suggest something here has had somebody bring it in.
      const may =
        author && (await mayThere(prisma, 'suggest-changes', { letterId: change.letterId, person: author }));
      const person = may ? author : by;
      brought.push({ path, ...(await bringChange({ prisma, desk }, { ...change, person, reason })) });
    }
    if (added.length + reshaped.length > 0)
      await storeAdded(prisma, editionId, added, reshaped, { name: by.name, email: by.email });
    const taken = brought.filter(({ outcome }) => outcome === 'taken').length;
    const details = {
      files: taken,
      suggestions: brought.reduce((sum, { suggestions }) => sum + suggestions, 0),
    };
    await audit(prisma, { editionId, actor: commandLine, action: 'letters-updated', details });
    // Servers check and index what has changed.
    await pool.query('SELECT pg_notify($1, $2)', [
      noticeChannel,
      notice({ node: 'import', imported: editionId }),
    ]);
    return { ...outcome, brought, added: added.map(({ path }) => path) };
  } finally {
    await database.close();
  }
}

async function personBy(prisma: Parameters<typeof firstPersonOf>[0], email: string | undefined) {
  if (email === undefined) return firstPersonOf(prisma);
  const person = await prisma.user.findUnique({ where: { email: email.toLowerCase() } });
  if (!person)
    throw new NotExported(
      `Nobody has the address ${email} at this desk. Name somebody who has an account (--by).`,
    );
  return person;
}
