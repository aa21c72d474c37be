import { openLetter } from '@chancery/prosemirror-tei';
import { teiNamespace } from '@chancery/tei';
import type { BuiltDocument } from './doc.js';

/**
 * Asserts that a body of TEI and a document say the same, whatever the ids of their elements.
 *
 * @throws DocumentsDiffer where they do not.
 */
export function same(body: string, built: BuiltDocument): void {
  const source = `<TEI xmlns="${teiNamespace}"><text><body>${body}</body></text></TEI>`;
  openLetter(source, { adopt: built.doc });
}
