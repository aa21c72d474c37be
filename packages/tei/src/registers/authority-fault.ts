import type { AuthorityId } from './register.js';

/**
 * What is wrong with an authority file's identifier, in a sentence that says what is expected; undefined for nothing, and
 * for authority files that Chancery does not know. Only the form is looked at, with the check digit where there is one.
 */
export function authorityFault({ authority, id }: AuthorityId): string | undefined {
  switch (authority) {
    case 'GND':
      return gndFault(id);
    case 'VIAF':
      return /^[1-9]\d{0,21}$/.test(id)
        ? undefined
        : `“${id}” is no VIAF number: it is figures alone, like 99258155.`;
    case 'Wikidata':
      return /^Q[1-9]\d{0,11}$/.test(id)
        ? undefined
        : `“${id}” is no Wikidata item: it is a Q and figures, like Q855.`;
    case 'GeoNames':
      return /^[1-9]\d{0,9}$/.test(id)
        ? undefined
        : `“${id}” is no GeoNames number: it is figures alone, like 524901.`;
    default:
      return id.trim() === '' ? `The number in ${authority} is missing.` : undefined;
  }
}

/**
 * A GND number is figures with a last one that checks the others, modulo 11: with weights from 2, from the right. It is
 * the figure (or X) that makes the sum divisible; numbers with a hyphen, of corporate bodies and subjects, have the sum itself.
 * See the Deutsche Nationalbibliothek's “Prüfziffernberechnung”.
 */
function gndFault(id: string): string | undefined {
  const [, figures = '', hyphen, check = ''] = /^([1-9]\d{0,9})(-?)([\dX])$/.exec(id) ?? [];
  if (figures === '') return `“${id}” is no GND number: it is figures with a check digit, like 118642499.`;
  let sum = 0;
  for (const [index, figure] of [...figures].reverse().entries()) sum += Number(figure) * (index + 2);
  const rest = hyphen === '-' ? sum % 11 : (11 - (sum % 11)) % 11;
  const expected = rest === 10 ? 'X' : String(rest);
  return check === expected
    ? undefined
    : `The GND number ${id} does not check: its last figure would be ${expected}. A figure is wrong, or two are exchanged.`;
}
