import type { XmlElement } from '@chancery/xml';
import { at } from '../element-tree.js';
import { namesInAction, placesInAction } from '../names-in-action.js';
import { CannotWrite } from './cannot-write.js';
import { insertion, type NewElement } from './element-patch.js';
import type { SourcePatch } from './source-patch.js';

/** What stands before an element among its siblings, where the order counts. See TEI Guidelines, 2.2 The File Description. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  notesStmt: ['titleStmt', 'editionStmt', 'extent', 'publicationStmt', 'seriesStmt', 'notesStmt'],
  sourceDesc: [
    'titleStmt',
    'editionStmt',
    'extent',
    'publicationStmt',
    'seriesStmt',
    'notesStmt',
    'sourceDesc',
  ],
  profileDesc: ['fileDesc', 'encodingDesc', 'profileDesc'],
  correspContext: ['correspAction', 'correspContext'],
  textLang: ['title', 'author', 'textLang'],
};

const WHO_AND_WHERE = [...namesInAction, ...placesInAction, 'address'];
const IN_ACTION: Readonly<Record<string, readonly string[]>> = {
  persName: [...namesInAction],
  placeName: WHO_AND_WHERE,
  date: [...WHO_AND_WHERE, 'date'],
  note: [...WHO_AND_WHERE, 'date', 'note'],
};

/** Elements of the header that hold paragraphs instead of what is to be put into them take nothing else. */
const OR_PARAGRAPHS = new Set(['correspDesc', 'correspAction', 'sourceDesc']);

/**
 * The patch that puts an element at the end of a path of the header, where the Guidelines have its place; the elements
 * of the path that are wanting are made with it.
 *
 * @throws {CannotWrite} without a header, or where paragraphs stand in its place.
 */
export function putInto(
  source: string,
  tei: XmlElement,
  path: readonly string[],
  element: NewElement,
): SourcePatch {
  const header = at(tei, 'teiHeader')[0];
  if (!header) throw new CannotWrite('The file has no header. Make one in the source view.');
  let parent = header;
  let missing = path;
  for (let next = at(parent, missing[0] ?? '')[0]; next; next = at(parent, missing[0] ?? '')[0]) {
    parent = next;
    missing = missing.slice(1);
  }
  const whole = missing.reduceRight<NewElement>((content, name) => ({ name, content: [content] }), element);
  return putBeside(source, parent, whole);
}

/** The patch that puts an element among the children of another one, where the Guidelines have its place. */
export function putBeside(
  source: string,
  parent: XmlElement,
  element: NewElement,
  goesBefore = inOrder(parent, element),
): SourcePatch {
  if (OR_PARAGRAPHS.has(parent.localName) && at(parent, 'p').length + at(parent, 'ab').length > 0) {
    throw new CannotWrite(
      `The ${parent.localName} of the header is written in paragraphs. Change it in the source view.`,
    );
  }
  return insertion(source, parent, element, goesBefore);
}

function inOrder(parent: XmlElement, { name }: NewElement): (child: XmlElement) => boolean {
  const before = parent.localName === 'correspAction' ? IN_ACTION[name] : BEFORE[name];
  return (child) => !before || before.includes(child.localName);
}
