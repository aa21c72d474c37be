import type { XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../header/element-tree.js';
import { readingText, readingTextWith } from '../header/reading-text.js';
import { fileStem } from './file-stem.js';
import { pathFrom } from './path-from.js';
import type { Reference, ReferenceKind } from './reference.js';

/** The elements whose words are the context of what stands in them. */
const blocks = new Set([
  'p',
  'ab',
  'item',
  'note',
  'l',
  'head',
  'salute',
  'signed',
  'dateline',
  'cell',
  'quote',
]);
const ofTheWeb = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The references in a letter's text, its notes included: `ref` and `ptr` that lead into the edition by `@target`, or to
 * another book by `@cRef`. Callouts of endnotes and links to the web are none.
 *
 * @param path the letter's file inside the edition's folder
 */
export function readReferences(tei: XmlElement, path: string): Reference[] {
  return referencesOf(tei).map((element) => readReference(element, path));
}

/** The elements that {@link readReferences} reads, in its order. */
export function referencesOf(tei: XmlElement): XmlElement[] {
  return at(tei, 'text')
    .flatMap((text) => [...within(text)])
    .filter(isReference);
}

function isReference(element: XmlElement): boolean {
  if (element.localName !== 'ref' && element.localName !== 'ptr') return false;
  if (attribute(element, 'type') === 'endnote' || isInOrder(element)) return false;
  const target = attribute(element, 'target');
  return target === undefined ? attribute(element, 'cRef') !== undefined : !ofTheWeb.test(target);
}

/**
 * The words of a note as its reader meets them, with those of its references that have none of their own; where it is not known how
 * they are worded an ellipsis stands for them.
 *
 * @param path the file that it stands in, inside the edition's folder
 */
export function textWithReferences(
  element: XmlElement,
  path = '',
  wordsOf: (reference: Reference) => string = () => '…',
): string {
  return readingTextWith(element, (pointer) =>
    isReference(pointer) ? wordsOf(readReference(pointer, path)) : '',
  );
}

function readReference(element: XmlElement, file: string): Reference {
  const target = attribute(element, 'target')?.split(' ')[0];
  const cRef = attribute(element, 'cRef');
  const [pointer = '', fragment] = target?.split('#') ?? [];
  const path = target === undefined ? undefined : pointer === '' ? file : pathFrom(file, pointer);
  return {
    kind: target === undefined ? 'elsewhere' : kindOf(element),
    path,
    name: path === undefined ? undefined : fileStem(path),
    fragment,
    cRef,
    written: target ?? cRef ?? '',
    words: readingText(element),
    context: contextOf(element),
    start: element.start,
    end: element.end,
  };
}

function kindOf(element: XmlElement): ReferenceKind {
  const type = attribute(element, 'type');
  return type === 'note' || type === 'page' ? type : 'letter';
}

function contextOf(element: XmlElement): string {
  for (let up = element.parent; up; up = up.parent)
    if (blocks.has(up.localName))
      return readingTextWith(up, (pointer) => (isReference(pointer) ? '…' : '')).slice(0, 300);
  return '';
}

/** The pointers of the volume's list of documents are its order. */
function isInOrder(element: XmlElement): boolean {
  const list = element.parent?.parent;
  return (
    element.localName === 'ptr' &&
    list?.localName === 'list' &&
    ['documents', 'enclosures'].includes(attribute(list, 'type') ?? '')
  );
}
