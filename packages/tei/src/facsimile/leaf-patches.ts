import { childElements, parseTree, type XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../header/element-tree.js';
import { attributePatch } from '../header/write/attribute-patch.js';
import { CannotWrite } from '../header/write/cannot-write.js';
import { insertion, type NewElement, removal } from '../header/write/element-patch.js';
import type { SourcePatch } from '../header/write/source-patch.js';
import { anchorsOf } from '../references/anchors-of.js';
import { type Surface, surfacesOf } from './surfaces.js';

/** The picture of a leaf, as a file of TEI is to tell of it. */
export interface LeafToWrite {
  /** Its address, or its path from the file. */
  readonly url: string;
  /** What the copy calls the leaf; nothing where that is not known. */
  readonly label: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The patches that a leaf takes, and what `@facs` then points to it with. */
export interface WrittenLeaf {
  readonly patches: readonly SourcePatch[];
  /** `#leaf-1` */
  readonly pointer: string;
}

/**
 * Enters a leaf in the facsimile of a file, where it is not there yet: a `surface` that is as wide and high in its own
 * coordinates as the picture is in pixels, with a `graphic` (TEI Guidelines, 12.1 and 12.2.1). The first leaf begins the facsimile,
 * between header and text.
 *
 * @throws {CannotWrite} where the file has no text
 */
export function leafPatches(source: string, leaf: LeafToWrite): WrittenLeaf {
  const tei = parseTree(source);
  const surfaces = surfacesOf(tei);
  const known = surfaces.find(({ url, element }) => url === leaf.url && element.localName === 'surface');
  const free = freeName(tei);
  if (known) {
    const own = attribute(known.element, 'xml:id');
    return own === undefined
      ? { patches: attributePatch(source, known.element, 'xml:id', free), pointer: `#${free}` }
      : { patches: [], pointer: `#${own}` };
  }
  const surface = surfaceOf(leaf, free);
  const pointer = `#${free}`;
  const facsimile = at(tei, 'facsimile').find((each) => at(each, 'facsimile').length === 0);
  if (facsimile) {
    const before = (child: XmlElement) => child.localName !== 'back';
    return { patches: [insertion(source, facsimile, surface, before)], pointer };
  }
  const [text] = at(tei, 'text');
  if (!text) throw new CannotWrite('The file has no text that a page of the copy could stand beside.');
  const begun: NewElement = { name: 'facsimile', content: [surface] };
  const beforeText = (child: XmlElement) => child.end <= text.start;
  return { patches: [insertion(source, tei, begun, beforeText)], pointer };
}

/**
 * The patches that take the picture of a leaf out of a file’s facsimile: the leaf, where nothing else is said of it. What points
 * to it must have been taken away before.
 */
export function removedLeafPatches(source: string, url: string): SourcePatch[] {
  const tei = parseTree(source);
  return surfacesOf(tei)
    .filter((surface) => surface.url === url)
    .flatMap(({ element, graphic, picture }) => {
      const facsimile = element.localName === 'surface' ? element.parent : element;
      const bare = element.localName === 'surface' && childElements(element).length === 1;
      const filled = picture !== element && childElements(picture).length === 1 ? picture : graphic;
      const gone = bare ? element : filled;
      const emptied =
        facsimile?.localName === 'facsimile' &&
        gone.parent === facsimile &&
        childElements(facsimile).length === 1;
      return [removal(source, emptied ? facsimile : gone)];
    });
}

/** What of a text points to a leaf, by its name, its picture’s or one of its zones’. */
export function pointingToLeaf(tei: XmlElement, { pointers, url }: Surface): XmlElement[] {
  const all = new Set([...pointers, url]);
  return at(tei, 'text')
    .flatMap((text) => [text, ...within(text)])
    .filter((element) =>
      attribute(element, 'facs')
        ?.split(' ')
        .some((pointer) => all.has(pointer)),
    );
}

function surfaceOf({ url, label, width, height }: LeafToWrite, id: string): NewElement {
  return {
    name: 'surface',
    attributes: {
      'xml:id': id,
      n: label === '' ? undefined : label,
      ulx: '0',
      uly: '0',
      lrx: String(width),
      lry: String(height),
    },
    content: [{ name: 'graphic', attributes: { url, width: `${width}px`, height: `${height}px` } }],
  };
}

function freeName(tei: XmlElement): string {
  const taken = anchorsOf(tei);
  let next = 1;
  while (taken.has(`leaf-${next}`)) next += 1;
  return `leaf-${next}`;
}
