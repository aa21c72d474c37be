import {
  type Anchor,
  anchorAt,
  anchorOn,
  anchorOnNode,
  anchorWords,
  elementLabel,
  placeName,
} from '@chancery/prosemirror-tei';
import type { Node, ResolvedPos } from 'prosemirror-model';
import { NodeSelection } from 'prosemirror-state';
import type { LetterSession } from '../desk/letter-session.js';
import { commentDeskOf, placeId } from './comment-desk.js';
import type { KeptPlace } from './kept-comments.js';

/**
 * Begins a comment on what is chosen in the text: words, the place of the caret, an element, or the page footnote that is
 * being written in the apparatus. The paragraph around it is offered too. Nothing in the text moves.
 */
export function beginComment(session: LetterSession, letterId: string): void {
  const { doc, selection } = session.view.state;
  const { version } = session.comments;
  const place = (label: string, kind: KeptPlace['kind'], anchor: Anchor): KeptPlace => {
    return { label, kind, words: anchorWords(anchor), anchor, version };
  };
  const footnote = footnoteInHand(doc);
  const places: KeptPlace[] = [];
  if (footnote !== undefined) places.push(place('the page footnote', 'note', anchorOnNode(doc, footnote)));
  else {
    const { $from, from, to, empty } = selection;
    if (selection instanceof NodeSelection) {
      const { node } = selection;
      const name = String(node.attrs.name ?? '');
      const kind = name === 'note' ? 'note' : 'element';
      places.push(place(elementLabel(name).toLowerCase(), kind, anchorOnNode(doc, from)));
    } else if (empty) places.push(place('this place', 'text', anchorAt(doc, from)));
    else places.push(place('the words chosen', 'text', anchorOn(doc, from, to)));
    const block = blockAround($from);
    if (block !== undefined)
      places.push(place(placeName(doc, block) || 'the paragraph', 'element', anchorOnNode(doc, block)));
  }
  const comment = commentDeskOf(letterId).begin({ kind: 'text', id: null }, places);
  for (const [index, { anchor }] of places.entries()) session.comments.track(placeId(comment, index), anchor);
}

function blockAround($from: ResolvedPos): number | undefined {
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).isTextblock) return $from.before(depth);
  return undefined;
}

/** Where the footnote stands whose editor in the apparatus has the focus. */
function footnoteInHand(doc: Node): number | undefined {
  const id = document.activeElement?.closest<HTMLElement>('[data-footnote]')?.dataset.footnote;
  let found: number | undefined;
  if (id !== undefined)
    doc.descendants((node, pos) => {
      if (node.attrs.id === id) found ??= pos;
      return found === undefined;
    });
  return found;
}
