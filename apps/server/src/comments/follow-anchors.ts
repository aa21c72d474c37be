import { type Anchor, followStep, schema, seatAnchor } from '@chancery/prosemirror-tei';
import { Step } from 'prosemirror-transform';
import type { PrismaClient } from '../generated/client.js';
import type { House } from '../house.js';
import { openedAnewAt } from '../live/checkpoints.js';
import { storedAnchor } from './stored-anchor.js';

/** How many steps are read from the log at a time. */
const batch = 1_000;

/** An anchor with the version that it is for. */
export interface PlacedAnchor {
  readonly anchor: Anchor;
  readonly version: number;
}

/**
 * The anchors of a letter at a later version, in the same order. Only the steps in between are needed; those of the log are
 * read in batches, so that a long log is never in memory as a whole.
 */
export async function followed(
  prisma: PrismaClient,
  letterId: string,
  placed: readonly PlacedAnchor[],
  upTo: number,
): Promise<Anchor[]> {
  // Those that begin later join the others when their version has come.
  const waiting = placed
    .map(({ anchor, version }, index) => ({ anchor, version, index }))
    .toSorted((one, other) => other.version - one.version);
  const indexes: number[] = [];
  let anchors: readonly Anchor[] = [];
  const joinAt = (version: number) => {
    const joining: Anchor[] = [];
    for (let last = waiting.at(-1); last && last.version <= version; last = waiting.at(-1)) {
      waiting.pop();
      indexes.push(last.index);
      joining.push(last.anchor);
    }
    if (joining.length > 0) anchors = [...anchors, ...joining];
  };
  let at = waiting.at(-1)?.version ?? upTo;
  while (at < upTo) {
    const steps = await prisma.step.findMany({
      where: { letterId, version: { gt: at, lte: upTo } },
      orderBy: { version: 'asc' },
      take: batch,
      select: { version: true, step: true, clientId: true },
    });
    if (steps.length === 0) break;
    for (const { version, step, clientId } of steps) {
      joinAt(version - 1);
      const read = readStep(step);
      if (read) anchors = followStep(anchors, read, clientId);
      at = version;
    }
  }
  joinAt(upTo);
  const result = placed.map(({ anchor }) => anchor);
  for (const [place, index] of indexes.entries()) {
    const anchor = anchors[place];
    if (anchor) result[index] = anchor;
  }
  return result;
}

/** A step of the log; undefined for one that this release cannot read, behind which the letter was opened anew. */
function readStep(json: unknown): Step | undefined {
  try {
    return Step.fromJSON(schema, json);
  } catch {
    return undefined;
  }
}

/**
 * Brings the anchors of a letter's threads to its current version and keeps them there, so that the next to ask has little
 * to follow. Of two who do it at once, the one with the later version stays.
 */
export async function followAnchors({ prisma, pool, desk }: House, letterId: string): Promise<void> {
  const letter = await prisma.letter.findUnique({ where: { id: letterId }, select: { version: true } });
  const behind = await prisma.commentThread.findMany({
    where: { letterId, version: { lt: letter?.version ?? 0 } },
    select: { id: true, anchor: true, version: true },
  });
  const placed = behind.flatMap(({ id, anchor, version }) => {
    const known = storedAnchor(anchor);
    return known ? [{ id, anchor: known, version }] : [];
  });
  if (!letter || placed.length === 0) return;
  const anewAt = await openedAnewAt(prisma, letterId);
  // Steps do not lead over a version at which the letter was opened anew: there the words are looked for.
  const anew = placed.some(({ version }) => version < anewAt) ? await desk.read(letterId) : undefined;
  const version = anew?.version ?? letter.version;
  const anchors = await followed(prisma, letterId, placed, version);
  const moved = placed.map(({ id }, index) => {
    const anchor = anchors[index];
    return { id, anchor: anchor && anew ? seatAnchor(anchor, anew.letter.doc) : anchor };
  });
  await pool.query(
    `UPDATE comment_thread AS kept SET anchor = now.anchor, version = $2
     FROM jsonb_to_recordset($3::jsonb) AS now(id text, anchor jsonb)
     WHERE kept.id = now.id AND kept."letterId" = $1 AND kept.version < $2`,
    [letterId, version, JSON.stringify(moved)],
  );
}
