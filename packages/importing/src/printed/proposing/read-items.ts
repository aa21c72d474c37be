import { flowOf } from '../reading/flow.js';
import { plainFigures, readNumber } from '../reading/misread.js';
import type { SourceLine } from '../reading/source-line.js';
import type { RuleName } from '../rules/rule.js';
import type { Context } from './context.js';
import { type DocumentItem, type Item, type LetterItem, type Structure, structures } from './item.js';
import { joinLines } from './join-lines.js';
import { PageSignals } from './page-signals.js';

/** As many blank lines between two paragraphs are taken for the end of a page where nothing else tells of pages. */
const wideGap = 3;

/** What a section holds: only documents have lines with a structure of their own, and only notes begin with labels. */
type Part = 'documents' | 'prose' | 'notes';

/** Reads the lines of the documents into what they are, with the files that begin among them. */
export function readDocumentItems(lines: readonly SourceLine[], context: Context): DocumentItem[] {
  const parts: { letter?: LetterItem; lines: SourceLine[] }[] = [{ lines: [] }];
  for (const line of lines) {
    if (line.kind === 'file') parts.push({ letter: { type: 'letter', file: line.plain }, lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts.flatMap(({ letter, lines: own }) => [
    ...(letter ? [letter] : []),
    ...readItems(own, context, 'documents'),
  ]);
}

/** Reads the lines of a section into what they are: lines with a structure of their own, paragraphs, footnotes, page ends. */
export function readItems(lines: readonly SourceLine[], context: Context, of: Part): Item[] {
  const items: Item[] = [];
  const signals = new PageSignals();
  let gap = 0;
  let group: SourceLine[] = [];
  const close = () => {
    const [first] = group;
    if (!first) return;
    const isNote = context.rules.match('footnote', first.plain) !== undefined;
    if (isNote) signals.noteFoot();
    else {
      const page = signals.take();
      if (page && items.some(({ type }) => type !== 'page'))
        items.push({ type: 'page', n: page.n, line: first });
      else if (!page && gap >= wideGap && !context.hasPages && items.at(-1)?.type === 'text')
        items.push(...inferredPage(first, context));
    }
    items.push(...itemsOf(group, context, of));
    group = [];
    gap = 0;
  };
  for (const line of lines) {
    if (line.isNewPage) {
      close();
      signals.formFeed();
    }
    const furniture = context.furniture.get(line);
    if (furniture) {
      // A line across the page within a sentence is as much an end of a group as a blank one.
      close();
      signals.furniture(furniture);
      context.exclude(line.start, line.end, furniture.reason);
    } else if (line.kind === 'text') {
      group.push(line);
      continue;
    } else close();
    gap += 1;
  }
  close();
  return items;
}

function inferredPage(line: SourceLine, { doubts }: Context): Item[] {
  const { choice } = doubts.ask<'page' | 'none'>({
    code: 'page-end',
    line,
    choices: [
      { choice: 'page', words: 'a page ends before this line' },
      { choice: 'none', words: 'no page ends here' },
    ],
    why: 'The gap before this line is wider than between paragraphs.',
  });
  return choice === 'page' ? [{ type: 'page', n: undefined, line }] : [];
}

/** The items of lines between which there is no blank one. */
function itemsOf(group: readonly SourceLine[], context: Context, of: Part): Item[] {
  const items: Item[] = [];
  let text: SourceLine[] = [];
  const closeText = () => {
    if (text.length > 0) items.push(textItem(text, context));
    text = [];
  };
  for (let index = 0; index < group.length; ) {
    const [line, before] = [group[index], group[index - 1]];
    if (!line) break;
    const isAtStart = text.length === 0;
    const structure = structureAt(group, index, context, of, isAtStart);
    const isNote = isAtStart && context.rules.match('footnote', line.plain) !== undefined;
    if (structure) {
      closeText();
      items.push(structure.item);
      index += structure.count;
      continue;
    }
    const isIndented = before !== undefined && line.indent >= 2 && before.indent < 2;
    const opensNote = !isNote && items.length + text.length > 0 && startsFootnote(line, text, context);
    const opensEndnote = of === 'notes' && isAfterSentence(before) && startsEndnote(line, context);
    if (isIndented || opensNote || opensEndnote) closeText();
    text.push(line);
    index += 1;
  }
  closeText();
  return items;
}

/** A footnote may follow another one in the next line. */
function startsFootnote(line: SourceLine, text: readonly SourceLine[], { rules }: Context): boolean {
  const [first] = text;
  return (
    first !== undefined &&
    rules.match('footnote', first.plain) !== undefined &&
    rules.match('footnote', line.plain) !== undefined
  );
}

/** Where notes follow each other line on line. */
function startsEndnote(line: SourceLine, { rules }: Context): boolean {
  const label = rules.match('endnote', line.plain)?.groups?.label;
  return label !== undefined && (readNumber(plainFigures(label))?.value ?? mostNotes) < mostNotes;
}

/** A line that begins with a larger number begins with a year. */
const mostNotes = 1_000;

function isAfterSentence(before: SourceLine | undefined): boolean {
  return before !== undefined && /[.!?:”"]$/.test(before.plain);
}

function textItem(lines: readonly SourceLine[], context: Context): Item {
  const flow = joinLines(lines, context);
  const found = context.rules.match('footnote', flow.text.slice(0, 40));
  const label = found?.groups?.label;
  return found && label !== undefined
    ? { type: 'footnote', flow, label, labelEnd: found.index + found[0].length }
    : { type: 'text', flow };
}

/** Those that may stand directly under running text, where no blank line parts them. */
const strong: ReadonlySet<RuleName> = new Set([
  'number',
  'received',
  'sent',
  'title',
  'kind',
  'handed',
  'enclosure',
]);

/** Those that may run over several lines, which are kept. */
const displayed: ReadonlySet<RuleName> = new Set(['title', 'handed']);

function structureAt(
  group: readonly SourceLine[],
  index: number,
  { rules }: Context,
  of: Part,
  isAtStart: boolean,
): { item: Item; count: number } | undefined {
  const line = group[index];
  const before = group[index - 1];
  if (!line) return undefined;
  const names: readonly Structure[] = of !== 'documents' ? ['separator'] : structures;
  for (const name of names) {
    if (!isAtStart && !(strong.has(name) && isAfterSentence(before))) continue;
    for (const count of displayed.has(name) ? [1, 2, 3, 4] : [1]) {
      const lines = group.slice(index, index + count);
      if (lines.length < count) break;
      const found = rules.match(name, lines.map(({ plain }) => plain).join(' '));
      if (!found) continue;
      const flow = flowOf(lines, count > 1 ? 'kept' : 'spaces');
      return { item: { type: name, flow, groups: groupsOf(found, flow.text) }, count };
    }
  }
  return undefined;
}

/** Where the named groups of a match stand. */
export function groupsOf(found: RegExpExecArray, text: string): Record<string, readonly [number, number]> {
  const places: Record<string, readonly [number, number]> = {};
  let from = found.index;
  for (const [name, words] of Object.entries(found.groups ?? {})) {
    if (words === undefined) continue;
    const start = text.indexOf(words, from);
    if (start < 0) continue;
    places[name] = [start, start + words.length];
    from = start + words.length;
  }
  return places;
}
