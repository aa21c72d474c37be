import { placeWords, pointerTo } from '@chancery/tei';
import { useEffect } from 'react';
import type { Volume } from '../api/volume.js';
import { findTargets, namePage } from '../api/volume-lines.js';
import { type MarkupAction, markupActions } from '../editor/markup-actions.js';
import type { Writing } from '../editor/writing.js';
import { letterHeading } from '../letters/letter-heading.js';
import { offer, offerSearch, type PaletteEntry } from '../palette/palette-entries.js';
import { doMarkup, referElsewhere } from './do-markup.js';
import { pathFrom, volumeFile } from './path-to-volume.js';
import type { Endnotes } from './use-endnotes.js';
import type { References } from './use-references.js';
import { documentName } from './where-references-lead.js';

/** How whoever wants to refer to something begins: the chord of references types it. */
const beginning = /^\s*refer(?:\s+to)?\s*/i;

/**
 * Offers in the palette what may be referred to at the caret: the volume's endnotes, another volume in the words that are selected
 * there, and by what is typed the letters, notes and pages of the volume.
 *
 * @param references is told of the letter that is referred to, and knows the endnotes by their figures
 */
export function useReferencePalette(
  session: Writing | undefined,
  volume: Volume | undefined,
  volumePath: string,
  { known, endnotes: { labelled } }: Pick<References, 'known'> & { endnotes: Pick<Endnotes, 'labelled'> },
): void {
  useEffect(() => {
    const action = markupActions.find((each) => each.name === 'ptr');
    if (!session || !volume || !action) return undefined;
    const notes = labelled.map((note) =>
      entry(`note ${note.id}`, `endnote ${note.figure}`, note.text ?? '', () =>
        doMarkup(session, action, {
          type: 'note',
          target: `${pathFrom(session, volumePath)}#${note.id ?? ''}`,
        }),
      ),
    );
    const elsewhere = entry('elsewhere', 'another volume', 'by the words that are selected', () =>
      referElsewhere(session),
    );
    const ends = [
      offer('references', [...notes, elsewhere]),
      offerSearch('references', (typed) =>
        beginning.test(typed)
          ? found(session, action, { volume, known }, typed.replace(beginning, ''))
          : undefined,
      ),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [session, volume, volumePath, known, labelled]);
}

async function found(
  session: Writing,
  action: MarkupAction,
  { volume, known }: { volume: Volume; known: References['known'] },
  words: string,
): Promise<PaletteEntry[]> {
  const { letters, places } = await findTargets(volume.id, words);
  const toLetters = letters.map((line) => ({
    ...entry(line.id, letterHeading(line), line.date, () => {
      known(line);
      doMarkup(session, action, { type: 'document', target: pointerTo(session.path, line.path) });
    }),
    number: line.number,
  }));
  const toPlaces = places.flatMap(({ kind, id, n, named: hasId, letter }) => {
    // The endnotes are offered by their figures.
    if (volume.endnotes.some((note) => note.id === id)) return [];
    const what = `${kind} ${n ?? id} in ${letterHeading(letter)}`;
    return [
      entry(`${letter.path}#${id}`, what, '', () => {
        const file = letter.path === session.path ? '' : pointerTo(session.path, letter.path);
        const target = `${file}#${id}`;
        const named = letter.path === volumeFile ? undefined : documentName(letter);
        const words = placeWords({ kind }, { document: named, note: n ?? id, page: n ?? undefined });
        known(letter, { written: target, words: words ?? target });
        const refer = () => doMarkup(session, action, { type: kind, target });
        if (hasId) refer();
        else
          void namePage(letter.id, id).then(refer, (error: unknown) =>
            session.tell(error instanceof Error ? error.message : 'The page could not be referred to.'),
          );
      }),
    ];
  });
  return [...toLetters, ...toPlaces, ...unnumbered(session, words)];
}

/** Whoever asks for a page and does not find it is told what it lacks. */
function unnumbered(session: Writing, words: string): PaletteEntry[] {
  if (!/\bpages?\b/i.test(words)) return [];
  const how =
    'A page is named by its number in the copy. Choose the page break in its letter, write the number under Marks, and refer to it then.';
  return [entry('unnumbered', 'a page that has no number', 'it needs one first', () => session.tell(how))];
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
