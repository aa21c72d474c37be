import { readTag } from '@chancery/xml';
import type { OpenLetter } from '../open-letter.js';
import type { Habits } from './write-tag.js';

/** What new markup of the letter should look like, taken from what there is. */
export function habitsOf(letter: OpenLetter): Habits {
  const { source, map, prefix, doc } = letter.base;
  const root = source.slice(map.starts[0], map.ends[0]);
  const quote = readTag(root, { start: 0, end: root.length }).attributes[0]?.quote ?? '"';
  const firstGap = source.slice(map.ends[0], map.starts[1]);
  const outer = lastLine(source.slice(0, map.starts[0]));
  const inner = lastLine(firstGap);
  const indents = doc.content.size > 2 && /[\r\n]/.test(firstGap) && inner.length > outer.length;
  const indent = indents ? inner.slice(/^[ \t]*$/.test(outer) ? outer.length : 0) : '';
  return { prefix, quote, writable: letter.options.writable, indent };
}

function lastLine(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
}
