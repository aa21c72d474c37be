import type { AuthorityId } from './register.js';

const addresses: Readonly<Record<string, string>> = {
  GND: 'https://d-nb.info/gnd/',
  VIAF: 'https://viaf.org/viaf/',
  Wikidata: 'http://www.wikidata.org/entity/',
  GeoNames: 'https://www.geonames.org/',
};

/**
 * The address by which the authority file itself names an entry; undefined for authority files that Chancery does not know,
 * unless what is written is an address.
 */
export function authorityAddress({ authority, id }: AuthorityId): string | undefined {
  if (/^https?:\/\/\S+$/i.test(id)) return id;
  const known = Object.keys(addresses).find((name) => name.toLowerCase() === authority.toLowerCase());
  return known && /^[\w-]+$/.test(id) ? `${addresses[known]}${id}` : undefined;
}
