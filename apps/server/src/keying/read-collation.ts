import { may, noTie, type Role } from '@chancery/workflow';
import { type Collation, keptDifference } from '../contract/keying.js';
import { storedMetadata } from '../editions/stored-metadata.js';
import type { PrismaClient } from '../generated/client.js';
import { loadLetter } from '../live/load-letter.js';
import { stageOf } from '../stages/standing.js';
import { keyedWords, type PlacedWord } from './keyed-words.js';
import { agreement, runningText } from './running-text.js';

const someone = { select: { id: true, name: true } } as const;
const choices = ['a', 'b', 'unclear', 'referred', 'other'] as const;

/** The words of keying A. */
async function keyedWordsOf(
  prisma: PrismaClient,
  keyings: readonly { readonly slot: string; readonly keyedId: string }[],
): Promise<readonly PlacedWord[]> {
  const loaded = await loadLetter(prisma, keyings.find(({ slot }) => slot === 'a')?.keyedId ?? '');
  return loaded ? keyedWords(loaded.letter.doc) : [];
}

/**
 * How it stands with the double keying of a letter, for a person of a role. What the keyings say is told to adjudicators only,
 * and not before both are handed in.
 */
export async function readCollation(
  prisma: PrismaClient,
  letterId: string,
  person: { readonly id: string; readonly role: Role | undefined },
): Promise<Collation> {
  const letter = await prisma.letter.findUniqueOrThrow({
    where: { id: letterId },
    select: { stage: true, metadata: true, collatedAt: true, keyings: { include: { user: someone } } },
  });
  const mayAdjudicate = may(person.role, 'adjudicate', stageOf(letter.stage), noTie);
  // What was decided stays to be read when the letter has gone on.
  const mayRead = may(person.role, 'adjudicate', 'transcription', noTie);
  const both = letter.keyings.length === 2 && letter.keyings.every(({ handedInAt }) => handedInAt !== null);
  const stored =
    both && mayRead
      ? await prisma.discrepancy.findMany({
          where: { letterId },
          orderBy: { place: 'asc' },
          include: { decidedBy: someone },
        })
      : [];
  const keying = (slot: string): Collation['a'] => {
    const found = letter.keyings.find((each) => each.slot === slot);
    if (!found) return null;
    const mine = found.userId === person.id;
    return {
      letterId: mine || (both && mayRead) ? found.keyedId : null,
      by: found.user,
      handedInAt: found.handedInAt?.toISOString() ?? null,
      mine,
    };
  };
  const differences = stored.map(({ difference }) => keptDifference.parse(difference));
  const a = stored.length > 0 || (both && mayRead) ? await keyedWordsOf(prisma, letter.keyings) : [];
  const { letter: metadata } = storedMetadata(letter.metadata);
  return {
    letterId,
    number: metadata.number ? { text: metadata.number.text, supplied: metadata.number.supplied } : null,
    title: metadata.title?.text ?? metadata.headerTitle ?? letterId,
    words: agreement(a, differences),
    running: runningText(a, differences),
    state: letter.collatedAt ? 'done' : both ? 'collating' : letter.keyings.length > 0 ? 'keying' : 'none',
    a: keying('a'),
    b: keying('b'),
    mayBegin: mayAdjudicate && letter.keyings.length === 0,
    mayAdjudicate,
    maySettleReferred: person.role === 'chief-editor',
    discrepancies: stored.map(({ place, difference, choice, text, comment, decidedBy, decidedAt }) => {
      const { kind, a, b } = keptDifference.parse(difference);
      const chosen = choices.find((each) => each === choice);
      const decision =
        chosen && decidedAt
          ? { choice: chosen, text, comment, by: decidedBy, at: decidedAt.toISOString() }
          : null;
      return { place, kind, a, b, decision };
    }),
  };
}
