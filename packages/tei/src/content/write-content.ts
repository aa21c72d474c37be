import type { Content } from './content.js';

/** A content expression as it is written in a row; {@link parseContent} reads it back. */
export function writeContent(content: Content): string {
  switch (content.kind) {
    case 'name':
      return content.name === 'text' ? '<text>' : content.name;
    case 'sequence':
      return content.parts.map(writePart).join(', ');
    case 'choice':
      return content.parts.map(writePart).join(' | ');
    case 'repeat':
      return writePart(content.part) + content.sign;
    default:
      return content.kind;
  }
}

function writePart(content: Content): string {
  const written = writeContent(content);
  return content.kind === 'sequence' || content.kind === 'choice' ? `(${written})` : written;
}
