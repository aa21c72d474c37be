import { type OpenLetter, positionAt, schema } from '@chancery/prosemirror-tei';
import type { PieceEdit, Reading } from '@chancery/tei';
import { type Step, Transform } from 'prosemirror-transform';

/**
 * The steps that give pieces of a reading other words, upon the letter that was read. Undefined where the letter does not
 * hold these words as text, as within what is carried unopened.
 *
 * @param edits in order
 */
export function replacementSteps(
  letter: OpenLetter,
  reading: Reading,
  edits: readonly PieceEdit[],
): readonly Step[] | undefined {
  const transform = new Transform(letter.doc);
  for (const edit of edits.toReversed()) {
    const from = positionAt(letter, reading.starts[edit.from] ?? -1);
    const to = positionAt(letter, reading.ends[edit.to - 1] ?? -1);
    if (!holds(letter, from, to, reading.text.slice(edit.from, edit.to))) return undefined;
    const marks = letter.doc.nodeAt(from)?.marks ?? [];
    if (edit.text === '') transform.delete(from, to);
    else transform.replaceWith(from, to, schema.text(edit.text, marks));
  }
  return transform.steps;
}

/** Whether the document has just these words between two positions, in one piece of text. */
function holds({ doc }: OpenLetter, from: number, to: number, words: string): boolean {
  if (from >= to || to > doc.content.size) return false;
  const $from = doc.resolve(from);
  const node = doc.nodeAt(from);
  if (!node?.isText || to > $from.pos - $from.textOffset + node.nodeSize) return false;
  return doc.textBetween(from, to).replace(/[ \t\r\n]+/g, ' ') === words;
}
