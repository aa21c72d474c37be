import { authorityFault } from '@chancery/tei';

/** Where an authority file shows the entry of a number. */
const addresses: Readonly<Record<string, (id: string) => string>> = {
  GND: (id) => `https://d-nb.info/gnd/${id}`,
  VIAF: (id) => `https://viaf.org/viaf/${id}`,
  Wikidata: (id) => `https://www.wikidata.org/wiki/${id}`,
  GeoNames: (id) => `https://www.geonames.org/${id}`,
};

/** The web address of an entry in an authority file; undefined for files that are not known, and numbers that cannot be theirs. */
export function authorityAddress(number: {
  readonly authority: string;
  readonly id: string;
}): string | undefined {
  if (authorityFault(number) !== undefined) return undefined;
  return addresses[number.authority]?.(number.id);
}
