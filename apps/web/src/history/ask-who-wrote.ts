import { getVersion, sendableSteps } from 'prosemirror-collab';
import type { EditorState } from 'prosemirror-state';

/** A part of the letter of which it is asked who wrote it, as positions of a stored version. */
export interface AskedPart {
  readonly version: number;
  readonly from: number;
  readonly to: number;
  /** The words, as they stand on the screen. */
  readonly words: string;
}

/** What is selected, or else the block that the caret is in. */
export function askedPart(state: EditorState): AskedPart {
  const { selection, doc } = state;
  const { $from } = selection;
  const isCaret = selection.empty && $from.parent.isTextblock;
  const [from, to] = isCaret ? [$from.start(), $from.end()] : [selection.from, selection.to];
  const waiting = (sendableSteps(state)?.steps ?? []).map((step) => step.getMap());
  const stored = (pos: number, side: number) =>
    waiting.reduceRight((at, map) => map.invert().map(at, side), pos);
  return {
    version: getVersion(state),
    from: stored(from, -1),
    to: stored(to, 1),
    words: doc.textBetween(from, to, ' ', ' '),
  };
}
