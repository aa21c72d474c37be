import { isWebAddress } from '../references/is-web-address.js';
import { authorityFault } from './authority-fault.js';
import type { AuthorityId } from './register.js';

const addresses: Readonly<Record<string, string>> = {
  GND: 'https://d-nb.info/gnd/',
  VIAF: 'https://viaf.org/viaf/',
  Wikidata: 'http://www.wikidata.org/entity/',
  GeoNames: 'https://www.geonames.org/',
};

/**
 * The address by which the authority file itself names an entry, and that leads to its page. Undefined for authority files
 * that Chancery does not know, unless what is written is an address, and for numbers that cannot be theirs.
 */
export function authorityAddress({ authority, id }: AuthorityId): string | undefined {
  if (isWebAddress(id)) return id;
  const known = Object.keys(addresses).find((name) => name.toLowerCase() === authority.toLowerCase());
  if (known === undefined || authorityFault({ authority: known, id }) !== undefined) return undefined;
  return `${addresses[known]}${id}`;
}
