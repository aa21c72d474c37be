const creativeCommons =
  /^https?:\/\/(?:www\.)?creativecommons\.org\/(?:licenses\/(by(?:-nc)?(?:-sa|-nd)?)|publicdomain\/(zero))\/(\d\.\d)\/?(?:deed(?:\.[a-z-]+)?|legalcode(?:\.[a-z-]+)?)?$/i;

const versions: ReadonlySet<string> = new Set(['1.0', '2.0', '2.5', '3.0', '4.0']);

/**
 * What the SPDX list of licences (3.25) calls a licence of Creative Commons, by the address it is told by: `CC-BY-SA-4.0`. The versions for single
 * countries and other licences have no address that tells it: undefined.
 */
export function spdxLicence(address: string | undefined): string | undefined {
  const [, kind, zero, version = ''] = creativeCommons.exec(address?.trim() ?? '') ?? [];
  if (zero !== undefined) return version === '1.0' ? 'CC0-1.0' : undefined;
  return kind !== undefined && versions.has(version) ? `CC-${kind.toUpperCase()}-${version}` : undefined;
}
