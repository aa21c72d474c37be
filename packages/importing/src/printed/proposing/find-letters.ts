import type { Context } from './context.js';
import type { DocumentItem, StructuredItem, TextItem } from './item.js';

/**
 * Finds the letters in a text that no numbers divide: by its files, its headings, its salutations. Each begins with an item of its
 * own; its first heading is its title, and the line under its valediction, or a name that ends it, its signature.
 */
export function findLetters(items: readonly DocumentItem[], context: Context): DocumentItem[] {
  return byFile(items).flatMap((file) =>
    file.some(isNumber) ? file : new LetterFinder(file, context).find(),
  );
}

function isNumber({ type }: DocumentItem): boolean {
  return type === 'number';
}

/** The items of each file, behind that which says that it begins. */
function byFile(items: readonly DocumentItem[]): DocumentItem[][] {
  const files: DocumentItem[][] = [];
  for (const item of items) {
    if (item.type === 'letter' || files.length === 0) files.push([item]);
    else files.at(-1)?.push(item);
  }
  return files;
}

/** What only a letter has. */
const ofLetters: ReadonlySet<DocumentItem['type']> = new Set([
  'dateline',
  'salutation',
  'valediction',
  'received',
  'sent',
  'title',
]);

/** How far behind a heading something must stand that only a letter has, for it to be the heading of one. */
const reach = 4;

class LetterFinder {
  readonly #found: DocumentItem[] = [];
  /** Where the letter that is being read begins in what was found. */
  #start = 0;
  #titleLevel: number | undefined;

  constructor(
    private readonly items: readonly DocumentItem[],
    private readonly context: Context,
  ) {}

  find(): DocumentItem[] {
    const rest = this.#first();
    for (const [index, item] of rest.entries()) {
      if (item.type === 'text' && item.flow.first.level > 0) this.#heading(item, rest.slice(index + 1));
      else {
        if (item.type === 'salutation' && this.#isClosed() && this.#isBoundary(item, 'begin'))
          this.#begin(item);
        this.#found.push(item);
      }
    }
    this.#end();
    return this.#found;
  }

  /** A file is a letter; of any other text it is asked, where it has nothing that only a letter has. */
  #first(): readonly DocumentItem[] {
    const [first, ...rest] = this.items;
    if (first?.type === 'letter') {
      this.#found.push(first);
      return rest;
    }
    const words = this.items.find((item) => item.type !== 'page' && item.type !== 'letter');
    if (!words) return this.items;
    const isLetter =
      this.items.some(({ type }) => ofLetters.has(type)) ||
      this.context.doubts.ask<'begin' | 'continue'>({
        code: 'boundary',
        line: words.flow.first,
        choices: [
          { choice: 'begin', words: 'a letter begins here' },
          { choice: 'continue', words: 'this is no letter' },
        ],
        why: 'No number, date or salutation says that this text holds a letter.',
      }).choice === 'begin';
    if (isLetter) this.#found.push({ type: 'letter', file: undefined });
    return this.items;
  }

  #heading(item: TextItem, next: readonly DocumentItem[]): void {
    const { level } = item.flow.first;
    const isFirst = !this.#hasText();
    if (!isFirst && level <= (this.#titleLevel ?? level)) {
      const isOfLetter = next
        .filter(({ type }) => type !== 'page' && type !== 'footnote')
        .slice(0, reach)
        .some(({ type }) => ofLetters.has(type));
      if (!this.#isBoundary(item, isOfLetter ? 'begin' : 'continue')) {
        this.#found.push(item);
        return;
      }
      this.#begin(item);
    } else if (!isFirst || this.#titleLevel !== undefined) {
      this.#found.push(item);
      return;
    }
    this.#titleLevel = level;
    this.#found.push({ type: 'title', flow: item.flow, groups: {} });
  }

  #isBoundary({ flow, type }: TextItem | StructuredItem, proposed: 'begin' | 'continue'): boolean {
    const begin = { choice: 'begin', words: 'a letter begins here' } as const;
    const goOn = { choice: 'continue', words: 'the letter goes on' } as const;
    const { choice } = this.context.doubts.ask<'begin' | 'continue'>({
      code: 'boundary',
      line: flow.first,
      choices: proposed === 'begin' ? [begin, goOn] : [goOn, begin],
      why:
        type === 'salutation'
          ? 'Somebody is spoken to anew, behind the end of a letter.'
          : proposed === 'begin'
            ? 'It is a heading, and a date or a salutation follows.'
            : 'It is a heading, but neither a date nor a salutation follows.',
    });
    return choice === 'begin';
  }

  /** Begins a letter before an item; a date directly before a salutation belongs to it. */
  #begin({ type }: TextItem | StructuredItem): void {
    const taken: DocumentItem[] = [];
    if (type === 'salutation')
      for (
        let last = this.#found.at(-1);
        last?.type === 'dateline' || last?.type === 'page';
        last = this.#found.at(-1)
      )
        taken.unshift(...this.#found.splice(-1));
    this.#end();
    this.#start = this.#found.length;
    this.#titleLevel = undefined;
    this.#found.push({ type: 'letter', file: undefined }, ...taken);
  }

  #letter(): readonly DocumentItem[] {
    return this.#found.slice(this.#start);
  }

  #hasText(): boolean {
    return this.#letter().some(({ type }) => type === 'text' || type === 'salutation');
  }

  /** The letter has come to its end. */
  #isClosed(): boolean {
    const letter = this.#letter();
    return letter.some(({ type }) => type === 'valediction' || type === 'signature');
  }

  /** The letter is whole: what signs it is found. */
  #end(): void {
    const letter = this.#letter();
    if (letter.some(({ type }) => type === 'signature')) return;
    const leave = letter.findLastIndex(({ type }) => type === 'valediction');
    const last = letter.findLastIndex(({ type }) => type === 'text');
    const next = leave < 0 ? undefined : letter[leave + 1];
    if (next?.type === 'text' && isShort(next)) this.#sign(leave + 1, next);
    else if (leave < 0 && last > 0) {
      const item = letter[last];
      const before = letter.slice(0, last).some(({ type }) => type === 'text');
      if (before && item?.type === 'text' && isName(item) && this.#isSignature(item)) this.#sign(last, item);
    }
  }

  #isSignature({ flow }: TextItem): boolean {
    const { choice } = this.context.doubts.ask<'closing' | 'text'>({
      code: 'closing',
      line: flow.first,
      choices: [
        { choice: 'closing', words: 'the signature of the letter' },
        { choice: 'text', words: 'a paragraph of the text' },
      ],
      why: 'It looks like a name and ends the letter, but nothing takes leave before it.',
    });
    return choice === 'closing';
  }

  #sign(at: number, { flow }: TextItem): void {
    this.#found.splice(this.#start + at, 1, { type: 'signature', flow, groups: {} });
  }
}

const longestSignature = 60;

function isShort({ flow: { text } }: TextItem): boolean {
  return text.length <= longestSignature && !/(?:\p{Ll}{2}[.!?]|[,:;])$/u.test(text);
}

/** One to five words, each of which begins with a capital. */
function isName(item: TextItem): boolean {
  return isShort(item) && /^(?:\p{Lu}[\p{L}.’'-]*\s+){0,4}\p{Lu}[\p{L}.’'-]*$/u.test(item.flow.text);
}
