import { type OpenLetter, openLetter, schema } from '@chancery/prosemirror-tei';
import { writableIn } from '@chancery/xml';
import { Step } from 'prosemirror-transform';
import type { PrismaClient } from '../generated/client.js';

/** A letter as the authority holds it: its text at a version. */
export interface LoadedLetter {
  readonly letter: OpenLetter;
  readonly version: number;
  readonly kind: string;
}

/** A stored letter that cannot be opened: its step log does not lead to its text. Nothing of it is lost. */
export class LetterBroken extends Error {
  override readonly name = 'LetterBroken';
}

/**
 * Opens a stored letter at its current version.
 *
 * Its document comes from the base and the step log, because these give every client the same instance ids; its
 * source is the one that was stored with the last step; both have to say the same.
 *
 * @throws {LetterBroken} when they do not
 */
export async function loadLetter(prisma: PrismaClient, letterId: string): Promise<LoadedLetter | undefined> {
  const stored = await prisma.letter.findUnique({
    where: { id: letterId },
    select: { baseSource: true, source: true, version: true, encoding: true, kind: true },
  });
  if (!stored) return undefined;
  const { version, kind } = stored;
  const options = { writable: writableIn(stored.encoding) };
  if (version === 0) return { letter: openLetter(stored.source, options), version, kind };
  const steps = await prisma.step.findMany({
    where: { letterId, version: { lte: version } },
    orderBy: { version: 'asc' },
    select: { step: true },
  });
  if (steps.length !== version)
    throw new LetterBroken(`Letter ${letterId}: ${steps.length} steps make no version ${version}.`);
  try {
    const opened = openLetter(stored.baseSource, options);
    let { doc } = opened;
    for (const each of steps) {
      const result = Step.fromJSON(schema, each.step).apply(doc);
      if (!result.doc) throw new LetterBroken(result.failed ?? 'A step failed.');
      doc = result.doc;
    }
    return {
      letter: openLetter(stored.source, { ...options, adopt: doc, earlier: opened.base }),
      version,
      kind,
    };
  } catch (error) {
    // Not with the error's own message, which may quote the letter.
    throw new LetterBroken(`Letter ${letterId}: its step log does not lead to version ${version}.`, {
      cause: error,
    });
  }
}
