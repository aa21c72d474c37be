import { type Extension, StateEffect, type StateEffectType, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** A stretch of the source that something is said of. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly look: 'error' | 'warning' | 'info' | 'fault';
  /** What is said of it. */
  readonly title: string;
}

/** Shows what the findings speak of, and where the source is no XML. */
export const showMarks = StateEffect.define<readonly Mark[]>();

/** Shows the line of the place at which the caret stands in the text. */
export const showHere = StateEffect.define<number | undefined>();

/** Keeps the marks where they are while the source changes around them. */
export function sourceMarks(): Extension {
  return [field(showMarks, decorateMarks), field(showHere, decorateHere)];
}

function field<Value>(
  effect: StateEffectType<Value>,
  decorate: (value: Value, length: number, lineAt: (offset: number) => number) => DecorationSet,
): Extension {
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(decorations, transaction) {
      const { doc } = transaction.state;
      let next = decorations.map(transaction.changes);
      for (const each of transaction.effects) {
        if (each.is(effect)) next = decorate(each.value, doc.length, (offset) => doc.lineAt(offset).from);
      }
      return next;
    },
    provide: (it) => EditorView.decorations.from(it),
  });
}

function decorateMarks(marks: readonly Mark[], length: number): DecorationSet {
  const ranges = marks.flatMap(({ from, to, look, title }) => {
    const end = Math.min(Math.max(to, from + 1), length);
    if (from >= end) return [];
    const name = look === 'fault' ? 'cm-fault' : `cm-found-${look}`;
    return [Decoration.mark({ class: name, attributes: { title } }).range(from, end)];
  });
  return Decoration.set(ranges, true);
}

function decorateHere(
  offset: number | undefined,
  length: number,
  lineAt: (offset: number) => number,
): DecorationSet {
  if (offset === undefined) return Decoration.none;
  return Decoration.set([Decoration.line({ class: 'cm-here' }).range(lineAt(Math.min(offset, length)))]);
}
