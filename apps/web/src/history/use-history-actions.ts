import { useEffect } from 'react';
import type { LetterSession } from '../desk/letter-session.js';
import { offer, type PaletteEntry } from '../palette/palette-entries.js';
import { askedPart } from './ask-who-wrote.js';

/** The keys after Ctrl M that concern the history, with what they do. */
export const historyKeys = [
  ['H', 'history'],
  ['W', 'who wrote this'],
] as const;

/**
 * What can be done with the history of the letter from anywhere at the desk: by the palette, and by a key after Ctrl M. Answers
 * what is done with such a key; false where it is none.
 *
 * @param show opens the history beside the text
 */
export function useHistoryActions(
  session: LetterSession | undefined,
  mayRead: boolean,
  show: () => void,
): (key: string) => boolean {
  const able = mayRead ? session : undefined;

  useEffect(() => {
    if (!able) return undefined;
    const command = (id: string, label: string, gloss: string, run: () => void, keys: string[] = []) =>
      ({
        id: `command ${id}`,
        group: 'Commands',
        kind: 'command',
        icon: 'history',
        label,
        gloss,
        ...(keys.length > 0 ? { keys } : {}),
        words: `${label} ${gloss}`,
        run,
      }) satisfies PaletteEntry;
    return offer('history', [
      command('who-wrote', 'Who wrote this', 'of what is selected', () => whoWrote(able, show), [
        'Ctrl M',
        'W',
      ]),
      command('history', 'History', 'what was done, day by day', show, ['Ctrl M', 'H']),
      command('authors', 'Authors in the text', 'show or hide who wrote what', () => able.authors.toggle()),
      command('name-version', 'Name this version', 'in the history and in the TEI header', () => {
        if (able.saver.canEdit.get()) able.naming.set(true);
        show();
      }),
      command('compare', 'Compare versions', 'what was imported with the letter now', () => {
        if (able.version > 0) able.lookBack.set({ kind: 'comparison', from: 0, to: able.version });
        else able.tell('The letter is as it was imported: there is nothing to compare.');
      }),
      command('play', 'Play the letter', 'as it grew', () => {
        if (able.version > 0) able.lookBack.set({ kind: 'playback', at: 0 });
        else able.tell('The letter is as it was imported: there is nothing to play.');
      }),
    ]);
  }, [able, show]);

  return (key) => {
    if (!able) return false;
    if (key === 'h') show();
    else if (key === 'w') whoWrote(able, show);
    else return false;
    return true;
  };
}

function whoWrote(session: LetterSession, show: () => void): void {
  session.askedPart.set(askedPart(session.view.state));
  show();
}
