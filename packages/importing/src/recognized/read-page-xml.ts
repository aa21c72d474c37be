import { confidenceOf, type FileElement, told } from './file-element.js';
import { areaOfPoints } from './read-area.js';
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
 * The pages of a file in PAGE-XML, of any of its versions from 2009 to 2019 (Pletschacher and Antonacopoulos, The PAGE Format
 * Framework, 2010; github.com/PRImA-Research-Lab/PAGE-XML).
 *
 * @throws {NotRecognizedText}
 */
export function readPageXml(root: FileElement): RecognizedPage[] {
  return root.children('Page').map((page) => {
    const [width, height] = [page.number('imageWidth'), page.number('imageHeight')];
    const regions = inOrder(page.children('TextRegion'), regionOrder(page), (each) => each.attribute('id'));
    const ordered = regions.every((each) => customOrder(each) === undefined) ? regions : byCustom(regions);
    return told<RecognizedPage>({
      size: width && height ? { width, height } : undefined,
      picture: page.attribute('imageFilename'),
      blocks: ordered.flatMap(blocksOf),
    });
  });
}

/** The names of the regions in the order that the page says: of groups as of what they hold. */
function regionOrder(page: FileElement): string[] {
  const named = (group: FileElement): string[] => {
    const own = group.name.startsWith('RegionRef') ? group.attribute('regionRef') : undefined;
    const parts = group.children().filter(({ name }) => /^(?:RegionRef|(?:Uno|O)rderedGroup)/u.test(name));
    const indexed = parts.every((part) => part.attribute('index') !== undefined)
      ? [...parts].sort((one, other) => (one.number('index') ?? 0) - (other.number('index') ?? 0))
      : parts;
    return [...(own === undefined ? [] : [own]), ...indexed.flatMap(named)];
  };
  return page.children('ReadingOrder').flatMap(named);
}

/** Transkribus says the order of regions and lines in `@custom`: `readingOrder {index:3;}`. */
function customOrder(element: FileElement): number | undefined {
  const index = /readingOrder\s*\{\s*index\s*:\s*(\d+)/u.exec(element.attribute('custom') ?? '')?.[1];
  return index === undefined ? undefined : Number(index);
}

function byCustom(elements: readonly FileElement[]): FileElement[] {
  const order = (each: FileElement) => customOrder(each) ?? Number.MAX_SAFE_INTEGER;
  return [...elements].sort((one, other) => order(one) - order(other));
}

/** A region, and the regions within it. */
function blocksOf(region: FileElement): RecognizedBlock[] {
  const lines = byCustom(region.children('TextLine')).map(lineOf);
  const untold = lines.length === 0 ? textOf(region) : undefined;
  const own: RecognizedLine[] = untold
    ? untold.text
        .split(/\r\n|\r|\n/u)
        .map((line) => ({ words: wordsOfText(line, untold.confidence) }))
        .filter(({ words }) => words.length > 0)
    : lines;
  const area = areaOf(region);
  const within = region.children('TextRegion').flatMap(blocksOf);
  if (own.length === 0 && within.length > 0) return within;
  return [told<RecognizedBlock>({ area, lines: own }), ...within];
}

function lineOf(line: FileElement): RecognizedLine {
  const parts = line.children('Word').map((word) => ({ area: areaOf(word), ...textOf(word) }));
  const words = parts.flatMap(({ text = '', ...rest }) =>
    wordsOfText(text).map((word) => told<RecognizedWord>({ ...rest, ...word })),
  );
  const whole = textOf(line);
  // What people have corrected in the line counts; where its words are the same, they say more.
  const same = whole === undefined || whole.text.replace(/\s+/gu, ' ').trim() === joined(words);
  return told<RecognizedLine>({
    area: areaOf(line),
    words: same ? words : wordsOfText(whole.text, whole.confidence),
  });
}

function joined(words: readonly RecognizedWord[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** Of several readings the first by its index, which is the best one. */
function textOf(element: FileElement): { text: string; confidence: number | undefined } | undefined {
  const readings = element
    .children('TextEquiv')
    .map((reading) => ({ reading, index: reading.number('index') ?? 0 }))
    .sort((one, other) => one.index - other.index);
  const best = readings[0]?.reading;
  if (!best) return undefined;
  return { text: best.first('Unicode')?.text() ?? '', confidence: confidenceOf(best.number('conf')) };
}

/** In `@points` since 2013, in elements of their own before. */
function areaOf(element: FileElement): Area | undefined {
  const coords = element.first('Coords');
  if (!coords) return undefined;
  const points = coords
    .children('Point')
    .map((each) => `${each.attribute('x') ?? ''},${each.attribute('y') ?? ''}`);
  return areaOfPoints(coords.attribute('points') ?? points.join(' '), coords.where);
}
