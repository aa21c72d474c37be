import { placedBlocks } from '@chancery/prosemirror-tei';
import type { Node } from 'prosemirror-model';
import { Selection, TextSelection } from 'prosemirror-state';

/** Where the caret stands when a letter is opened: before its first word, past the header. */
export function startOfText(doc: Node): Selection {
  const first = placedBlocks(doc)[0];
  return first ? TextSelection.create(doc, first.pos + 1) : Selection.atStart(doc);
}
