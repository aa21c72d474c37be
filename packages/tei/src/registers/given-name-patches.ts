import { parseTree } from '@chancery/xml';
import { attributePatch } from '../header/write/attribute-patch.js';
import type { SourcePatch } from '../header/write/source-patch.js';
import { pointerTo } from '../references/path-from.js';
import { nameElements } from './read-name-uses.js';
import type { Redirection } from './redirect-patches.js';

/** The patches that say of names who bears them, where nobody has said it before. Nothing else of the file changes. */
export function givenNamePatches(
  source: string,
  {
    file,
    volume,
    into,
    places,
  }: Pick<Redirection, 'file' | 'volume' | 'into'> & { readonly places: readonly number[] },
): SourcePatch[] {
  const names = nameElements(parseTree(source));
  const pointer = `${file === volume ? '' : pointerTo(file, volume)}#${into}`;
  return [...new Set(places)].flatMap((place) => {
    const element = names[place]?.element;
    return element ? attributePatch(source, element, 'ref', pointer) : [];
  });
}
