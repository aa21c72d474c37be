import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { confidenceOf, told } from './file-element.js';
import { areaOfBox, areaOfPoints, numberOf } from './read-area.js';
import {
  type Area,
  NotRecognizedText,
  type RecognizedBlock,
  type RecognizedLine,
  type RecognizedPage,
  type RecognizedWord,
  wordsOfText,
} from './recognized-page.js';

type Element = DefaultTreeAdapterTypes.Element;

const lineClasses = ['ocr_line', 'ocrx_line', 'ocr_header', 'ocr_caption', 'ocr_textfloat'];
const deepest = 256;

/**
 * The pages of a file in hOCR (kba.github.io/hocr-spec, 1.2). It is HTML, and is read as browsers do; nothing that it refers to is
 * fetched, and no script runs.
 *
 * @throws {NotRecognizedText}
 */
export function readHocr(html: string): RecognizedPage[] {
  const elements = elementsWithin(parse(html, { sourceCodeLocationInfo: true }));
  return elements.filter((each) => hasClass(each, 'ocr_page')).map(pageOf);
}

function pageOf(page: Element): RecognizedPage {
  const said = propertiesOf(page);
  const size = boxOf(page, said);
  const all = elementsWithin(page);
  const blocks: { owner: Element | undefined; lines: RecognizedLine[] }[] = [];
  for (const line of all.filter((each) => hasClass(each, ...lineClasses))) {
    // A line within a line would be told twice.
    if (above(line, page).some((each) => hasClass(each, ...lineClasses))) continue;
    const owner = above(line, page).find((each) => hasClass(each, 'ocr_par', 'ocr_carea'));
    const read = lineOf(line);
    const last = blocks.at(-1);
    if (last && last.owner === owner) last.lines.push(read);
    else blocks.push({ owner, lines: [read] });
  }
  const [left, top] = [size?.left ?? 0, size?.top ?? 0];
  return told<RecognizedPage>({
    size: size && { width: size.right - left, height: size.bottom - top },
    picture: said.get('image')?.replace(/^(["'])(.*)\1$/su, '$2'),
    blocks: blocks.map(({ owner, lines }) => told<RecognizedBlock>({ area: owner && areaOf(owner), lines })),
  });
}

function lineOf(line: Element): RecognizedLine {
  const marked = elementsWithin(line).filter((each) => hasClass(each, 'ocrx_word', 'ocr_word'));
  const words = marked.flatMap((word) => {
    const said = propertiesOf(word).get('x_wconf');
    const confidence = said === undefined ? undefined : numberOf(said, whereOf(word)) / 100;
    return wordsOfText(textOf(word), confidenceOf(confidence)).map((each) =>
      told<RecognizedWord>({ ...each, area: areaOf(word) }),
    );
  });
  return told<RecognizedLine>({
    area: areaOf(line),
    words: marked.length > 0 ? words : wordsOfText(textOf(line)),
  });
}

/** What an element says in its title: `bbox 0 0 10 20; x_wconf 95`. */
function propertiesOf(element: Element): Map<string, string> {
  const title = element.attrs.find(({ name }) => name === 'title')?.value ?? '';
  const parts = title.match(/(?:"[^"]*"|'[^']*'|[^;])+/gu) ?? [];
  return new Map(
    parts.flatMap((part) => {
      const [, name = '', value = ''] = /^\s*(\S+)\s*(.*?)\s*$/su.exec(part) ?? [];
      return name === '' ? [] : [[name, value] as const];
    }),
  );
}

function areaOf(element: Element): Area | undefined {
  const said = propertiesOf(element);
  const outline = areaOfPoints(said.get('poly') ?? '', whereOf(element));
  return outline ?? boxOf(element, said);
}

function boxOf(element: Element, said: ReadonlyMap<string, string>): Area | undefined {
  const written = said.get('bbox');
  if (written === undefined) return undefined;
  const where = whereOf(element);
  const [left, top, right, bottom, ...more] = written.split(/\s+/u).map((part) => numberOf(part, where));
  if (
    left === undefined ||
    top === undefined ||
    right === undefined ||
    bottom === undefined ||
    more.length > 0
  )
    throw new NotRecognizedText(
      `has the box “${written.slice(0, 60)}” in ${where()}. A box has four numbers: left, top, right and bottom.`,
    );
  return areaOfBox(left, top, right, bottom);
}

function whereOf(element: Element): () => string {
  return () => `line ${element.sourceCodeLocation?.startLine ?? 1}`;
}

function hasClass(element: Element, ...names: readonly string[]): boolean {
  const classes = element.attrs.find(({ name }) => name === 'class')?.value.split(/\s+/u) ?? [];
  return names.some((name) => classes.includes(name));
}

function above(element: Element, upTo: Element): Element[] {
  const found: Element[] = [];
  for (let up = element.parentNode; up && up !== upTo && 'tagName' in up; up = up.parentNode) found.push(up);
  return found;
}

function elementsWithin(node: DefaultTreeAdapterTypes.ParentNode, depth = 0): Element[] {
  if (depth > deepest)
    throw new NotRecognizedText(
      `has more than ${deepest} elements one in another. That is no page of recognized text.`,
    );
  return node.childNodes.flatMap((child) =>
    'tagName' in child ? [child, ...elementsWithin(child, depth + 1)] : [],
  );
}

function textOf(node: DefaultTreeAdapterTypes.ParentNode): string {
  return node.childNodes
    .map((child) => ('value' in child ? child.value : 'childNodes' in child ? textOf(child) : ''))
    .join('');
}
