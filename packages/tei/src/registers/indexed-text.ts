import { parseTree, type XmlElement } from '@chancery/xml';
import { attribute, within } from '../header/element-tree.js';
import { patched, type SourcePatch } from '../header/write/source-patch.js';
import { whereItLeads } from './name-pointers.js';
import { nameElements } from './read-name-uses.js';

/** Where an entry of a register is named first, in a text or in a part of one. */
export interface IndexedName {
  readonly entry: string;
  /** The `xml:id` of the name. */
  readonly id: string;
  /** The part of front or back matter that it stands in, by `xml:id`, or else by type. */
  readonly part: string | undefined;
}

/** Title pages and the list of those who made the edition are not indexed. */
const left = (element: XmlElement) =>
  element.localName === 'titlePage' || attribute(element, 'type') === 'commission';

/**
 * A text with an identifier for every name that an index leads to: the first that stands for an entry, in each part of front and
 * back matter anew. Lines stay the lines that they were.
 *
 * @param file the path of the file inside the edition's folder, and `volume` that of the volume's own
 */
export function indexedText(
  source: string,
  file: string,
  volume: string,
): { readonly source: string; readonly names: readonly IndexedName[] } {
  const tei = parseTree(source);
  const taken = new Set([...within(tei)].flatMap((element) => attribute(element, 'xml:id') ?? []));
  const names = new Map<string, IndexedName>();
  const patches: SourcePatch[] = [];
  for (const { element, kind } of nameElements(tei)) {
    const written = kind === 'pointer' ? undefined : attribute(element, 'ref');
    const to = written === undefined ? undefined : whereItLeads(written, file);
    if (to?.path !== volume) continue;
    const around = ancestors(element);
    if (around.some(({ localName }) => localName === 'teiHeader') || around.some(left)) continue;
    const part = partOf(around);
    const key = `${part ?? ''}\n${to.id}`;
    if (names.has(key)) continue;
    const own = attribute(element, 'xml:id');
    const id = own ?? freshId(`${part ?? 'named'}-${to.id}`, taken);
    names.set(key, { entry: to.id, id, part });
    if (own !== undefined) continue;
    const at = element.start + 1 + element.name.length;
    patches.push({ start: at, end: at, text: ` xml:id="${id}"` });
  }
  return { source: patched(source, patches), names: [...names.values()] };
}

function ancestors(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let up = element.parent; up; up = up.parent) found.push(up);
  return found;
}

function partOf(around: readonly XmlElement[]): string | undefined {
  const part = around.find(({ parent }) => parent?.localName === 'front' || parent?.localName === 'back');
  return part && (attribute(part, 'xml:id') ?? attribute(part, 'type'));
}

function freshId(wanted: string, taken: Set<string>): string {
  const id = taken.has(wanted) ? freshId(`${wanted}-`, taken) : wanted;
  taken.add(id);
  return id;
}
