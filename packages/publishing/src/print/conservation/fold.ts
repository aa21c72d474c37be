/**
 * A text's letters, figures and signs, without what setting may change: spaces, division, capitals, and which quotation
 * marks, apostrophes and dashes stand. Accents stand apart from their letters, so that a text that is folded piece by piece
 * gives the same as in one.
 */
export function fold(text: string): string {
  return (
    text
      .normalize('NFKD')
      // Letters that the edition doubts have a point below.
      .replaceAll('\u0323', '')
      .toUpperCase()
      .replace(/[\s\p{Default_Ignorable_Code_Point}‘’“”'"\p{Dash_Punctuation}]/gu, '')
  );
}
