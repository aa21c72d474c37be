import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isStage, stageLabel } from '@chancery/workflow';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { NotPublishable, readEditionSource } from './edition-source.js';
import { PressFailed } from './press-child.js';
import { proofQueries } from './proof-queries.js';
import { runPress } from './run-press.js';

/** How long a proof may be printed, in milliseconds. */
const longest = 120_000;

/**
 * Letters of an edition as the volume prints them, with the notes that they call, under the numbers that they have in it; or
 * the whole volume. In the margins stand
 * the open comments, and on each page the letter's stage and revision, and when it was printed. Nothing that is published is
 * touched.
 *
 * @param letterIds none for the whole volume
 * @throws {HttpProblem} `not-found` when the edition has none of the letters, `bad-request` with what stopped the press
 */
export async function printProof(
  house: House,
  editionId: string,
  letterIds: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  const isWhole = letterIds.length === 0;
  const { prisma } = house;
  const chosen = await prisma.letter.findMany({
    where: { editionId, kind: { not: 'front' }, ...(isWhole ? {} : { id: { in: [...letterIds] } }) },
    select: { id: true, path: true, stage: true, version: true },
  });
  if (chosen.length === 0) throw new HttpProblem('not-found', 'The edition has none of these letters.');
  const marks = {
    stage: 'Proof',
    revision: '',
    date: `${new Date().toISOString().slice(0, 16).replace('T', ', ')} UTC`,
    documents: Object.fromEntries(
      chosen.map(({ path, stage, version }) => [
        path,
        { stage: isStage(stage) ? stageLabel(stage) : 'Proof', revision: String(version) },
      ]),
    ),
  };
  const folder = await mkdtemp(join(tmpdir(), 'chancery-proof-'));
  try {
    const queries = await proofQueries(
      house,
      chosen.map(({ id }) => id),
    );
    const edition = await readEditionSource(prisma, editionId, queries);
    const out = join(folder, 'proof');
    const proofOf = isWhole ? undefined : chosen.map(({ path }) => path);
    const order = { edition, out, only: ['pdf'], proofOf, template: 'proof', marks } as const;
    await runPress(order, () => undefined, AbortSignal.timeout(longest));
    return new Uint8Array(await readFile(join(out, 'volume.pdf')));
  } catch (error) {
    // What stops the press lies in the letters, and says so in words.
    if (error instanceof PressFailed || error instanceof NotPublishable)
      throw new HttpProblem('bad-request', error.message);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
