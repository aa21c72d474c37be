/**
 * The canonical reference for the words of a reference to another volume; undefined for words that name no volume or no
 * place in it.
 *
 * @example
 * cRefOf('Volume One, pp. 368–369, Doc. No. 493'); // 'volume-one/493'
 * cRefOf('Vol. II, p. 12');                        // 'volume-ii/p.12'
 */
export function cRefOf(words: string): string | undefined {
  const volume = /\bvol(?:ume|\.)?\s*([\p{L}\d]+)/iu.exec(words)?.[1];
  const number = /\b(?:Nos?\.?|Nr\.?|№)\s*\[?(\d+[a-z]?)\b/iu.exec(words)?.[1];
  const page = /\bpp?\.\s*(\d+)/iu.exec(words)?.[1];
  const place = number ?? (page === undefined ? undefined : `p.${page}`);
  return volume === undefined || place === undefined
    ? undefined
    : `volume-${volume.toLowerCase()}/${place.toLowerCase()}`;
}
