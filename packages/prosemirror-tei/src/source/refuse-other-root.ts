import type { ReadTei } from '../from-tei/read-tei.js';
import { EditRefused } from '../to-tei/edit-refused.js';

/**
 * An edit of the source may change all but what the letter is: its root element and the namespace of that.
 *
 * @throws {EditRefused} `protected`.
 */
export function refuseOtherRoot(
  before: Pick<ReadTei, 'doc' | 'namespace'>,
  after: Pick<ReadTei, 'doc' | 'namespace'>,
): void {
  if (after.doc.firstChild?.attrs.name !== before.doc.firstChild?.attrs.name)
    throw new EditRefused('protected', 'The root element of the letter cannot become another one.');
  if (after.namespace === before.namespace) return;
  throw new EditRefused(
    'protected',
    `The root element of the letter cannot go into another namespace: it is in ${named(before)}, and would be in ${named(after)}.`,
  );
}

function named({ namespace }: Pick<ReadTei, 'namespace'>): string {
  return namespace === '' ? 'none' : `“${namespace}”`;
}
