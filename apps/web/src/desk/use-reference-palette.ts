import type { LetterReferences } from '@chancery/server/api';
import { pointerTo } from '@chancery/tei';
import { useEffect } from 'react';
import type { Volume } from '../api/volume.js';
import type { LabelledEndnote } from '../editor/endnote-order.js';
import { type MarkupAction, markupActions } from '../editor/markup-actions.js';
import { letterHeading } from '../letters/letter-heading.js';
import { isLetter } from '../letters/letter-line.js';
import { offer, type PaletteEntry } from '../palette/palette-entries.js';
import { doMarkup, referElsewhere } from './do-markup.js';
import type { LetterSession } from './letter-session.js';
import type { References } from './use-references.js';

/**
 * Offers in the palette the letters and notes that may be referred to at the caret, and another volume in the words that are
 * selected there.
 *
 * @param letterPath the letter's file inside the edition's folder
 * @param references the notes and pages of the volume that may be referred to
 */
export function useReferencePalette(
  session: LetterSession | undefined,
  letterPath: string,
  volume: Volume | undefined,
  volumePath: string,
  { places, endnotes: { labelled } }: References,
): void {
  useEffect(() => {
    const action = markupActions.find((each) => each.name === 'ptr');
    if (!session || !volume || !action) return undefined;
    return offer(
      'references',
      entries(session, action, { letterPath, volume, volumePath, places, labelled }),
    );
  }, [session, letterPath, volume, volumePath, places, labelled]);
}

function entries(
  session: LetterSession,
  action: MarkupAction,
  {
    letterPath,
    volume,
    volumePath,
    places,
    labelled,
  }: {
    letterPath: string;
    volume: Volume;
    volumePath: string;
    places: LetterReferences['places'];
    labelled: readonly LabelledEndnote[];
  },
): PaletteEntry[] {
  const letters = volume.letters
    .filter(isLetter)
    .map((line) =>
      entry(line.id, letterHeading(line), line.date, () =>
        doMarkup(session, action, { type: 'document', target: pointerTo(letterPath, line.path) }),
      ),
    );
  const notes = labelled.map((note) =>
    entry(`note ${note.id}`, `endnote ${note.figure}`, note.text ?? '', () =>
      doMarkup(session, action, { type: 'note', target: `${volumePath}#${note.id ?? ''}` }),
    ),
  );
  const inLetters = places.flatMap(({ kind, path, id, n }) => {
    // The endnotes are offered by their figures.
    if (volume.endnotes.some((note) => note.id === id)) return [];
    const line = volume.letters.find((each) => each.path === path);
    if (!line) return [];
    const what = `${kind} ${n ?? id} in ${letterHeading(line)}`;
    const target = `${path === letterPath ? '' : pointerTo(letterPath, path)}#${id}`;
    return [entry(`${path}#${id}`, what, '', () => doMarkup(session, action, { type: kind, target }))];
  });
  return [
    ...letters,
    ...notes,
    ...inLetters,
    entry('elsewhere', 'another volume', 'by the words that are selected', () => referElsewhere(session)),
  ];
}

function entry(id: string, what: string, gloss: string, run: () => void): PaletteEntry {
  return {
    id: `refer ${id}`,
    group: 'At the caret',
    kind: 'command',
    icon: 'arrow',
    label: `Refer to ${what}`,
    gloss,
    // What stands in grey is not searched: a day would be taken for a number.
    words: `Refer to ${what}`,
    run,
  };
}
