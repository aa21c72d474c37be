import { childElements, type XmlElement } from '@chancery/xml';

import { isRead } from '../header/reading-text.js';
import { rowOf } from '../row-of.js';
import type { ReadingKind } from './passage.js';

/** How an element within running text is read. */
export function readsAs(element: XmlElement, kind: ReadingKind): ReturnType<typeof isRead> {
  if (kind === 'emended') return isRead(element);
  const row = rowOf(element.localName);
  if (row?.copyReads !== undefined) return row.copyReads;
  const choice = element.parent;
  if (choice?.localName !== 'choice' || !hasCopy(choice))
    return row?.reads === 'copy' ? 'words' : isRead(element);
  return row?.reads === 'copy' ? 'words' : 'nothing';
}

/** Whether one of the readings of a `choice` is the copy's. See TEI Guidelines, 3.5 Simple Editorial Changes. */
function hasCopy(choice: XmlElement): boolean {
  return childElements(choice).some(({ localName }) => rowOf(localName)?.reads === 'copy');
}
