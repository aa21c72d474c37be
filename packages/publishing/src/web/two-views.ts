/**
 * A whole tag as HTML is serialized (XSLT and XQuery Serialization 3.1, 7): no text holds the bracket that opens one, and no
 * value a quotation mark. A value may hold a bracket, which is why tags are not told by their names alone.
 */
const tags = /<\/?([a-z][\w-]*)(?:\s+[\w:.-]+(?:="[^"]*")?)*\s*\/?>/gi;

/** An address from the page that a link or form stands on; others name their place from the root of the web, or a part of a page. */
const relative = /(\s(?:href|src|action)=")(?![#/]|[a-z][a-z\d+.-]*:)/gi;

/** The two views of a document, each a page of its own. */
interface TwoViews {
  readonly reading: string;
  /** It stands a folder deeper. */
  readonly diplomatic: string;
}

/** Parts the page that holds both views, each without what is of the other and without the elements that told them apart. */
export function twoViews(both: string): TwoViews {
  const reading: string[] = [];
  const diplomatic: string[] = [];
  /** How deep the place stands in what is of the one view alone, and of the other. */
  let inReading = 0;
  let inCopy = 0;
  const keep = (piece: string, placed = piece) => {
    if (inCopy === 0) reading.push(piece);
    if (inReading === 0) diplomatic.push(placed);
  };
  let from = 0;
  for (const { 0: tag, 1: name = '', index } of both.matchAll(tags)) {
    if (index > from) keep(onOneLine(both.slice(from, index)));
    from = index + tag.length;
    const step = tag.startsWith('</') ? -1 : 1;
    if (name === 'reading-only') inReading += step;
    else if (name === 'copy-only') inCopy += step;
    else keep(tag, inReading === 0 && tag.includes('=') ? tag.replace(relative, '$1../') : tag);
  }
  keep(onOneLine(both.slice(from)));
  return { reading: reading.join(''), diplomatic: diplomatic.join('') };
}

/** Text with one end of a line for each with its indentation, which HTML shows as one space: a tenth of what is sent. */
function onOneLine(text: string): string {
  return text.includes('\n') ? text.replace(/[ \t\n\r]*\n[ \t\n\r]*/g, '\n') : text;
}
