import { teiNamespace } from '@chancery/tei';
import type { ReadTei } from '../from-tei/read-tei.js';
import { EditRefused } from '../to-tei/edit-refused.js';

/**
 * An edit of the source may change all but what the letter is: its root element keeps its name, and goes into no namespace but
 * that of TEI, or into none.
 *
 * @throws {EditRefused} `protected`.
 */
export function refuseOtherRoot(
  before: Pick<ReadTei, 'doc' | 'namespace'>,
  after: Pick<ReadTei, 'doc' | 'namespace'>,
): void {
  if (after.doc.firstChild?.attrs.name !== before.doc.firstChild?.attrs.name)
    throw new EditRefused('protected', 'The root element of the letter cannot become another one.');
  if ([before.namespace, teiNamespace, ''].includes(after.namespace)) return;
  throw new EditRefused(
    'protected',
    `The root element of the letter would be in the namespace “${after.namespace}”. TEI is in the namespace “${teiNamespace}”.`,
  );
}
