import {
  type Anchor,
  anchorAt,
  anchorOn,
  anchorOnNode,
  anchorWords,
  elementLabel,
  noteNames,
  placeName,
} from '@chancery/prosemirror-tei';
import type { Node, ResolvedPos } from 'prosemirror-model';
import { NodeSelection } from 'prosemirror-state';
import type { LetterSession } from '../desk/letter-session.js';
import { commentDeskOf, placeId } from './comment-desk.js';
import type { KeptPlace } from './kept-comments.js';

/**
 * Begins a comment on what is chosen in the text: words, the place of the caret, an element, or the note that is
 * being written in the apparatus. The paragraph around it is offered too. Nothing in the text moves.
 *
 * @param volumeId the volume's own file, in which the endnotes stand
 * @returns whether it stands in the text, among the comments of the letter; an endnote has it beside itself
 */
export function beginComment(
  session: LetterSession,
  letterId: string,
  volumeId: string | undefined,
): boolean {
  const endnote = document.activeElement?.closest<HTMLElement>('[data-endnote]')?.dataset.endnote;
  if (endnote !== undefined && volumeId !== undefined) {
    commentDeskOf(volumeId).begin({ kind: 'note', id: endnote });
    return false;
  }
  const { doc, selection } = session.view.state;
  const { version } = session.comments;
  const place = (label: string, kind: KeptPlace['kind'], anchor: Anchor): KeptPlace => {
    return { label, kind, words: anchorWords(anchor), anchor, version };
  };
  const onNote = (pos: number, label: string): KeptPlace => {
    const id = noteNames(doc).get(pos);
    return { ...place(label, 'note', anchorOnNode(doc, pos)), ...(id === undefined ? {} : { id }) };
  };
  const footnote = footnoteInHand(doc);
  const places: KeptPlace[] = [];
  if (footnote !== undefined) places.push(onNote(footnote, 'the page footnote'));
  else {
    const { $from, from, to, empty } = selection;
    if (selection instanceof NodeSelection) {
      const { node } = selection;
      const name = String(node.attrs.name ?? '');
      const label = elementLabel(name).toLowerCase();
      places.push(name === 'note' ? onNote(from, label) : place(label, 'element', anchorOnNode(doc, from)));
    } else if (empty) places.push(place('this place', 'text', anchorAt(doc, from)));
    else places.push(place('the words chosen', 'text', anchorOn(doc, from, to)));
    const block = blockAround($from);
    if (block !== undefined)
      places.push(place(placeName(doc, block) || 'the paragraph', 'element', anchorOnNode(doc, block)));
  }
  const comment = commentDeskOf(letterId).begin({ kind: 'text', id: null }, places);
  for (const [index, { anchor }] of places.entries()) session.comments.track(placeId(comment, index), anchor);
  return true;
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
