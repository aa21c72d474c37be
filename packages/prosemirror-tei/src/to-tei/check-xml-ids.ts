import { lex, readTag } from '@chancery/xml';
import { EditRefused } from './edit-refused.js';

/**
 * Refuses an edit that makes two elements bear one `xml:id`. What was doubled before may stay.
 *
 * @throws {EditRefused} `doubled-xml-id`.
 */
export function checkXmlIds(before: string, after: string): void {
  const former = doubled(before);
  for (const id of doubled(after)) {
    if (!former.has(id))
      throw new EditRefused('doubled-xml-id', `Two elements would have the xml:id “${id}”.`);
  }
}

function doubled(source: string): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const token of lex(source)) {
    if (token.kind !== 'open' && token.kind !== 'empty') continue;
    for (const { name, value } of readTag(source, token).attributes) {
      if (name !== 'xml:id') continue;
      if (seen.has(value)) twice.add(value);
      seen.add(value);
    }
  }
  return twice;
}
