/**
 * A text's letters, figures and signs, without what setting may change: spaces, division, capitals, and which quotation
 * marks, apostrophes and dashes stand.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Default_Ignorable_Code_Point}‘’“”'"\p{Dash_Punctuation}]/gu, '');
}
