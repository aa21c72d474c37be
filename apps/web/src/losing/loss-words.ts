import { elementLabel } from '@chancery/prosemirror-tei';
import type { KeptLoss } from '../saving/kept-loss.js';

/** A loss in words: what is the matter, and how it came. */
export interface SaidLoss {
  readonly what: string;
  readonly how: string;
}

/** How many changes there are to deal with, for the band and for screen readers. */
export function howMany(count: number): string {
  return count === 1
    ? 'One change of yours met another’s. It is kept above the text until you decide.'
    : `${count} changes of yours met others’. They are kept above the text until you decide.`;
}

/** Words as they are quoted; a space is named, as it is not seen. */
export function quoted(words: string): string {
  return words.trim() === '' ? (words === '' ? 'nothing' : 'a space') : `“${words.trim()}”`;
}

/** What is said of something lost. */
export function lossWords({ told, place, by = 'Somebody else', version }: KeptLoss): SaidLoss {
  const where = place === '' ? 'the letter' : place;
  switch (told.kind) {
    case 'words':
      if (version === undefined && place === '')
        return { what: `Not in the letter: ${quoted(told.words)}.`, how: 'The words are kept here.' };
      return {
        what: `Not in ${where}: ${quoted(told.words)}.`,
        how: `${by} changed the words around it at the same time.`,
      };
    case 'readings':
      return told.mine.words === told.theirs.words
        ? {
            what: `${quoted(told.mine.words)} may stand twice in ${where}.`,
            how: `You and ${by} wrote the same at the same time.`,
          }
        : {
            what: `Two readings of ${where}.`,
            how: `${by} changed the same words at the same time. Both are kept; nothing is lost.`,
          };
    case 'values':
      return {
        what: `Two values of ${told.attribute} in ${elementLabel(told.element, '')}, ${where}.`,
        how: `Yours, ${value(told.mine)}, stands. ${by} had set ${value(told.theirs)} at the same time.`,
      };
    case 'change':
      return { what: `${changeWords(told.change, told.element, told.words, where)}`, how: whoseChange(by) };
  }
}

function whoseChange(by: string): string {
  return `${by} changed the same place at the same time.`;
}

function value(of: string | null): string {
  return of === null ? 'none' : `“${of}”`;
}

type Change = Extract<KeptLoss['told'], { kind: 'change' }>['change'];

function changeWords(change: Change, element: string | undefined, words: string, where: string): string {
  const label = element === undefined ? 'mark' : elementLabel(element, '').toLowerCase();
  switch (change) {
    case 'division':
      return `${capital(where)} was not divided.`;
    case 'joining':
      return `${capital(where)} was not joined with the next.`;
    case 'structure':
      return `${capital(where)} was not turned into another kind.`;
    case 'marking':
      return `${quoted(words)} was not marked as ${label} in ${where}.`;
    case 'unmarking':
      return `The mark ${label} stayed on ${quoted(words)} in ${where}.`;
    case 'deletion':
      return `Not deleted in ${where}: ${quoted(words)}.`;
    case 'attributes':
      return `Not set on ${label}: ${words}.`;
    case 'source':
      return `An edit of the source was not made: ${quoted(words)}.`;
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
