import type { Node, Slice } from 'prosemirror-model';
import { describeNode } from '../commands/describe-node.js';

/**
 * What a piece says, for people: paragraphs are parted by blank lines, line beginnings end lines, and what is no words
 * (a note callout, a gap, a comment) is named in brackets. Empty where the piece has nothing but seams between paragraphs.
 */
export function wordsOf({ content }: Slice): string {
  return content.textBetween(0, content.size, '\n\n', leafWords).replace(/^\n+|\n+$/g, '');
}

function leafWords(leaf: Node): string {
  return leaf.attrs.name === 'lb' ? '\n' : `[${describeNode(leaf)}]`;
}
