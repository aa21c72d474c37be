import { confidenceOf, type FileElement, told } from './file-element.js';
import { areaOfBox, areaOfPoints } from './read-area.js';
import {
  type Area,
  inOrder,
  type RecognizedBlock,
  type RecognizedLine,
  type RecognizedPage,
  type RecognizedWord,
  wordsOfText,
} from './recognized-page.js';

/**
 * The pages of a file in ALTO, versions 1 to 4 (loc.gov/standards/alto). Measures need not be pixels: pages are told with their
 * size in the same unit.
 *
 * @throws {NotRecognizedText}
 */
export function readAlto(root: FileElement): RecognizedPage[] {
  const picture = root.within('fileName')[0]?.text().trim() || undefined;
  const order = root
    .children('ReadingOrder')
    .flatMap((each) => each.within('ElementRef'))
    .flatMap((each) => each.attribute('REF') ?? []);
  const pages = root.children('Layout').flatMap((layout) => layout.children('Page'));
  return pages.map((page) => {
    const [width, height] = [page.number('WIDTH'), page.number('HEIGHT')];
    const blocks = inOrder(page.within('TextBlock'), order, (each) => each.attribute('ID'));
    return told<RecognizedPage>({
      size: width && height ? { width, height } : undefined,
      picture: pages.length === 1 ? picture : undefined,
      blocks: blocks.map((block) =>
        told<RecognizedBlock>({ area: areaOf(block), lines: block.children('TextLine').map(lineOf) }),
      ),
    });
  });
}

function lineOf(line: FileElement): RecognizedLine {
  const words: RecognizedWord[] = [];
  let goesOn: boolean | undefined;
  for (const part of line.children('String', 'HYP')) {
    const content = part.attribute('CONTENT') ?? '';
    const last = words.at(-1);
    if (part.name === 'HYP') {
      goesOn = true;
      // Some files have the hyphen in the word as well.
      if (last && !last.text.endsWith(content))
        words[words.length - 1] = { ...last, text: last.text + content };
    } else {
      if (part.attribute('SUBS_TYPE') === 'HypPart1') goesOn = true;
      const confidence = confidenceOf(part.number('WC'));
      for (const word of wordsOfText(content, confidence))
        words.push(told<RecognizedWord>({ ...word, area: areaOf(part) }));
    }
  }
  return told<RecognizedLine>({ area: areaOf(line), words, goesOn });
}

function areaOf(element: FileElement): Area | undefined {
  const polygon = element.first('Shape')?.first('Polygon');
  const outline = polygon && areaOfPoints(polygon.attribute('POINTS') ?? '', polygon.where);
  if (outline) return outline;
  const [left, top] = [element.number('HPOS'), element.number('VPOS')];
  const [width, height] = [element.number('WIDTH'), element.number('HEIGHT')];
  if (left === undefined || top === undefined || width === undefined || height === undefined)
    return undefined;
  return areaOfBox(left, top, left + width, top + height);
}
