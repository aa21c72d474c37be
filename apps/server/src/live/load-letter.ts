import { applySteps, joinedSteps, type OpenLetter, openLetter, schema } from '@chancery/prosemirror-tei';
import { writableIn } from '@chancery/xml';
import type { Node } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';
import { liveLimits } from '../contract/live.js';
import type { PrismaClient } from '../generated/client.js';
import {
  type Checkpoint,
  checkpointBefore,
  keepCheckpoint,
  openCheckpoint,
  openedAnewAt,
} from './checkpoints.js';
import { patchedWith, sourcePatch } from './source-patch.js';

/** A letter as the authority holds it: its text at a version. */
export interface LoadedLetter {
  readonly letter: OpenLetter;
  readonly version: number;
  readonly kind: string;
  /** The version at which it was last opened anew from its source; 0 when it never was. */
  readonly anewAt: number;
}

/** A stored letter that cannot be opened. Nothing of it is lost. */
export class LetterBroken extends Error {
  override readonly name = 'LetterBroken';
}

/** After how many steps without a checkpoint one is made when a letter is opened. */
const longReplay = 500;

const stored = {
  id: true,
  baseSource: true,
  source: true,
  version: true,
  encoding: true,
  kind: true,
} as const;

interface LoggedStep {
  readonly version: number;
  readonly step: unknown;
  readonly clientId: string;
  readonly batch: string;
  readonly patch: unknown;
}

/**
 * Opens a stored letter at its current version.
 *
 * Its document comes from a checkpoint and the steps since, because these give every client the same instance ids; its
 * source is the one that was stored with the last step; both have to say the same. Where they do not, because a release of
 * Chancery reads or edits letters otherwise than the one that stored the steps, the source is the truth: the letter is opened anew from
 * it, and what comes later leads on from there. The steps before stay in the log, with what they did to the source.
 *
 * @throws {LetterBroken} when not even its source can be opened
 */
export async function loadLetter(prisma: PrismaClient, letterId: string): Promise<LoadedLetter | undefined> {
  const letter = await prisma.letter.findUnique({ where: { id: letterId }, select: stored });
  if (!letter) return undefined;
  const { version, kind, source } = letter;
  const options = { writable: writableIn(letter.encoding) };
  const anewAt = await openedAnewAt(prisma, letterId);
  try {
    const checkpoint = await checkpointBefore(prisma, letter, version);
    const opened = openCheckpoint(checkpoint, options);
    if (checkpoint.version === version && checkpoint.source === source)
      return { letter: { ...opened, earlier: asImported(letter, checkpoint) }, version, kind, anewAt };
    const steps = await stepsBetween(prisma, letterId, checkpoint.version, version);
    const doc = followed(opened.doc, steps);
    const earlier = [opened.base, ...asImported(letter, checkpoint)];
    const loaded = openLetter(source, { ...options, adopt: doc, earlier });
    if (steps.length > longReplay) await keepCheckpoint(prisma, letterId, version, loaded);
    return { letter: loaded, version, kind, anewAt };
  } catch (error) {
    // Without the error's own message, which may quote the letter.
    const why = error instanceof Error ? error.name : 'error';
    if (isOfDatabase(error)) throw error;
    console.error(
      `Letter ${letterId}: its steps do not lead to version ${version} (${why}). It is opened from its source.`,
    );
    return anew(prisma, letterId, { version, kind, source }, options);
  }
}

/** How the letter was written when it was imported, where a checkpoint stands between then and now. */
function asImported({ baseSource }: { readonly baseSource: string }, checkpoint: Checkpoint) {
  return checkpoint.version === 0 ? [] : [openLetter(baseSource).base];
}

async function anew(
  prisma: PrismaClient,
  letterId: string,
  { version, kind, source }: { readonly version: number; readonly kind: string; readonly source: string },
  options: { readonly writable: (codePoint: number) => boolean },
): Promise<LoadedLetter> {
  let letter: OpenLetter;
  try {
    letter = openLetter(source, options);
  } catch (error) {
    throw new LetterBroken(`Letter ${letterId} cannot be opened at version ${version}.`, { cause: error });
  }
  await prisma.checkpoint.deleteMany({ where: { letterId, version } });
  await keepCheckpoint(prisma, letterId, version, { source, doc: undefined });
  return { letter, version, kind, anewAt: version };
}

/** Errors of the database speak of the connection, not of the letter. */
function isOfDatabase(error: unknown): boolean {
  return (
    error instanceof Error && (error.name.startsWith('Prisma') || 'errno' in error || 'severity' in error)
  );
}

/**
 * A letter as it was stored at a version, with the source that it had: of a version within a batch, at the end of the batch.
 * Answers undefined when the letter never had that version.
 *
 * @throws {LetterBroken} when its steps do not lead there, as may be with versions that an earlier release has stored
 */
export async function openAt(
  prisma: PrismaClient,
  letterId: string,
  version: number,
): Promise<{ readonly letter: OpenLetter; readonly version: number } | undefined> {
  const way = await wayTo(prisma, letterId, version);
  if (!way) return undefined;
  const options = { writable: writableIn(way.encoding) };
  try {
    const opened = openCheckpoint(way.checkpoint, options);
    if (way.steps.length === 0) return { letter: opened, version: way.checkpoint.version };
    const source = sourceAfter(way.checkpoint.source, way.steps);
    if (source === undefined) return replayed(opened, way.steps);
    const doc = followed(opened.doc, way.steps);
    const at = way.steps.at(-1)?.version ?? way.checkpoint.version;
    return { letter: openLetter(source, { ...options, adopt: doc, earlier: [opened.base] }), version: at };
  } catch (error) {
    throw new LetterBroken(`Letter ${letterId}: its steps do not lead to version ${version}.`, {
      cause: error,
    });
  }
}

/**
 * The TEI of a letter as it was stored at a version: of a version within a batch, at the end of the batch. Answers undefined when the letter
 * never had that version.
 *
 * @throws {LetterBroken} when its steps do not lead there
 */
export async function sourceAt(
  prisma: PrismaClient,
  letterId: string,
  version: number,
): Promise<string | undefined> {
  const way = await wayTo(prisma, letterId, version);
  if (!way) return undefined;
  return (
    sourceAfter(way.checkpoint.source, way.steps) ?? (await openAt(prisma, letterId, version))?.letter.source
  );
}

/**
 * The TEI of a letter at a version, from what it was at an earlier one; undefined where the log does not say what was done to
 * it. Cheaper than {@link sourceAt} for who goes through the versions one after the other.
 *
 * @param from the end of a batch
 */
export async function sourceOnFrom(
  prisma: PrismaClient,
  letterId: string,
  from: { readonly version: number; readonly source: string },
  version: number,
): Promise<string | undefined> {
  return sourceAfter(from.source, await stepsBetween(prisma, letterId, from.version, version));
}

/** Where to begin, and what to do, to come to a version. */
async function wayTo(prisma: PrismaClient, letterId: string, version: number) {
  const letter = await prisma.letter.findUnique({ where: { id: letterId }, select: stored });
  if (!letter || version < 0 || version > letter.version) return undefined;
  const checkpoint = await checkpointBefore(prisma, letter, version);
  const upTo = checkpoint.version === version ? version : version + liveLimits.batchSteps;
  const further = await stepsBetween(prisma, letterId, checkpoint.version, upTo);
  const last = further.find((each) => each.version === version);
  const steps = further.filter(
    (each) => each.version <= version || (last !== undefined && isSameBatch(each, last)),
  );
  return { checkpoint, steps, encoding: letter.encoding };
}

function isSameBatch(one: LoggedStep, other: LoggedStep): boolean {
  return one.batch === other.batch && one.clientId === other.clientId;
}

function stepsBetween(
  prisma: PrismaClient,
  letterId: string,
  after: number,
  upTo: number,
): Promise<LoggedStep[]> {
  if (after >= upTo) return Promise.resolve([]);
  return prisma.step.findMany({
    where: { letterId, version: { gt: after, lte: upTo } },
    orderBy: { version: 'asc' },
    select: { version: true, step: true, clientId: true, batch: true, patch: true },
  });
}

function followed(doc: Node, steps: readonly LoggedStep[]): Node {
  let now = doc;
  for (const step of joinedSteps(steps.map((each) => Step.fromJSON(schema, each.step)))) {
    const result = step.apply(now);
    if (!result.doc) throw new LetterBroken(result.failed ?? 'A step failed.');
    now = result.doc;
  }
  return now;
}

/** The batches of a stretch of the log, in order. */
export function batchesOf<S extends { readonly clientId: string; readonly batch: string }>(
  steps: readonly S[],
): S[][] {
  const batches: S[][] = [];
  for (const step of steps) {
    const batch = batches.at(-1);
    if (batch?.[0]?.batch === step.batch && batch[0].clientId === step.clientId) batch.push(step);
    else batches.push([step]);
  }
  return batches;
}

/** The source after some batches; undefined when a release has stored one that did not yet keep what it did to the source. */
function sourceAfter(source: string, steps: readonly LoggedStep[]): string | undefined {
  let now = source;
  for (const batch of batchesOf(steps)) {
    const patch = sourcePatch.safeParse(batch.at(-1)?.patch);
    if (!patch.success) return undefined;
    now = patchedWith(now, patch.data);
  }
  return now;
}

function replayed(opened: OpenLetter, steps: readonly LoggedStep[]) {
  let letter = opened;
  for (const batch of batchesOf(steps)) {
    letter = applySteps(
      letter,
      batch.map(({ step }) => Step.fromJSON(schema, step)),
    );
  }
  return { letter, version: steps.at(-1)?.version ?? 0 };
}
