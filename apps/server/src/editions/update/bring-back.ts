import type { ImportResult } from '@chancery/importing';
import { type Actor, audit } from '../../audit/audit.js';
import type { House } from '../../house.js';
import { notice, noticeChannel } from '../../live/store-steps.js';
import { type BroughtChange, bringChange, mayThere } from './bring-change.js';
import type { ExportedFrom } from './exported-from.js';
import { type FileFault, planUpdate, type SeriesDecisions } from './plan-update.js';
import { storeAdded } from './store-added.js';

/** What came of files that were brought back. */
export interface UpdateOutcome {
  readonly editionId: string;
  /** What is wrong with files. Where there is anything, nothing was changed. */
  readonly faults: readonly FileFault[];
  /** What became of each file that was changed. */
  readonly brought: readonly (BroughtChange & { readonly path: string })[];
  /** Paths of letters that are new. */
  readonly added: readonly string[];
  /** Paths of letters that were exported, and are not among the files any more. They are left alone. */
  readonly missing: readonly string[];
  readonly ofSeries: SeriesDecisions;
  /** How many files were not changed. */
  readonly unchanged: number;
}

/** Files that were exported and changed outside. */
export interface ReturnedFiles {
  readonly read: ImportResult;
  readonly exported: ExportedFrom;
  /** Whose the changes are, where the files do not say. */
  readonly by: { readonly id: string; readonly name: string; readonly email: string };
  /** Who brings them back. */
  readonly actor: Actor;
  /** Series are to hold the documents that they hold in the files. */
  readonly seriesAsHere: boolean;
}

/**
 * Brings files back: a letter that nobody has edited since takes its new text as a revision; where somebody has, the differences are
 * suggested upon the present text. What is new is added, within a series at its place. What was not changed is left alone, and so is
 * what is not there any more. Brought in again, it changes nothing again.
 *
 * @throws {LettersDiffer} when somebody has stored one of the new letters, or of the series, meanwhile
 */
export async function bringBack(
  { prisma, pool, desk }: Pick<House, 'prisma' | 'pool' | 'desk'>,
  { read, exported, by, actor, seriesAsHere }: ReturnedFiles,
): Promise<UpdateOutcome> {
  const { editionId } = exported;
  const plan = await planUpdate(prisma, editionId, read, exported, { seriesAsHere });
  const { faults, missing, ofSeries, unchanged, added, reshaped } = plan;
  const outcome = { editionId, faults, missing, ofSeries, unchanged };
  if (faults.length > 0) return { ...outcome, brought: [], added: [] };
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
    await storeAdded(prisma, editionId, { letters: added, series: reshaped, by, actor });
  const details = {
    files: brought.filter((each) => each.outcome === 'taken').length,
    suggestions: brought.reduce((sum, { suggestions }) => sum + suggestions, 0),
  };
  await audit(prisma, { editionId, actor, action: 'letters-updated', details });
  // Servers check and index what has changed.
  await pool.query('SELECT pg_notify($1, $2)', [
    noticeChannel,
    notice({ node: 'import', imported: editionId }),
  ]);
  return { ...outcome, brought, added: added.map(({ path }) => path) };
}
