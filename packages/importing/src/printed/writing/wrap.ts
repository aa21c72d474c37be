/** Stands in written TEI for a space at which the line may end: a character that no XML can hold, and so no source. */
export const softSpace = '\u0001';

const width = 110;

/** An element over as many lines as it takes, each indented; its spaces that may be line ends become spaces or line ends. */
export function wrapped(written: string, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of written.split(softSpace)) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else line += line === indent ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}
