import { attributeClasses } from '../attribute-classes/index.js';
import { attributeClassOf, withInheritedClasses } from '../attributes-of.js';
import { classMembers } from '../content/class-members.js';
import { parseContent } from '../content/parse-content.js';
import { pruneContent } from '../content/prune-content.js';
import { writeContent } from '../content/write-content.js';
import type { AttributeRow, ElementRow, Shape } from '../element-row.js';
import { macros } from '../macros.js';
import { type Markup, type MarkupElement, markup, writeMarkup } from '../markup.js';

/** The table as a page for people who encode letters: every element with its use, content, attributes and an example. */
export function toEncodingGuide(elements: readonly ElementRow[]): string {
  const members = classMembers(elements);
  const names = new Set(elements.map((row) => row.name));
  const isKnown = (name: string) => names.has(name) || name in macros || (members.get(name)?.size ?? 0) > 0;
  const contentOf = (expression: string) =>
    contentExpression(writeContent(pruneContent(parseContent(expression), isKnown)));
  const inText = elements.filter((row) => row.shape !== 'header').sort(byName);
  const inHeader = elements.filter((row) => row.shape === 'header').sort(byName);
  const usedClasses = withInheritedClasses(elements.flatMap((row) => row.attributeClasses));
  const page = markup(
    'html',
    { lang: 'en' },
    markup(
      'head',
      {},
      markup('meta', { charset: 'utf-8' }),
      markup('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      markup('title', {}, 'Encoding guide'),
      markup('style', {}, style),
    ),
    markup(
      'body',
      {},
      markup(
        'main',
        {},
        markup('h1', {}, 'Encoding guide'),
        markup(
          'p',
          {},
          `The ${elements.length} elements of TEI P5 with which letters are encoded here, what each is for, what it may hold and what its attributes say. The schema `,
          link('letters.rng', 'letters.rng'),
          ' and the customization ',
          link('letters.odd', 'letters.odd'),
          ' say the same to machines; all three are generated from one table.',
        ),
        markup(
          'nav',
          { 'aria-label': 'Elements' },
          markup('h2', {}, 'In the text'),
          indexOf(inText),
          markup('h2', {}, 'In the metadata'),
          indexOf(inHeader),
        ),
        ...[...inText, ...inHeader].map((row) => elementSection(row, contentOf(row.content))),
        markup('h2', { id: 'classes' }, 'Groups of elements'),
        markup('p', {}, 'Content is described by these groups, which are the model classes of TEI.'),
        markup(
          'dl',
          {},
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
        ),
        markup('h2', { id: 'attributes' }, 'Shared attributes'),
        ...attributeClasses
          .filter((one) => usedClasses.includes(one))
          .map((one) =>
            markup(
              'section',
              { id: one.name },
              markup('h3', {}, markup('code', {}, one.name)),
              markup('p', {}, one.gloss, ...alsoClasses(one.classes)),
              ...attributeTable(one.attributes),
            ),
          ),
      ),
    ),
  );
  return `<!doctype html>\n<!-- Generated from the element table in packages/tei by npm run generate -w @chancery/tei. -->\n${writeMarkup(page)}\n`;
}

const shapes: Readonly<Record<Shape, string>> = {
  container: 'holds other blocks',
  textblock: 'a block of running text',
  either: 'a block of running text or of other blocks',
  phrase: 'words in running text',
  inline: 'stands in running text and has text of its own',
  leaf: 'a point in the text',
  header: 'metadata',
};

function elementSection(row: ElementRow, content: MarkupElement): MarkupElement {
  const own = row.attributes.length === 0 ? [] : attributeTable(row.attributes);
  return markup(
    'section',
    { id: row.name, class: 'element' },
    markup('h2', {}, markup('code', {}, `<${row.name}>`), ` ${row.label}`),
    markup('p', {}, row.gloss),
    markup(
      'dl',
      {},
      ...entry('Form', shapes[row.shape]),
      ...entry('May hold', content),
      ...(row.shortcut === undefined ? [] : entry('Keys', `Ctrl M, then ${row.shortcut.toUpperCase()}`)),
      ...(row.appearance === undefined
        ? []
        : entry('Reads', `${row.appearance.before ?? ''}…${row.appearance.after ?? ''}`)),
      ...entry(
        'Shared attributes',
        markup(
          'span',
          {},
          ...separated(
            row.attributeClasses.map((name) => classLink(name, attributeClassOf(name).gloss)),
            ', ',
          ),
        ),
      ),
      ...entry(
        'TEI Guidelines',
        link(`https://www.tei-c.org/release/doc/tei-p5-doc/en/html/ref-${row.name}.html`, row.guidelines),
      ),
    ),
    ...own,
    markup('pre', {}, row.example),
  );
}

function attributeTable(attributes: readonly AttributeRow[]): readonly MarkupElement[] {
  if (attributes.length === 0) return [];
  return [
    markup(
      'table',
      {},
      markup(
        'thead',
        {},
        markup(
          'tr',
          {},
          ...['Attribute', 'Meaning', 'Value'].map((heading) => markup('th', { scope: 'col' }, heading)),
        ),
      ),
      markup('tbody', {}, ...attributes.map(attributeLine)),
    ),
  ];
}

function attributeLine(attribute: AttributeRow): MarkupElement {
  const values = Object.entries(attribute.values ?? {});
  const kind = `${attribute.many ? 'one or more ' : ''}${attribute.type.replace('teidata.', '')}`;
  return markup(
    'tr',
    {},
    markup('th', { scope: 'row' }, markup('code', {}, attribute.name)),
    markup('td', {}, attribute.gloss, ...(attribute.required ? [' ', markup('em', {}, 'Required.')] : [])),
    values.length === 0
      ? markup('td', {}, kind)
      : markup(
          'td',
          {},
          attribute.closed ? 'One of: ' : `${kind}, such as: `,
          ...separated(
            values.map(([value, gloss]) => markup('span', {}, markup('code', {}, value), ` (${gloss})`)),
            ', ',
          ),
        ),
  );
}

function alsoClasses(names: readonly string[]): readonly Markup[] {
  if (names.length === 0) return [];
  return [
    ' Brings with it ',
    ...separated(
      names.map((name) => classLink(name, attributeClassOf(name).gloss)),
      ', ',
    ),
    '.',
  ];
}

/** An expression with every name linked to what it stands for. */
function contentExpression(expression: string): MarkupElement {
  if (expression === 'empty') return markup('span', {}, 'nothing');
  const parts = expression.split(/([A-Za-z][\w.]*)/).filter((part) => part !== '');
  return markup(
    'code',
    {},
    ...parts.map((part) => (/^[A-Za-z]/.test(part) && part !== 'text' ? link(`#${part}`, part) : part)),
  );
}

function indexOf(rows: readonly ElementRow[]): MarkupElement {
  return markup(
    'p',
    {},
    ...separated(
      rows.map((row) => elementLink(row.name)),
      ' ',
    ),
  );
}

function elementLink(name: string): MarkupElement {
  return markup('a', { class: 'code', href: `#${name}` }, name);
}

function classLink(name: string, gloss: string): MarkupElement {
  return markup('a', { class: 'code', href: `#${name}`, title: gloss }, name);
}

function link(href: string, text: string): MarkupElement {
  return markup('a', { href }, text);
}

function entry(term: string, definition: Markup): readonly MarkupElement[] {
  return [markup('dt', {}, term), markup('dd', {}, definition)];
}

function separated(parts: readonly MarkupElement[], separator: string): readonly Markup[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

function byName(one: ElementRow, other: ElementRow): number {
  return one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1;
}

const style = `
:root { color-scheme: light dark; --rule: light-dark(#d9dddb, #2e3336); --link: light-dark(#1c4a86, #96bbee); }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#fff, #1d2022); color: light-dark(#191c1e, #e9e7e2); }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1rem 6rem; }
a { color: var(--link); }
code, pre, .code { font-family: ui-monospace, monospace; font-size: .9em; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 3px solid var(--rule); padding: .25rem 0 .25rem .75rem; }
section.element { border-top: 1px solid var(--rule); margin-top: 2rem; scroll-margin-top: 1rem; }
dl { display: grid; grid-template-columns: 10rem 1fr; gap: .25rem 1rem; }
dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--rule); font-weight: normal; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dt { font-weight: 600; } }
`;
