/** What a line of text cannot hold: control characters, among them ends of lines, and what no XML may hold (XML 1.0, 2.2). */
const unprintable = '\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF';

/** A text that is one line, and that XML can hold. */
export const oneLine = new RegExp(`^[^${unprintable}]*$`, 'u');

/** The text with a space in the place of each character that does not belong in a line of XML. */
export function asOneLine(text: string): string {
  return text.replaceAll(new RegExp(`[${unprintable}]`, 'gu'), ' ');
}
