import { type Flow, flowOf } from '../reading/flow.js';
import type { SourceLine } from '../reading/source-line.js';
import type { Context } from './context.js';
import type { FootnoteItem } from './item.js';
import { joinSentences } from './join-sentences.js';
import { readItems } from './read-items.js';
import type { Section } from './sections.js';

/** A piece of the front matter that is running text. */
export interface ProposedPiece {
  readonly kind: 'commission' | 'foreword' | 'publishers-note';
  readonly head: Flow;
  /** The page that begins with its heading, where the printed contents tell it. */
  readonly page: string | undefined;
  readonly parts: readonly PiecePart[];
  readonly footnotes: readonly FootnoteItem[];
}

type PiecePart =
  | { readonly type: 'p' | 'separator'; readonly flow: Flow }
  | { readonly type: 'page'; readonly n: string | undefined };

/** The pages that the printed list of contents gives to the parts of the volume, by their headings. */
export type ContentsPages = ReadonlyMap<string, number>;

/** Reads the printed contents, and leaves them out: they are generated anew. */
export function readContents(
  section: Section | undefined,
  context: Context,
): { pages: ContentsPages; lines: readonly SourceLine[] } {
  const lines = section ? [...(section.heading ? [section.heading] : []), ...section.lines] : [];
  const words = lines.filter((line) => line.kind === 'text' && !context.furniture.has(line));
  const pages = new Map<string, number>();
  for (const line of lines) {
    if (line.kind === 'blank') continue;
    const furniture = context.furniture.get(line);
    context.exclude(
      line.start,
      line.end,
      furniture?.reason ?? 'the printed list of contents, which is generated anew',
    );
    const groups = context.rules.match('contents-line', line.plain)?.groups;
    if (groups?.heading !== undefined) pages.set(groups.heading.trim(), Number(groups.page));
  }
  return { pages, lines: words };
}

/** Reads a piece of running text with its footnotes. Pages have numbers where the contents leave no doubt of them. */
export function proposePiece(
  kind: ProposedPiece['kind'],
  section: Section,
  pages: ContentsPages,
  context: Context,
): ProposedPiece | undefined {
  if (!section.heading) return undefined;
  const { headLines, lines } = headOf(section, context);
  const items = joinSentences(readItems(lines, context, 'prose'), context);
  const first = pages.get(section.heading.plain);
  const next = Math.min(...[...pages.values()].filter((page) => first !== undefined && page > first));
  const breaks = items.reduce(
    (count, item) =>
      count +
      (item.type === 'page'
        ? 1
        : 'flow' in item
          ? item.flow.marks.filter(({ kind }) => kind === 'page').length
          : 0),
    0,
  );
  // The breaks that were found are all there are when the next part begins on the page behind the last one.
  const numbered = first !== undefined && next - first === breaks + 1;
  let page = first ?? 0;
  const numberOf = (n: string | undefined) => {
    page += 1;
    return n ?? (numbered ? String(page) : undefined);
  };
  const parts = items.flatMap((item): PiecePart[] => {
    if (item.type === 'page') return [{ type: 'page', n: numberOf(item.n) }];
    if (item.type === 'footnote') return [];
    const marks = item.flow.marks.map((mark) =>
      mark.kind === 'page' ? { ...mark, n: numberOf(mark.n) } : mark,
    );
    return [{ type: item.type === 'separator' ? 'separator' : 'p', flow: { ...item.flow, marks } }];
  });
  return {
    kind,
    head: flowOf(headLines, 'kept'),
    page: first === undefined ? undefined : String(first),
    parts,
    footnotes: items.filter((item) => item.type === 'footnote'),
  };
}

/** A heading may run over lines that follow at once, in capitals like itself. */
function headOf(
  { heading, lines }: Section,
  { furniture }: Context,
): { headLines: SourceLine[]; lines: readonly SourceLine[] } {
  const headLines = heading ? [heading] : [];
  let count = 0;
  for (const line of lines) {
    if (line.kind !== 'text' || furniture.has(line) || line.plain !== line.plain.toUpperCase()) break;
    headLines.push(line);
    count += 1;
  }
  return { headLines, lines: lines.slice(count) };
}
