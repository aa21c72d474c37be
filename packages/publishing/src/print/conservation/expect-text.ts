import { fileStem, rowOf } from '@chancery/tei';
import { attributeValue, childElements, type XmlElement, type XmlNode } from '@chancery/xml';
import type { TeiFile } from '../../edition-source.js';
import type { Expected, Origin } from './expected.js';
import { fold } from './fold.js';

/** Elements that stand for a paragraph where something is told of it. */
const blocks = new Set(
  'ab addrLine argument byline cell closer dateline div docAuthor docEdition docImprint epigraph head item l lem note opener p postscript rdg salute signed titlePart trailer'.split(
    ' ',
  ),
);

/** Elements whose text does not print: marks of places, and what stands beside the text on the writer's page. */
const silent = new Set(
  'addSpan anchor catRef cb certainty damageSpan delSpan divGen facsimile fw gb handShift index interp interpGrp join joinGrp lacunaEnd lacunaStart lb link linkGrp listTranspose metamark milestone pb precision redo respons space span spanGrp standOff substJoin surplus teiHeader transpose undo witEnd witStart'.split(
    ' ',
  ),
);

/** Elements in the place of which setting may say something of its own, of so many letters at most. */
const pictured: Readonly<Record<string, number>> = {
  binaryObject: 40,
  caesura: 0,
  figure: 1000,
  gap: 80,
  graphic: 400,
  media: 400,
  notatedMusic: 40,
};

/** Elements with `@ref` that an index leads to. */
const names = new Set(['name', 'orgName', 'persName', 'placeName', 'rs']);

export interface Expecting {
  readonly file: TeiFile;
  /** The document's number as printed, by which end notes name it. */
  readonly document: string;
  /** Whether it is set as its copy stands, and whether its notes go by the lines of the copy. */
  readonly diplomatic?: boolean;
  readonly byLine?: boolean;
}

/** What should be said of the children of an element, or of some of them. */
export function expectText(
  element: XmlElement,
  expecting: Expecting,
  nodes: readonly XmlNode[] = element.children,
  block: XmlElement = element,
): Expected[] {
  return nodes.flatMap((node): Expected[] => {
    if (node.type === 'element') return expectElement(node, expecting, block);
    if (node.type !== 'text' && node.type !== 'cdata') return [];
    const words = fold(node.value);
    const offset = node.start + (/^\s*/.exec(node.value)?.[0].length ?? 0);
    return words === ''
      ? []
      : [{ kind: 'words', words, at: { file: expecting.file, element: block, offset } }];
  });
}

/** What should be said of an element. */
export function expectElement(element: XmlElement, expecting: Expecting, block: XmlElement): Expected[] {
  const { localName: name } = element;
  const at: Origin = { file: expecting.file, element: block, offset: element.start };
  const isSaid =
    (name === 'surplus' && expecting.diplomatic) ||
    // A note may be no more than a sign.
    (name === 'metamark' && element.parent?.localName === 'note');
  if (silent.has(name) && !isSaid) return [];
  if (name === 'note')
    return [{ kind: 'note', note: expectNote(element, expecting), at, ...calledBy(element, expecting) }];
  if (name === 'ptr') return expectPointer(element, expecting, at);
  if (name === 'choice') return expectChoice(element, expecting, block, at);
  if (name === 'app') return expectApparatus(element, expecting, block, at);
  const most = name === 'g' && element.children.length === 0 ? 20 : pictured[name];
  if (most !== undefined) return [{ kind: 'made', most }, ...(name === 'figure' ? maybe(within(), at) : [])];
  if (expecting.byLine && (isOverwriting(element) || isBesideText(element)))
    return expectHand(element, expecting, block, at);
  if (name === 'del' && element.parent?.localName !== 'restore')
    // As the copy stands it is there, unless something is written over it; of a reading text there are the notes on it.
    return expecting.diplomatic ? maybe(within(), at) : notesIn(within());
  if (blocks.has(name)) {
    const own = { ...at, element };
    return [{ kind: 'block', at: own }, ...expectText(element, expecting), ...witnessesOf(element)];
  }
  const entry = fragmentOf(attributeValue(element, 'ref'));
  return entry === '' ? within() : [{ kind: 'name', entry, indexed: names.has(name), at }, ...within()];

  function within(): Expected[] {
    return expectText(element, expecting, element.children, block);
  }
}

/** What is said of a text that itself does not stand there. */
function notesIn(parts: readonly Expected[]): Expected[] {
  return parts.flatMap((part): Expected[] => {
    if (part.kind === 'either') return [{ ...part, ways: part.ways.map(notesIn) }];
    return part.kind === 'note' || part.kind === 'call' ? [part] : [];
  });
}

/** The words of a note, wherever they stand; one that goes by its line names what it is about. */
export function expectNote(note: XmlElement, expecting: Expecting): Expected[] {
  const said = expectText(note, expecting);
  return calledBy(note, expecting).unseen ? [lemma, ...said] : said;
}

/** A textual note that goes by its line is called by nothing. */
function calledBy(note: XmlElement, { byLine }: Expecting): { readonly unseen?: true } {
  return byLine && attributeValue(note, 'type') === 'textual' ? { unseen: true } : {};
}

const lemma: Expected = { kind: 'made', most: 400 };

/** What is written over another word, or beside the text, is told of in a note that setting makes. */
function expectHand(element: XmlElement, expecting: Expecting, block: XmlElement, at: Origin): Expected[] {
  const of = (name: string) =>
    childElements(element)
      .filter(({ localName }) => localName === name)
      .flatMap((each) => expectText(each, expecting, each.children, block));
  const text =
    element.localName === 'subst' ? of('add') : expectText(element, expecting, element.children, block);
  return [
    ...text,
    { kind: 'note', note: [lemma, ...(element.localName === 'subst' ? of('del') : [])], at, unseen: true },
  ];
}

function isOverwriting(element: XmlElement): boolean {
  const parts = childElements(element);
  const has = (name: string) => parts.some(({ localName }) => localName === name);
  const said = [element, ...parts].flatMap((each) => [
    attributeValue(each, 'rend'),
    attributeValue(each, 'place'),
  ]);
  return (
    element.localName === 'subst' &&
    has('add') &&
    has('del') &&
    wordsOf(said.join(' ')).some((word) => overwriting.has(word))
  );
}

function isBesideText(element: XmlElement): boolean {
  return (
    element.localName === 'add' && wordsOf(attributeValue(element, 'place')).some((word) => beside.has(word))
  );
}

const overwriting = new Set(['overwritten', 'overwrite', 'overstrike', 'superimposed']);
const beside = new Set(['margin', 'left', 'right', 'top', 'bottom', 'end', 'opposite', 'overleaf']);

function wordsOf(value: string | undefined): string[] {
  return (value ?? '').toLowerCase().split(/\s+/);
}

/** The sigla of a reading's witnesses. */
function witnessesOf(element: XmlElement): Expected[] {
  const witnesses = element.localName === 'rdg' ? attributeValue(element, 'wit') : undefined;
  return witnesses === undefined ? [] : [{ kind: 'made', most: fold(witnesses).length }];
}

function maybe(parts: readonly Expected[], at: Origin): Expected[] {
  return parts.length === 0 ? [] : [{ kind: 'either', ways: [parts, []], at }];
}

function expectPointer(ptr: XmlElement, { document }: Expecting, at: Origin): Expected[] {
  const target = attributeValue(ptr, 'target')?.trim() ?? '';
  if (attributeValue(ptr, 'type') === 'endnote')
    return [{ kind: 'call', note: fragmentOf(target), document, at }];
  return target.startsWith('#') ? [] : [{ kind: 'reference', document: documentOf(target), at }];
}

/** First what stands in the text: what the edition reads, or, where a document is set as its copy stands, what that has. */
function expectChoice(choice: XmlElement, expecting: Expecting, block: XmlElement, at: Origin): Expected[] {
  const isLast = ({ localName }: XmlElement) =>
    (rowOf(localName)?.reads === 'copy') !== (expecting.diplomatic ?? false);
  const ways = childElements(choice)
    .toSorted((one, other) => Number(isLast(one)) - Number(isLast(other)))
    .map((way) => expectElement(way, expecting, block));
  return ways.length === 0 ? [] : [{ kind: 'either', ways, at }];
}

/** The lemma stands in the text, the other readings in a note: "lemma] reading A; reading B". */
function expectApparatus(app: XmlElement, expecting: Expecting, block: XmlElement, at: Origin): Expected[] {
  const readings = childElements(app).flatMap((each) =>
    each.localName === 'rdgGrp' ? childElements(each) : [each],
  );
  const text =
    readings.find(({ localName }) => localName === 'lem') ??
    readings.find(({ localName }) => localName === 'rdg');
  if (!text) return [];
  const before = (each: XmlElement) => readings[readings.indexOf(each) - 1];
  const others = readings.filter((each) => each !== text);
  const sigla = others.filter((each) => each.localName === 'wit' && before(each) === text);
  const told = [...sigla, ...others.filter((each) => !sigla.includes(each))].flatMap((each): Expected[] => [
    ...expectText(each, expecting),
    { kind: 'made', most: 200 },
  ]);
  const note: Expected[] = [...expectText(text, expecting), { kind: 'made', most: 200 }, ...told];
  return [
    ...expectText(text, expecting, text.children, block),
    ...(others.length === 0 ? [] : [{ kind: 'note' as const, note, at }]),
  ];
}

/** "../volume.xml#endnote-3" → "endnote-3". */
export function fragmentOf(target: string | undefined): string {
  return /^\s*[^\s#]*#(\S+)/.exec(target ?? '')?.[1] ?? '';
}

/** "letters/stalin-1941-08-04.xml" → "stalin-1941-08-04". */
function documentOf(target: string): string {
  const file = /^([^\s#]+\.xml)(?:#\S*)?(?:\s|$)/.exec(target)?.[1] ?? '';
  return fileStem(file);
}
