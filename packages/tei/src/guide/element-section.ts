import { attributesOf } from '../attributes-of.js';
import type { AttributeRow, ElementRow, Shape } from '../element-row.js';
import { type Markup, type MarkupElement, markup } from '../markup.js';
import { classLink, link, separated } from './guide-links.js';

const shapes: Readonly<Record<Shape, string>> = {
  container: 'holds other blocks',
  textblock: 'a block of running text',
  either: 'a block of running text or of other blocks',
  phrase: 'words in running text',
  inline: 'stands in running text and has text of its own',
  leaf: 'a point in the text',
  header: 'metadata',
};

/** What the guide says of one element: its use, content, attributes and an example. */
export function elementSection(row: ElementRow, content: MarkupElement): MarkupElement {
  const own = new Set(row.attributes.map(({ name }) => name));
  return markup(
    'section',
    { id: row.name, class: 'element', 'aria-labelledby': `${row.name}-name` },
    markup(
      'h3',
      { id: `${row.name}-name` },
      markup(
        'a',
        { href: `#${row.name}`, class: 'own' },
        markup('code', {}, `<${row.name}>`),
        ` ${row.label}`,
      ),
    ),
    markup('p', {}, row.gloss),
    markup(
      'dl',
      {},
      ...entry('Form', shapes[row.shape]),
      ...entry('May hold', content),
      ...(row.kinds === undefined ? [] : entry('Kinds', kinds(row.kinds))),
      ...(row.shortcut === undefined ? [] : entry('Keys', `Ctrl M, then ${row.shortcut.toUpperCase()}`)),
      ...(row.appearance === undefined
        ? []
        : entry('Reads', `${row.appearance.before ?? ''}…${row.appearance.after ?? ''}`)),
      ...entry(
        'Shared attributes',
        markup('span', {}, ...separated(row.attributeClasses.map(classLink), ', ')),
      ),
      ...entry(
        'TEI Guidelines',
        link(`https://www.tei-c.org/release/doc/tei-p5-doc/en/html/ref-${row.name}.html`, row.guidelines),
      ),
    ),
    ...attributeTable(attributesOf(row).filter(({ name }) => own.has(name))),
    markup('pre', { 'aria-label': `Example of ${row.name}` }, row.example),
  );
}

function kinds(named: Readonly<Record<string, string>>): MarkupElement {
  const parts = Object.entries(named).map(([type, label]) =>
    markup('span', {}, markup('code', {}, type), ` (${label})`),
  );
  return markup('span', {}, ...separated(parts, ', '));
}

/** Attributes as a table, empty where there are none. */
export function attributeTable(attributes: readonly AttributeRow[]): readonly MarkupElement[] {
  if (attributes.length === 0) return [];
  const headings = ['Attribute', 'Called', 'Meaning', 'Value'];
  return [
    markup(
      'table',
      {},
      markup(
        'thead',
        {},
        markup('tr', {}, ...headings.map((heading) => markup('th', { scope: 'col' }, heading))),
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
    markup('td', {}, attribute.label ?? attribute.name),
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

function entry(term: string, definition: Markup): readonly MarkupElement[] {
  return [markup('dt', {}, term), markup('dd', {}, definition)];
}
