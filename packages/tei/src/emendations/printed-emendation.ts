import type { Emendation } from './emendation.js';

type Printed = Pick<
  Emendation,
  'kind' | 'label' | 'copy' | 'edition' | 'before' | 'after' | 'reason' | 'resp' | 'cert'
>;

/**
 * An emendation as the printed list has it: the place, the lemma up to the bracket, what the copy has, and why.
 *
 * @example
 * 'paragraph 1: received] recieved (a slip of the pen)'
 */
export function printedEmendation(emendation: Printed): string {
  const { label, reason, resp, cert } = emendation;
  const why = [reason, resp, cert && `${cert} certainty`].filter(Boolean).join('; ');
  return `${label}: ${departure(emendation)}${why === '' ? '' : ` (${why})`}`;
}

function departure({ kind, copy, edition, before, after }: Printed): string {
  if (kind === 'gap') {
    const last = before.trim().split(' ').at(-1);
    const next = after.trim().split(' ')[0];
    if (last) return `after “${last}” a gap`;
    return next ? `before “${next}” a gap` : 'a gap';
  }
  if (kind === 'unclear') return `${edition}] not read with certainty`;
  if (kind === 'supplied') return `${edition}] supplied`;
  if (edition === '') return `${copy}] left out`;
  return copy === '' || copy === edition ? `${edition}] not so in the copy` : `${edition}] ${copy}`;
}
