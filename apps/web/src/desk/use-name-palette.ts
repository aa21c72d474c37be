import type { NamesAnswer } from '@chancery/server/api';
import type { RegisterKind } from '@chancery/tei';
import { useQueryClient } from '@tanstack/react-query';
import type { EditorView } from 'prosemirror-view';
import { useEffect, useState } from 'react';
import { addEntry, getNames } from '../api/registers.js';
import type { Volume } from '../api/volume.js';
import { overlay } from '../app/overlay.js';
import { describeCaret } from '../editor/caret.js';
import type { MarkupAction } from '../editor/markup-actions.js';
import type { Writing } from '../editor/writing.js';
import { offer, type PaletteEntry } from '../palette/palette-entries.js';
import { likelyEntries } from '../registers/likely-entries.js';
import { mayEditRegisters } from '../registers/may-edit-registers.js';
import { registerWords } from '../registers/register-words.js';
import { doMarkup, setAttributeOf } from './do-markup.js';
import { pathFrom } from './path-to-volume.js';

/** A name that is to be marked, and whose it is asked. */
interface AskedName {
  readonly session: Writing;
  readonly view: EditorView;
  readonly action: MarkupAction;
  readonly kind: RegisterKind;
  readonly words: string;
  /** The mark that the words have already. */
  readonly marked: string | undefined;
}

interface Offered {
  readonly id: string;
  readonly name: string;
  readonly gloss: string;
}

/**
 * Marks names. Where words are selected, the palette asks whose name it is: entries of the register that they may mean, a new
 * one, or nobody yet. Answers what marks.
 */
export function useNamePalette(
  session: Writing | undefined,
  volume: Volume | undefined,
  volumePath: string,
): (action: MarkupAction, attributes?: Record<string, string>) => void {
  const [asked, setAsked] = useState<AskedName>();
  const [elsewhere, setElsewhere] = useState<NamesAnswer['suggested']>([]);
  const queries = useQueryClient();

  useEffect(() => {
    if (!asked || !volume) return undefined;
    const { kind, words } = asked;
    let isWanted = true;
    setElsewhere([]);
    // Offline the register of the volume is at hand all the same.
    void getNames(volume.id, kind, words).then(
      ({ suggested }) => (isWanted ? setElsewhere(suggested) : undefined),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [asked, volume]);

  useEffect(() => {
    if (!asked || !volume) return undefined;
    const { action, kind, words, session: writing } = asked;
    const pointer = (id: string) => `${pathFrom(writing, volumePath)}#${id}`;
    const { one } = registerWords[kind];
    const register = volume[kind].flatMap(({ id, name, note }) =>
      id === undefined ? [] : [{ id, name, gloss: note ?? '' }],
    );
    const likely: Offered[] = [
      ...elsewhere.map(({ id, name, description }) => ({ id, name, gloss: description ?? '' })),
      ...likelyEntries(volume[kind], words).map(({ id, name, note }) => ({ id, name, gloss: note ?? '' })),
    ];
    const all = [...new Map([...likely, ...register].map((each) => [each.id, each])).values()];
    const isLikely = ({ id }: Offered) => likely.some((each) => each.id === id);
    const link = (each: Offered) =>
      entry(`link ${each.id}`, isLikely(each) ? 'May be' : 'The register', each.name, each.gloss, () =>
        mark(asked, pointer(each.id)),
      );
    const added = () =>
      addEntry(volume.id, kind, { names: [words], authorityIds: [] }).then(
        async (id) => {
          mark(asked, pointer(id));
          await queries.invalidateQueries({ queryKey: ['volume', volume.id] });
        },
        (error: Error) => asked.session.tell(`No entry was made. ${error.message}`),
      );
    return offer('names', [
      ...all.filter(isLikely).map(link),
      entry('link nobody', 'Or', `Only mark it as ${action.label.toLowerCase()}`, 'not identified yet', () =>
        mark(asked, undefined),
      ),
      ...(mayEditRegisters(volume)
        ? [
            entry(
              'link new',
              'Or',
              `New ${one} “${words}”`,
              'enters it into the register',
              () => void added(),
            ),
          ]
        : []),
      ...all.filter((each) => !isLikely(each)).map(link),
    ]);
  }, [asked, volume, volumePath, elsewhere, queries]);

  return (action, attributes) => {
    if (!session) return;
    const kind = action.row.registers?.ref;
    const view = session.inHand;
    const { from, to, empty } = view.state.selection;
    const words = view.state.doc.textBetween(from, to, ' ').replace(/\s+/gu, ' ').trim();
    if (kind === undefined || attributes || empty || words === '') {
      doMarkup(session, action, attributes);
      return;
    }
    const marked = describeCaret(view.state).elements.findLast(({ name }) => name === action.name)?.id;
    setAsked({ session, view, action, kind, words, marked });
    overlay.set({ kind: 'palette', start: '', asks: `Who or what is “${words}”?` });
  };
}

/** Marks the words with whom they name; words that are marked already are only given to another, or lose the mark. */
function mark({ session, view, action, marked }: AskedName, ref: string | undefined): void {
  if (marked !== undefined && ref !== undefined) {
    setAttributeOf({ view, tell: (sentence) => session.tell(sentence) }, marked, 'ref', ref);
    view.focus();
    return;
  }
  doMarkup(session, action, ref === undefined ? {} : { ref });
}

function entry(id: string, group: string, label: string, gloss: string, run: () => void): PaletteEntry {
  return { id, group, kind: 'answer', icon: 'arrow', label, gloss, words: `${label} ${gloss}`, run };
}
