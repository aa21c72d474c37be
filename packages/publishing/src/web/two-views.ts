/**
 * A whole tag as HTML is serialized (XSLT and XQuery Serialization 3.1, 7): no text holds the bracket that opens one, and no
 * value a quotation mark. A value may hold a bracket, which is why tags are not told by their names alone.
 */
const tags = /<\/?([a-z][\w-]*)(?:\s+[\w:.-]+(?:="[^"]*")?)*\s*\/?>/gi;

/** An address from the page that a link or form stands on; others name their place from the root of the web, or a part of a page. */
const relative = /(\s(?:href|src|action)=")(?![#/]|[a-z][a-z\d+.-]*:)/gi;

type View = 'reading-only' | 'copy-only';

/** The reading text, of the page that holds both views. */
export function readingView(both: string): string {
  return viewOf(both, 'copy-only', (tag) => tag);
}

/** The diplomatic view, of the page that holds both: it stands a folder deeper. */
export function diplomaticView(both: string): string {
  return viewOf(both, 'reading-only', (tag) => tag.replace(relative, '$1../'));
}

/** Text with one end of a line for each with its indentation, which HTML shows as one space: a tenth of what is sent. */
function onOneLine(text: string): string {
  return text.replace(/[ \t\n\r]*\n[ \t\n\r]*/g, '\n');
}

/** What is not of the other view, without the elements that told the two apart. */
function viewOf(both: string, other: View, place: (tag: string) => string): string {
  const kept: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: tag, 1: name = '', index } of both.matchAll(tags)) {
    if (depth === 0) kept.push(onOneLine(both.slice(from, index)));
    from = index + tag.length;
    if (name === other) depth += tag.startsWith('</') ? -1 : 1;
    else if (depth === 0 && name !== 'reading-only' && name !== 'copy-only') kept.push(place(tag));
  }
  kept.push(onOneLine(both.slice(from)));
  return kept.join('');
}
