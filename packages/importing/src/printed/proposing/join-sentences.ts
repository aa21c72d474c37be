import type { Flow } from '../reading/flow.js';
import type { Context } from './context.js';
import type { DocumentItem, FootnoteItem, Item, TextItem } from './item.js';
import { joinFlows } from './join-lines.js';

/**
 * Makes whole again the sentences that a page end, or a gap within them, has cut. The footnotes between the halves come
 * behind the paragraph; the page break stands within the sentence.
 */
export function joinSentences<Every extends DocumentItem>(
  items: readonly (Every | Item)[],
  context: Context,
): (Every | Item)[] {
  const joinedItems: (Every | Item)[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (item?.type !== 'text') {
      if (item) joinedItems.push(item);
      continue;
    }
    let flow = item.flow;
    const notes: FootnoteItem[] = [];
    for (;;) {
      const next = following(items, index);
      if (!next || !isCut(flow, next, context)) break;
      notes.push(...next.notes);
      flow = joinFlows(flow, next.text.flow, next.marks(context), context);
      index = next.index;
    }
    joinedItems.push({ type: 'text', flow }, ...notes);
  }
  return joinedItems;
}

interface Following {
  readonly text: TextItem;
  readonly index: number;
  readonly notes: readonly FootnoteItem[];
  readonly page: Extract<Item, { type: 'page' }> | undefined;
  marks(context: Context): { kind: 'page'; n: string | undefined }[];
}

/** The next paragraph, where nothing but footnotes and a page end lies between. */
function following(items: readonly DocumentItem[], from: number): Following | undefined {
  const notes: FootnoteItem[] = [];
  let page: Following['page'];
  for (let index = from + 1; index < items.length; index += 1) {
    const item = items[index];
    if (item?.type === 'footnote') notes.push(item);
    else if (item?.type === 'page') page = item;
    else if (item?.type === 'text') {
      const found = page;
      return {
        text: item,
        index,
        notes,
        page: found,
        // A gap within a sentence is the end of a page where nothing else tells of pages.
        marks: ({ hasPages }) =>
          found ? [{ kind: 'page', n: found.n }] : hasPages ? [] : [{ kind: 'page', n: undefined }],
      };
    } else return undefined;
  }
  return undefined;
}

/** What a sentence does not end with. A callout at the end says nothing. */
const openEnd = /[\p{L}\p{N},;(–—-]$/u;

/** The whole words among the last characters of a text, and among the first. */
function lastWords(text: string): string {
  return text.length > 40 ? text.slice(-40).replace(/^\S*\s+(?=\S)/u, '') : text;
}

function firstWords(text: string): string {
  return text.length > 40 ? text.slice(0, 40).replace(/(?<=\S)\s+\S*$/u, '') : text;
}

function isCut(flow: Flow, next: Following, context: Context): boolean {
  const words = withoutCallout(flow.text, context);
  const begin = next.text.flow.text;
  if (!openEnd.test(words) || context.rules.match('item', begin.slice(0, 40))) return false;
  const beginsSmall = /^\p{Ll}/u.test(begin);
  if (beginsSmall && next.page) return true;
  // A line that ends without a stop and is short is a heading or an address, not half a sentence.
  if (!beginsSmall && (words.length < 60 || !/[\p{Ll},]$|-$/u.test(words))) return false;
  const { choice } = context.doubts.ask<'join' | 'apart'>({
    code: 'sentence-cut',
    line: next.text.flow.first,
    choices: [
      { choice: 'join', words: `… ${lastWords(words)} ${firstWords(begin)} …` },
      { choice: 'apart', words: 'two paragraphs' },
    ],
    why: beginsSmall
      ? 'The paragraph before ends without a stop, and this one begins with a small letter; no number of a page stands between.'
      : 'The paragraph before ends without a stop, though this one begins with a capital.',
  });
  return choice === 'join';
}

function withoutCallout(text: string, { rules }: Context): string {
  const last = rules.matchAll('callout', text.slice(-60)).at(-1);
  return last && last.index + last[0].length === Math.min(60, text.length)
    ? text.slice(0, text.length - last[0].length)
    : text;
}
