/**
 * A text's letters, figures and signs, without what setting may change: spaces, division, capitals, and which quotation
 * marks, apostrophes and dashes stand.
 */
export function fold(text: string): string {
  // Letters that the edition doubts have a point below.
  const plain = /[\u0323\u1E00-\u1EFF]/.test(text) ? text.normalize('NFD').replaceAll('\u0323', '') : text;
  return plain
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Default_Ignorable_Code_Point}‘’“”'"\p{Dash_Punctuation}]/gu, '');
}
