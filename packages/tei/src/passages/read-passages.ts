import { childElements, parseTree, type XmlElement } from '@chancery/xml';

import { rowOf } from '../row-of.js';
import type { Passage, PassageArea, ReadingKind } from './passage.js';
import { passageLabel } from './passage-label.js';
import { GrowingReading, type Reading } from './reading.js';
import { readsAs } from './reads-as.js';

/** Parts of the header that tell of the encoding and of the file's history, not of the letter. */
const apart: ReadonlySet<string> = new Set(['encodingDesc', 'revisionDesc', 'publicationStmt']);

/**
 * All that can be searched in a TEI file, in its order: the text, its notes each by itself, and the fields of the header.
 *
 * @param tei the tree of the same source
 * @throws {NoRootElement} when the source holds no element.
 */
export function readPassages(source: string, tei: XmlElement = parseTree(source)): Passage[] {
  const passages: Passage[] = [];
  let groups = 0;

  function walk(element: XmlElement, area: PassageArea, group: number): void {
    if (apart.has(element.localName)) return;
    if (!isOpened(element)) {
      take(element, area, group);
      return;
    }
    childElements(element).forEach((child) => {
      const own = isGroup(child) ? ++groups : group;
      walk(child, areaOf(child, area), own);
    });
  }

  function take(element: XmlElement, area: PassageArea, group: number): void {
    const aside = new Set<XmlElement>();
    const emended = gathered(source, element, 'emended', aside);
    const written = gathered(source, element, 'written', aside);
    const same = written.text === emended.text;
    if (emended.text !== '' || written.text !== '') {
      const label = passageLabel(element);
      passages.push({
        place: passages.length,
        area,
        label,
        group,
        emended,
        written: same ? emended : written,
      });
    }
    for (const inner of aside) walk(inner, areaOf(inner, area), group);
  }

  walk(tei, 'text', 0);
  return passages;
}

function areaOf({ localName }: XmlElement, around: PassageArea): PassageArea {
  if (localName === 'teiHeader') return 'metadata';
  return localName === 'note' && around === 'text' ? 'notes' : around;
}

/** A piece of the front or back matter, and a note that stands there among others. */
function isGroup({ localName, parent }: XmlElement): boolean {
  if (localName === 'note') return parent?.localName === 'div' || parent?.localName === 'noteGrp';
  return localName === 'div' && (parent?.localName === 'front' || parent?.localName === 'back');
}

/** Whether an element holds passages and is none itself. */
function isOpened(element: XmlElement): boolean {
  const shape = rowOf(element.localName)?.shape;
  const holdsText = element.children.some(
    (child) => (child.type === 'text' || child.type === 'cdata') && /[^ \t\r\n]/.test(child.value),
  );
  if (shape === 'textblock' || shape === 'phrase' || shape === 'leaf') return false;
  if (shape === 'either' || shape === 'inline') return !holdsText && childElements(element).some(isBlock);
  return !holdsText;
}

function isBlock({ localName }: XmlElement): boolean {
  const shape = rowOf(localName)?.shape;
  return shape === 'container' || shape === 'either' || shape === 'textblock';
}

/** The words of an element. What stands within it as a passage of its own is put aside. */
function gathered(source: string, element: XmlElement, kind: ReadingKind, aside: Set<XmlElement>): Reading {
  const reading = new GrowingReading(source);
  function gather(parent: XmlElement): void {
    for (const child of parent.children) {
      if (child.type === 'text' || child.type === 'cdata') reading.add(child, parent);
      else if (child.type === 'element') {
        const own = child.localName === 'note' || isBlock(child);
        if (own) aside.add(child);
        const reads = own ? (child.localName === 'note' ? 'nothing' : 'space') : readsAs(child, kind);
        if (reads === 'words') gather(child);
        else if (reads === 'space') reading.space();
        else if (reads === 'joined') reading.join();
      }
    }
  }
  gather(element);
  return reading.finish();
}
