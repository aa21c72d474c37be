import { fileStem } from '@chancery/tei';
import { attributeValue, childElements, parseTree, type XmlElement, type XmlNode } from '@chancery/xml';
import type { EditionSource, TeiFile } from '../../edition-source.js';
import { type Expecting, expectElement, expectNote, expectText, fragmentOf } from './expect-text.js';
import { type Expected, type Origin, unlimited } from './expected.js';
import { fold } from './fold.js';

/** What a title page shows, in an order of its own. */
const titlePieces = new Set(['titlePart', 'docImprint', 'docEdition', 'byline', 'docAuthor', 'epigraph']);

/** What stands before the text of a document in its heading. */
const opening = new Set(['head', 'dateline']);
const passed = new Set([...opening, 'pb', 'milestone']);

/** What the PDF of a volume should say, from the half-title to the index. */
export function expectVolume({ volume, letters }: EditionSource, diplomatic = false): Expected[] {
  const root = parseTree(volume.source);
  const expecting: Expecting = { file: volume, document: '' };
  const at: Origin = { file: volume, element: root, offset: root.start };
  const documents = expectDocuments(letters, diplomatic);
  const text = childElements(root).find(({ localName }) => localName === 'text');
  const parts = (name: string) =>
    childElements(text ?? root)
      .filter(({ localName }) => localName === name)
      .flatMap(({ children }) => children);
  const part = (node: XmlNode): Expected[] => {
    if (node.type !== 'element') return expectText(root, expecting, [node]);
    if (node.localName === 'titlePage') return expectTitlePage(node, expecting, at);
    // Its heading and what it lists.
    if (node.localName === 'divGen') return [{ kind: 'made', most: 200 }];
    return node.localName === 'div'
      ? expectPart(node, expecting, documents)
      : expectElement(node, expecting, node);
  };
  const body = parts('body').flatMap(part);
  const title = titleOfHeader(root, expecting);
  const isNamedOnce = !childElements(text ?? root).some(
    ({ localName, children }) =>
      localName === 'front' &&
      children.some((node) => node.type === 'element' && node.localName === 'titlePage'),
  );
  const placed = documents.length === 0 || body.includes(documents[0] as Expected);
  return [
    // Half-title. Without a title page it alone has the title of the volume, which may be that of a document, too.
    ...(isNamedOnce && title.length > 0 ? [{ kind: 'either' as const, ways: [title, []], at }] : []),
    { kind: 'made', most: unlimited },
    ...parts('front').flatMap(part),
    // The heading of the contents, where the volume does not place it.
    { kind: 'made', most: 40 },
    ...body,
    ...(placed ? [] : documents),
    ...parts('back').flatMap(part),
  ];
}

/** What the documents of a volume should say, one after the other. */
export function expectDocuments(letters: readonly TeiFile[], diplomatic: boolean): Expected[] {
  return letters.flatMap((letter) => expectDocument(letter, diplomatic));
}

function expectTitlePage(page: XmlElement, expecting: Expecting, at: Origin): Expected[] {
  const pieces = (element: XmlElement): Expected[] =>
    childElements(element).flatMap((each) =>
      titlePieces.has(each.localName) ? expectElement(each, expecting, each) : pieces(each),
    );
  const parts = pieces(page).map(unindexed);
  const said = parts.reduce((sum, part) => sum + (part.kind === 'words' ? part.words.length : 0), 0);
  return [
    { kind: 'unordered', parts, made: unlimited, at: { ...at, element: page } },
    // The half-title has said some of it before.
    { kind: 'made', most: said },
  ];
}

/** An index does not lead to title leaves and headings of parts. */
function unindexed(part: Expected): Expected {
  return part.kind === 'name' ? { ...part, indexed: false } : part;
}

/** A part of the front, the body or the back, with the documents in the place of their list. */
function expectPart(div: XmlElement, expecting: Expecting, documents: readonly Expected[]): Expected[] {
  const at: Origin = { file: expecting.file, element: div, offset: div.start };
  const children = childElements(div);
  const list = (type: string) =>
    children.find((each) => each.localName === 'list' && attributeValue(each, 'type') === type);
  const heading = children.find(({ localName }) => localName === 'head');
  const leaf = attributeValue(div, 'type') === 'commission';
  const without = (left: readonly XmlElement[]) =>
    div.children
      .filter((node) => node.type !== 'element' || !left.includes(node))
      .flatMap((node) => {
        const said = expectText(div, expecting, [node]);
        return leaf || node === heading ? said.map(unindexed) : said;
      });
  const index = list('index');
  if (index) {
    return [
      ...without([index]),
      // How to read it.
      { kind: 'made', most: 200 },
      { kind: 'index', entries: childElements(index).flatMap(indexEntry), at },
    ];
  }
  if (attributeValue(div, 'type') === 'documents') {
    const listed = list('documents');
    return [...without(listed ? [listed] : []), ...documents];
  }
  const notes = children.filter(isEndNote);
  return [
    ...without(notes),
    ...notes.flatMap((note): Expected[] => {
      const id = attributeValue(note, 'xml:id') ?? '';
      const place = { ...at, element: note, offset: note.start };
      return [
        // Its figure.
        { kind: 'made', most: 6 },
        { kind: 'end-note', id, ends: false, at: place },
        ...wordsOfEndNote(note, expecting),
        { kind: 'end-note', id, ends: true, at: place },
        // Where it is called.
        { kind: 'made', most: unlimited },
      ];
    }),
  ];
}

/** A note that the source has not is told of by a sentence. */
function wordsOfEndNote(note: XmlElement, expecting: Expecting): Expected[] {
  const said = expectNote(note, expecting);
  const at: Origin = { file: expecting.file, element: note, offset: note.start };
  return said.some(({ kind }) => kind !== 'made')
    ? said
    : [{ kind: 'words', words: fold('[The text of this note is wanting in the source.]'), at }];
}

function isEndNote(element: XmlElement): boolean {
  return element.localName === 'note' && attributeValue(element, 'type') === 'endnote';
}

function indexEntry(item: XmlElement): { entry: string; words: string }[] {
  const child = (name: string) => childElements(item).find(({ localName }) => localName === name);
  const term = child('term');
  if (!term) return [];
  const gloss = child('gloss');
  const words = `${textIn(term)}${gloss && textIn(gloss) !== '' ? ` (${textIn(gloss)})` : ''}`;
  return [{ entry: fragmentOf(attributeValue(term, 'ref')), words: fold(words) }];
}

function textIn(element: XmlElement): string {
  return element.children
    .map((node) =>
      node.type === 'element'
        ? textIn(node)
        : node.type === 'text' || node.type === 'cdata'
          ? node.value
          : '',
    )
    .join('');
}

/** A document: its heading, of which setting orders the parts, and its text. */
function expectDocument(file: TeiFile, diplomatic: boolean): Expected[] {
  const root = parseTree(file.source);
  const texts = childElements(root).filter(({ localName }) => localName === 'text');
  const bodies = texts.flatMap(childElements).filter(({ localName }) => localName === 'body');
  const division = bodies.flatMap(childElements).find(({ localName }) => localName === 'div') ?? bodies[0];
  const headed = division ? openingOf(division) : [];
  const numbered = headed.find((each) => attributeValue(each, 'type') === 'number');
  const number = numbered ? textIn(numbered).trim() : '';
  const byLine = diplomatic && texts.some((text) => hasLines(text));
  const expecting: Expecting = { file, document: number, diplomatic, byLine };
  const at: Origin = { file, element: division ?? root, offset: (division ?? root).start };
  const titled = headed.some((each) => each !== numbered && each.localName === 'head');
  const rest = (element: XmlElement): Expected[] =>
    expectText(
      element,
      expecting,
      element.children.filter((node) => node.type !== 'element' || !headed.includes(node)),
    );
  const walk = (element: XmlElement): Expected[] =>
    element === division
      ? rest(element)
      : element.children.flatMap((node) => {
          if (node.type !== 'element') return expectText(element, expecting, [node]);
          return division && contains(node, division) ? walk(node) : expectElement(node, expecting, node);
        });
  const parts = headed.flatMap((each) => expectElement(each, expecting, each));
  const heading = (more: readonly Expected[], made: number): Expected => ({
    kind: 'unordered',
    parts: [...parts, ...more],
    made,
    at,
  });
  // A document without a title is called by its header's, which may hold the words with which its text begins.
  const called = titled ? [] : titleOfHeader(root, expecting);
  return [
    { kind: 'document', id: fileStem(file.path), number, at },
    titled
      ? heading([], 0)
      : called.length === 0
        ? heading([], 1000)
        : { kind: 'either', ways: [[heading(called, 0)], [heading([], 1000)]], at },
    ...texts.flatMap(walk),
  ];
}

/** The words of the first title of a header. What they call does not print there. */
function titleOfHeader(root: XmlElement, expecting: Expecting): Expected[] {
  const child = (element: XmlElement | undefined, name: string) =>
    element && childElements(element).find(({ localName }) => localName === name);
  const statement = child(child(child(root, 'teiHeader'), 'fileDesc'), 'titleStmt');
  const title = child(statement, 'title');
  return title
    ? expectText(title, expecting).filter(({ kind }) => kind === 'words' || kind === 'either')
    : [];
}

/** Whether the lines of the copy are marked in running text. */
function hasLines(element: XmlElement, within = false): boolean {
  return childElements(element).some(
    (child) =>
      (within && child.localName === 'lb') ||
      (child.localName !== 'note' && hasLines(child, within || running.has(child.localName))),
  );
}

const running = new Set(['p', 'ab', 'l', 'item', 'salute']);

function contains(outer: XmlElement, inner: XmlElement): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function openingOf(division: XmlElement): XmlElement[] {
  const children = childElements(division);
  const first = children.findIndex(({ localName }) => !passed.has(localName));
  return (first < 0 ? children : children.slice(0, first)).filter(({ localName }) => opening.has(localName));
}
