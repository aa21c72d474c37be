import { freshId, type GuardedCommand, guarded, schema, toggleElement } from '@chancery/prosemirror-tei';
import type { EmendationKind } from '@chancery/tei';
import type { Node } from 'prosemirror-model';
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';

/** What is made of the selected words. */
export interface Emending {
  readonly kind: Exclude<EmendationKind, 'gap'>;
  /** What the edition reads in their place; for those kinds that keep the words as they are it is not asked. */
  readonly reading: string;
  /** Attributes of the element that says what the edition makes of them. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** The kinds in which another reading stands beside the copy's: the element of the copy's, and that of the edition's. */
export const readingsOf: Partial<Record<EmendationKind, readonly [string, string]>> = {
  correction: ['sic', 'corr'],
  regularization: ['orig', 'reg'],
  expansion: ['abbr', 'expan'],
};

/** The element that says what the edition makes of the words, with the reason and who answers for it. */
export function elementFor(kind: Emending['kind']): string {
  return readingsOf[kind]?.[1] ?? kind;
}

/**
 * Makes the selected words an emendation. Where the edition reads something else the copy's reading is kept beside it,
 * with its marks. Not available without selected words of one block, or where the table forbids it.
 */
export function emend({ kind, reading, attributes }: Emending): GuardedCommand {
  const pair = readingsOf[kind];
  if (!pair) return toggleElement(kind, attributes);
  return guarded((state) => {
    const words = selectedWords(state);
    if (typeof words === 'string') return words;
    if (reading === '') return 'Write what the edition reads. What it leaves out altogether is surplus.';
    if (reading === words.map((node) => node.text ?? '').join(''))
      return 'The copy has this already. Write what the edition reads in its place, or choose another kind.';
    return withReadings(state, words, { pair, reading, attributes });
  });
}

/** Whether the selected words can be emended. */
export const emendable: GuardedCommand = guarded((state) => {
  const words = selectedWords(state);
  if (typeof words === 'string') return words;
  return withReadings(state, words, { pair: ['sic', 'corr'], reading: 'x', attributes: {} });
});

function selectedWords(state: EditorState): readonly Node[] | string {
  const { $from, $to, empty } = state.selection;
  if (empty || $from.parent !== $to.parent || !$from.parent.inlineContent)
    return 'Select the words of one paragraph that are to be emended.';
  const { content } = state.doc.slice($from.pos, $to.pos);
  if (content.content.some((node) => !node.isText))
    return 'Only words can be emended so: notes and breaks among them stay outside.';
  return content.content;
}

function withReadings(
  state: EditorState,
  words: readonly Node[],
  emending: {
    pair: readonly [string, string];
    reading: string;
    attributes: Readonly<Record<string, string>>;
  },
): Transaction | string {
  const { $from } = state.selection;
  const outer = (words[0]?.marks ?? []).filter((mark) => words.every(({ marks }) => mark.isInSet(marks)));
  const inner = words.map((node) => node.mark(node.marks.filter((mark) => !mark.isInSet(outer))));
  const { nodes } = schema;
  const [copyName, name] = emending.pair;
  const copy = nodes.textblock?.create({ id: freshId(), name: copyName, attrs: {} }, inner);
  const edition = nodes.textblock?.create(
    { id: freshId(), name, attrs: emending.attributes },
    schema.text(emending.reading),
  );
  const choice =
    copy &&
    edition &&
    nodes.inlineContainer?.create({ id: freshId(), name: 'choice', attrs: {} }, [copy, edition], outer);
  if (!choice) return 'There is nothing to emend.';
  const tr = state.tr.replaceSelectionWith(choice, false);
  return tr.setSelection(TextSelection.create(tr.doc, $from.pos + choice.nodeSize));
}
