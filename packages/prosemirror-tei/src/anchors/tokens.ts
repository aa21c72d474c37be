import type { Fragment, Slice } from 'prosemirror-model';

/**
 * What stands for a token that is no text: three characters that XML cannot hold (XML 1.0, production 2), so that no text
 * of a letter has them.
 */
export const opening = '\u0001';
export const closing = '\u0002';
const leaf = '\u0003';

const structure = new RegExp(`^[${opening}${closing}]*$`);
const blank = new RegExp(`[${opening}${closing}\\s]+`, 'g');

/** One UTF-16 unit for each token of a slice, in order: its length is the slice's size. */
export function tokensOf(slice: Slice): string {
  const all = ofFragment(slice.content);
  return all.slice(slice.openStart, all.length - slice.openEnd);
}

function ofFragment(fragment: Fragment): string {
  let tokens = '';
  fragment.forEach((node) => {
    if (node.isText) tokens += node.text ?? '';
    else tokens += node.isLeaf ? leaf : opening + ofFragment(node.content) + closing;
  });
  return tokens;
}

/** The words among tokens, as one reads them. */
export function wordsOfTokens(tokens: string): string {
  return tokens.replaceAll(leaf, '').replace(blank, ' ').trim();
}

/** The tokens by which a passage is known again where its paragraphs and its white space may have become others. */
export function letters(tokens: string): string {
  return tokens.replace(blank, '');
}

/** Whether tokens are tags of blocks alone. */
export function isStructure(tokens: string): boolean {
  return structure.test(tokens);
}

/** Whether a token is among the {@link letters}. */
export function isLetter(token: string): boolean {
  return letters(token) !== '';
}

/** Fewer letters than these may be alike by chance: they are no sign that a passage has come back. */
export const telling = 3;
