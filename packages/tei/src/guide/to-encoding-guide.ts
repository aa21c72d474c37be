import { attributeClasses } from '../attribute-classes/index.js';
import { withInheritedClasses } from '../attributes-of.js';
import { classMembers } from '../content/class-members.js';
import { parseContent } from '../content/parse-content.js';
import { pruneContent } from '../content/prune-content.js';
import { writeContent } from '../content/write-content.js';
import type { ElementRow } from '../element-row.js';
import { macros } from '../macros.js';
import { type Markup, type MarkupElement, markup, writeMarkup } from '../markup.js';
import { type Chapter, chapters } from './chapters.js';
import { attributeTable, elementSection } from './element-section.js';
import { classLink, contentExpression, elementLink, link, separated } from './guide-links.js';
import { guideStyle } from './guide-style.js';

/**
 * The table as a page for people who encode letters: every element with its use, content, attributes and an example, in
 * chapters by module, with a table of contents and an index. It reads without a script; `encoding-guide.js` beside it
 * adds the search.
 */
export function toEncodingGuide(elements: readonly ElementRow[]): string {
  const members = classMembers(elements);
  const names = new Set(elements.map((row) => row.name));
  const isKnown = (name: string) => names.has(name) || name in macros || (members.get(name)?.size ?? 0) > 0;
  const contentOf = (expression: string) =>
    contentExpression(writeContent(pruneContent(parseContent(expression), isKnown)));
  const sorted = [...elements].sort(byName);
  const filled = chapters
    .map((chapter) => ({ chapter, rows: sorted.filter((row) => row.module === chapter.module) }))
    .filter(({ rows }) => rows.length > 0);
  const page = markup(
    'html',
    { lang: 'en' },
    markup(
      'head',
      {},
      markup('meta', { charset: 'utf-8' }),
      markup('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      markup('title', {}, 'Encoding guide'),
      markup('style', {}, guideStyle),
      markup('script', { src: 'encoding-guide.js', defer: 'defer' }, ''),
    ),
    markup(
      'body',
      {},
      contents(filled, sorted),
      markup(
        'main',
        {},
        markup('h1', {}, 'Encoding guide'),
        markup(
          'p',
          {},
          `The ${elements.length} elements of TEI P5 with which letters are encoded here, what each is for, what it may hold and what its attributes say. The schema `,
          link('letters.rng', 'letters.rng'),
          ' and the customisation ',
          link('letters.odd', 'letters.odd'),
          ' say the same to machines; all three are generated from one table.',
        ),
        ...filled.map(({ chapter, rows }) =>
          markup(
            'section',
            { class: 'chapter', id: chapterId(chapter), 'aria-labelledby': `${chapterId(chapter)}-title` },
            markup('h2', { id: `${chapterId(chapter)}-title` }, chapter.title),
            markup(
              'p',
              { class: 'quiet' },
              `${rows.length} elements of the module “${chapter.module}”. TEI Guidelines, ${chapter.guidelines}.`,
            ),
            ...rows.map((row) => elementSection(row, contentOf(row.content))),
          ),
        ),
        part(
          'groups',
          'Groups of elements',
          markup('p', {}, 'Content is described by these groups, which are the model classes of TEI.'),
          markup('dl', {}, ...groups(members, contentOf)),
        ),
        part('attributes', 'Shared attributes', ...sharedAttributes(elements)),
        part('index', 'Index', ...index(sorted)),
      ),
    ),
  );
  return `<!doctype html>\n<!-- Generated from the element table in packages/tei by npm run generate -w @chancery/tei. -->\n${writeMarkup(page)}\n`;
}

interface FilledChapter {
  readonly chapter: Chapter;
  readonly rows: readonly ElementRow[];
}

function contents(filled: readonly FilledChapter[], sorted: readonly ElementRow[]): MarkupElement {
  const letters = [...new Set(sorted.map(initial))];
  return markup(
    'div',
    { class: 'contents' },
    markup(
      'search',
      { class: 'find', id: 'find', hidden: 'hidden' },
      markup('label', { for: 'words' }, 'Find an element'),
      markup('input', { id: 'words', type: 'search', autocomplete: 'off', spellcheck: 'false' }),
      markup('output', { class: 'quiet', for: 'words' }, ''),
    ),
    markup(
      'nav',
      { 'aria-labelledby': 'contents-title' },
      markup('h2', { id: 'contents-title' }, 'Contents'),
      markup(
        'ol',
        {},
        ...filled.map(({ chapter, rows }) =>
          markup(
            'li',
            {},
            link(`#${chapterId(chapter)}`, chapter.title),
            ' ',
            markup('span', { class: 'quiet' }, String(rows.length)),
          ),
        ),
        markup('li', {}, link('#groups', 'Groups of elements')),
        markup('li', {}, link('#attributes', 'Shared attributes')),
        markup('li', {}, link('#index', 'Index')),
      ),
    ),
    markup(
      'nav',
      { 'aria-label': 'Index by letter', class: 'letters' },
      markup(
        'ol',
        {},
        ...letters.map((letter) => markup('li', {}, link(`#index-${letter}`, letter.toUpperCase()))),
      ),
    ),
  );
}

function part(id: string, title: string, ...children: readonly Markup[]): MarkupElement {
  return markup(
    'section',
    { class: 'chapter part', id, 'aria-labelledby': `${id}-title` },
    markup('h2', { id: `${id}-title` }, title),
    ...children,
  );
}

function groups(
  members: ReadonlyMap<string, ReadonlySet<string>>,
  contentOf: (expression: string) => MarkupElement,
): readonly MarkupElement[] {
  return [
    ...[...members]
      .filter(([, names]) => names.size > 0)
      .flatMap(([name, names]) => [
        markup('dt', { id: name }, markup('code', {}, name)),
        markup('dd', {}, ...separated([...names].sort().map(elementLink), ', ')),
      ]),
    ...Object.entries(macros).flatMap(([name, expression]) => [
      markup('dt', { id: name }, markup('code', {}, name)),
      markup('dd', {}, contentOf(expression)),
    ]),
  ];
}

function sharedAttributes(elements: readonly ElementRow[]): readonly MarkupElement[] {
  const used = withInheritedClasses(elements.flatMap((row) => row.attributeClasses));
  return attributeClasses
    .filter((one) => used.includes(one))
    .map((one) =>
      markup(
        'section',
        { id: one.name, class: 'element' },
        markup('h3', {}, markup('code', {}, one.name)),
        markup('p', {}, one.gloss, ...alsoClasses(one.classes)),
        ...attributeTable(one.attributes),
      ),
    );
}

function alsoClasses(names: readonly string[]): readonly Markup[] {
  return names.length === 0 ? [] : [' Brings with it ', ...separated(names.map(classLink), ', '), '.'];
}

/** The elements from A to Z, each with what editors call it. */
function index(sorted: readonly ElementRow[]): readonly MarkupElement[] {
  return [...new Set(sorted.map(initial))].flatMap((letter) => [
    markup('h3', { id: `index-${letter}` }, letter.toUpperCase()),
    markup(
      'ul',
      { class: 'index' },
      ...sorted
        .filter((row) => initial(row) === letter)
        .map((row) =>
          markup('li', {}, elementLink(row.name), ' ', markup('span', { class: 'quiet' }, row.label)),
        ),
    ),
  ]);
}

function chapterId({ module }: Chapter): string {
  return `module-${module}`;
}

function initial(row: ElementRow): string {
  return row.name.charAt(0).toLowerCase();
}

function byName(one: ElementRow, other: ElementRow): number {
  return one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1;
}
