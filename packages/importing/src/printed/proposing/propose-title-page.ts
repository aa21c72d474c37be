import { type Flow, flowOf } from '../reading/flow.js';
import type { SourceLine } from '../reading/source-line.js';
import type { Context } from './context.js';

/** A block of the title page. The types are those of `titlePart`, and the parts of an imprint. */
export interface TitlePart {
  readonly type: 'main' | 'desc' | 'volume' | 'sub' | 'dates' | 'publisher' | 'place-and-year';
  readonly flow: Flow;
}

export interface ProposedTitlePage {
  readonly parts: readonly TitlePart[];
  /** Title pages of other books, which are kept only if the editors say so. */
  readonly others: readonly (readonly TitlePart[])[];
  /** Lines that are left out, each with the reason. */
  readonly excluded: readonly { readonly lines: readonly SourceLine[]; readonly reason: string }[];
}

const strayed =
  'The title page of another book, which has strayed into the source text before the title page of this one. Its title stands nowhere else in the source.';

/**
 * Reads the title page. Where the source has several, that is the volume's own whose title stands in its text as well, and of
 * those the last.
 */
export function proposeTitlePage(
  lines: readonly SourceLine[],
  rest: readonly SourceLine[],
  context: Context,
): ProposedTitlePage {
  const pages = dividedAtTitles(lines);
  const text = rest.map(({ plain }) => plain.toLowerCase()).join('\n');
  const titles = pages.map((page) => page.find(({ level }) => level === 1)?.plain.toLowerCase());
  const own = Math.max(
    titles.findLastIndex((title) => title !== undefined && text.includes(title)),
    titles.every((title) => title === undefined || !text.includes(title)) ? pages.length - 1 : -1,
  );
  const others: (readonly TitlePart[])[] = [];
  const excluded: { lines: readonly SourceLine[]; reason: string }[] = [];
  pages.forEach((page, index) => {
    const words = page.filter((line) => line.kind === 'text' && !context.furniture.has(line));
    const [first, last] = [words[0], words.at(-1)];
    if (index === own || !first || !last) return;
    const { choice } = context.doubts.ask<'exclude' | 'keep'>({
      code: 'title-page',
      line: first,
      choices: [
        { choice: 'exclude', words: `lines ${first.number} to ${last.number} are left out` },
        { choice: 'keep', words: 'they are kept, as a title page of their own' },
      ],
      why: 'There are several title pages, and the title of this one stands nowhere else in the source.',
    });
    if (choice === 'keep') others.push(partsOf(page, context));
    else {
      excluded.push({ lines: words, reason: strayed });
      for (const line of words) context.exclude(line.start, line.end, 'the title page of another book');
    }
  });
  return { parts: partsOf(pages[own] ?? [], context), others, excluded };
}

function dividedAtTitles(lines: readonly SourceLine[]): SourceLine[][] {
  const pages: SourceLine[][] = [[]];
  for (const line of lines) {
    if (line.level === 1 && pages.at(-1)?.some(({ level }) => level === 1)) pages.push([]);
    pages.at(-1)?.push(line);
  }
  return pages;
}

const volume = /^(?:VOLUME|VOL\.|PART|BAND)\s/i;
const house = /\b(?:PUBLISHING HOUSE|PUBLISHERS?|PRESS|VERLAG|EDITIONS?)\b/i;
const placeAndYear = /^\p{L}[\p{L} .-]*?,?\s+\d{4}$/u;

function partsOf(lines: readonly SourceLine[], { furniture, exclude }: Context): TitlePart[] {
  const parts: TitlePart[] = [];
  let block: SourceLine[] = [];
  const close = () => {
    const [first] = block;
    if (first) {
      const flow = flowOf(block, 'kept');
      parts.push({ type: typeOf(first, flow, parts), flow });
    }
    block = [];
  };
  for (const line of lines) {
    const isFurniture = furniture.has(line);
    if (isFurniture) exclude(line.start, line.end, furniture.get(line)?.reason ?? 'rule');
    if (line.kind !== 'text' || isFurniture || line.level > 0) close();
    if (line.kind === 'text' && !isFurniture) block.push(line);
    if (line.level > 0) close();
  }
  close();
  return parts;
}

function typeOf(
  { level }: SourceLine,
  { text, styles }: Flow,
  before: readonly TitlePart[],
): TitlePart['type'] {
  const hasMain = before.some(({ type }) => type === 'main');
  if (!hasMain) return 'main';
  if (volume.test(text)) return 'volume';
  if (placeAndYear.test(text)) return 'place-and-year';
  if (house.test(text)) return 'publisher';
  if (styles.every((style) => style > 0) && /\d{4}/.test(text)) return 'dates';
  if (level === 0 && text === text.toUpperCase() && !before.some(({ type }) => type === 'desc'))
    return 'desc';
  return 'sub';
}
