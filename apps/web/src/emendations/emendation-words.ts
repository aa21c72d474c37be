import type { EmendationRow } from '@chancery/server/api';
import type { EmendationKind } from '../api/emendations.js';

/** What the kinds are called: one of them, and many. */
export const kindNames: Readonly<Record<EmendationKind, readonly [string, string]>> = {
  correction: ['Correction', 'corrections'],
  regularization: ['Regular spelling', 'regular spellings'],
  expansion: ['Expansion', 'expansions'],
  supplied: ['Supplied', 'supplied'],
  surplus: ['Surplus', 'surplus'],
  unclear: ['Unclear', 'unclear'],
  gap: ['Gap', 'gaps'],
};

/** A kind of emendation by its name. */
export function kindOf(name: unknown): EmendationKind | undefined {
  return Object.keys(kindNames).find((each): each is EmendationKind => each === name);
}

/** What stands where there are no words: in the copy, or in the edition. */
export function wordsOr(words: string, kind: EmendationRow['kind'], side: 'copy' | 'edition'): string {
  if (words !== '') return words;
  if (kind === 'gap') return side === 'copy' ? '[not to be read]' : '⟨gap⟩';
  return side === 'copy' ? '[not in the copy]' : '[left out]';
}
