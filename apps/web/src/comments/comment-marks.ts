import { type Anchor, placeOfAnchor } from '@chancery/prosemirror-tei';
import type { Node } from 'prosemirror-model';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** A thread, or a comment that is being written, as the text shows it. */
export interface MarkedThread {
  readonly id: string;
  /** Who has written in it: “Transcriber One, Editor One”. */
  readonly by: string;
}

/**
 * The marks of comments in the text: a line of its own under words, a line beside a paragraph, a sign over a place
 * between two letters. None of them moves the text.
 */
export function commentMarks(
  doc: Node,
  threads: readonly MarkedThread[],
  anchors: ReadonlyMap<string, Anchor>,
  selected: string | undefined,
): DecorationSet {
  const decorations = threads.flatMap(({ id, by }) => {
    const anchor = anchors.get(id);
    const place = anchor && placeOfAnchor(anchor);
    if (!place || place.to > doc.content.size) return [];
    const on = id === selected ? ' on' : '';
    const said = { 'data-thread': id, 'aria-description': `commented by ${by}` };
    const { from, to } = place;
    if (from === to)
      return [Decoration.widget(from, () => signOf(id, by, on), { side: -1, key: `${id}${on} ${by}` })];
    const node = anchor.whole ? doc.nodeAt(from) : null;
    if (!node || node.isText)
      // An element of its own, so that what other marks say of the same words is said too.
      return [Decoration.inline(from, to, { nodeName: 'span', class: `commented${on}`, ...said })];
    const kind = node.isBlock ? 'block' : 'leaf';
    return [Decoration.node(from, from + node.nodeSize, { class: `commented-${kind}${on}`, ...said })];
  });
  return DecorationSet.create(doc, decorations);
}

function signOf(id: string, by: string, on: string): HTMLElement {
  const sign = document.createElement('span');
  sign.className = `commented-place${on}`;
  sign.dataset.thread = id;
  sign.contentEditable = 'false';
  sign.setAttribute('role', 'img');
  sign.setAttribute('aria-label', `Comment by ${by}`);
  return sign;
}
