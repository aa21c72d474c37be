import { elementOf, type OpenLetter, offsetAt } from '@chancery/prosemirror-tei';
import {
  attributePatch,
  beginsLine,
  type LeafOfZones,
  leafPatches,
  movedZonePatches,
  patched,
  removedZonePatches,
  surfacesOf,
  within,
  type ZoneArea,
  zonePatches,
  zonesOf,
} from '@chancery/tei';
import { attributeValue, childElements, parseTree, type XmlElement } from '@chancery/xml';
import type { Node } from 'prosemirror-model';

/** What a zone can be bound to: the beginning of the line or page at the caret, or the block that holds it. */
export interface Bindable {
  /** Where it stands in the document. */
  readonly at: number;
  /** “line break”, “page break”, “paragraph”. */
  readonly name: string;
}

/** A letter at the desk as far as zones are concerned: its source, which is changed by being replaced, so that each change can be undone. */
export interface ZonedLetter {
  readonly source: {
    open(): Promise<void>;
    now(): OpenLetter | undefined;
    replace(source: string): void;
  };
}

/** A leaf as a letter’s file tells of it. */
export interface LeafInFile extends LeafOfZones {
  readonly label: string;
}

/** What a zone is bound to at a place of the text: the last break of its block before it, else the block. */
export function bindableAt(doc: Node, place: number): Bindable | undefined {
  const $at = doc.resolve(place);
  let depth = $at.depth;
  while (depth > 0 && !$at.node(depth).isTextblock) depth -= 1;
  if (depth === 0) return undefined;
  const [block, start] = [$at.node(depth), $at.start(depth)];
  let found: Bindable = { at: start - 1, name: elementOf(block) ?? '' };
  block.descendants((node, offset) => {
    const name = elementOf(node);
    if (beginsLine(name) && start + offset < place) found = { at: start + offset, name };
    return node.isInline;
  });
  return found.name === '' ? undefined : found;
}

/**
 * Enters a zone, and points to it from the text, as one change that can be undone. Answers its name.
 *
 * @throws what the letter’s source throws where it cannot be changed
 */
export async function addZone(
  session: ZonedLetter,
  leaf: LeafInFile,
  area: ZoneArea,
  to: Bindable | undefined,
): Promise<string | undefined> {
  const letter = await letterOf(session);
  const type = to && to.name !== 'lb' ? 'block' : 'line';
  // What stands in the text is told by its number among its like: the facsimile before it grows.
  const bound = to && elementStarting(letter.source, offsetAt(letter, to.at));
  const withLeaf = patched(letter.source, leafPatches(letter.source, leaf).patches);
  const { patches, written } = zonePatches(withLeaf, leaf, [{ area, type }]);
  const pointer = written[0]?.pointer;
  const withZone = patched(withLeaf, patches);
  session.source.replace(
    bound === undefined || pointer === undefined ? withZone : pointed(withZone, bound, pointer, leaf),
  );
  return pointer?.slice(1);
}

/** Points to a zone from the text at a place, as one change that can be undone. */
export async function bindZone(
  session: ZonedLetter,
  leaf: LeafInFile,
  id: string,
  to: Bindable,
): Promise<void> {
  const letter = await letterOf(session);
  const bound = elementStarting(letter.source, offsetAt(letter, to.at));
  if (bound !== undefined) session.source.replace(pointed(letter.source, bound, `#${id}`, leaf));
}

/** Lays a zone elsewhere, as one change that can be undone. */
export async function moveZone(
  session: ZonedLetter,
  leaf: LeafInFile,
  id: string,
  area: ZoneArea,
): Promise<void> {
  const { source } = await letterOf(session);
  session.source.replace(patched(source, movedZonePatches(source, leaf, id, area)));
}

/** Takes a zone away, as one change that can be undone. */
export async function removeZone(session: ZonedLetter, leaf: LeafInFile, id: string): Promise<void> {
  const { source } = await letterOf(session);
  session.source.replace(patched(source, removedZonePatches(source, leaf, id)));
}

async function letterOf(session: ZonedLetter) {
  await session.source.open();
  const letter = session.source.now();
  if (!letter) throw new Error('The source of the letter could not be loaded. Try again in a moment.');
  return letter;
}

/** Which element of the text begins at an offset, by its number; nothing where none does. */
function elementStarting(source: string, offset: number): number | undefined {
  const index = elementsOfText(source).findIndex(({ start }) => start === offset);
  return index < 0 ? undefined : index;
}

/** With a pointer to a zone added to an element of the text; pointers to other zones of the same leaf give way. */
function pointed(source: string, element: number, pointer: string, leaf: LeafInFile): string {
  const target = elementsOfText(source)[element];
  if (!target) return source;
  const surface = surfacesOf(parseTree(source)).find(({ url }) => url === leaf.url);
  const zones = surface ? zonesOf(surface, leaf).map(({ id }) => `#${id}`) : [];
  const now = attributeValue(target, 'facs')?.split(/\s+/u) ?? [];
  const others = now.filter((each) => each !== '' && !zones.includes(each));
  return patched(source, attributePatch(source, target, 'facs', [...others, pointer].join(' ')));
}

function elementsOfText(source: string): XmlElement[] {
  return childElements(parseTree(source))
    .filter(({ localName }) => localName === 'text')
    .flatMap((text) => [text, ...within(text)]);
}
