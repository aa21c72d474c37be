import { parseTree, type XmlElement } from '@chancery/xml';
import { attribute, within } from '../header/element-tree.js';
import { attributePatch } from '../header/write/attribute-patch.js';
import type { SourcePatch } from '../header/write/source-patch.js';
import { NoSuchPlace } from '../volume/no-such-place.js';
import { anchorsOf } from './anchors-of.js';

/** A page that nothing can refer to yet: its `pb` has a number, and no `xml:id`. */
export interface PageToName {
  /** The identifier that it would be given, by its number: `page-6`. No element of the file bears it. */
  readonly id: string;
  readonly n: string;
  readonly pb: XmlElement;
}

/** The pages of a file that bear a number and no identifier, in the order of the file. */
export function pagesToName(tei: XmlElement): PageToName[] {
  const taken = new Set(anchorsOf(tei).keys());
  return [...within(tei)].flatMap((pb) => {
    const n = attribute(pb, 'n');
    if (pb.localName !== 'pb' || n === undefined || attribute(pb, 'xml:id') !== undefined) return [];
    const stem = `page-${n.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')}`;
    let id = stem;
    for (let next = 2; taken.has(id); next += 1) id = `${stem}-${next}`;
    taken.add(id);
    return [{ id, n, pb }];
  });
}

/**
 * The patches that give a page the identifier that {@link pagesToName} has for it; none where the file has that identifier by now.
 *
 * @throws {NoSuchPlace} where it has no such page any more
 */
export function pageNamePatches(source: string, id: string): SourcePatch[] {
  const tei = parseTree(source);
  if (anchorsOf(tei).has(id)) return [];
  const page = pagesToName(tei).find((each) => each.id === id);
  if (!page)
    throw new NoSuchPlace(
      'The page has gone from the letter meanwhile. Look for it again, and refer to it then.',
    );
  return attributePatch(source, page.pb, 'xml:id', id);
}
