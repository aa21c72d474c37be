import type { AttributeClass } from '../attribute-class.js';
import { withInheritedClasses } from '../attributes-of.js';
import { classMembers } from '../content/class-members.js';
import type { Content, RepeatSign } from '../content/content.js';
import { parseContent } from '../content/parse-content.js';
import { pruneContent } from '../content/prune-content.js';
import type { AttributeRow, ElementRow } from '../element-row.js';
import { macros } from '../macros.js';
import { type MarkupElement, markup, writeMarkup } from '../markup.js';
import { teiNamespace } from '../tei-namespace.js';
import { datatypes } from './datatypes.js';

/**
 * The table as a RELAX NG schema in XML syntax (ISO/IEC 19757-2). It accepts documents whose root is `TEI`. Names of
 * classes without members are left out of the content, so that the schema is never wider than the table.
 */
export function toRelaxNg(elements: readonly ElementRow[]): string {
  const members = classMembers(elements);
  const names = new Set(elements.map((row) => row.name));
  const isKnown = (name: string) => names.has(name) || name in macros || (members.get(name)?.size ?? 0) > 0;
  const choices = new Map([...members].map(([name, own]) => [name, choicesOf(name, own)]));
  const contentOf = (expression: string) =>
    patternOf(pruneContent(parseContent(expression), isKnown), (name) => [
      ...(choices.get(name)?.keys() ?? [name]),
    ]);
  const usedClasses = withInheritedClasses(elements.flatMap((row) => row.attributeClasses));

  const grammar = markup(
    'grammar',
    {
      xmlns: 'http://relaxng.org/ns/structure/1.0',
      'xmlns:a': 'http://relaxng.org/ns/compatibility/annotations/1.0',
      datatypeLibrary: 'http://www.w3.org/2001/XMLSchema-datatypes',
      ns: teiNamespace,
    },
    markup('start', {}, reference('TEI')),
    ...elements.map((row) => elementDefinition(row, contentOf(row.content))),
    ...[...choices.values()].flatMap((parts) =>
      [...parts].map(([name, own]) => markup('define', { name }, groupOf('choice', own.map(reference)))),
    ),
    ...Object.entries(macros).map(([name, expression]) => markup('define', { name }, contentOf(expression))),
    ...usedClasses.flatMap(attributeClassDefinitions),
    ...Object.entries(datatypes).map(([name, pattern]) => markup('define', { name }, pattern)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- Generated from the element table in packages/tei: change a row there, then run npm run generate -w @chancery/tei. -->\n${writeMarkup(grammar)}\n`;
}

function elementDefinition(row: ElementRow, content: MarkupElement): MarkupElement {
  const own = new Set(row.attributes.map((attribute) => attribute.name));
  const classes = withInheritedClasses(row.attributeClasses);
  const isOverridden = classes.some((one) => one.attributes.some((attribute) => own.has(attribute.name)));
  const inherited = isOverridden
    ? classes.flatMap((one) =>
        one.attributes
          .filter((attribute) => !own.has(attribute.name))
          .map((attribute) => reference(attributeDefinitionName(one, attribute))),
      )
    : row.attributeClasses.map((name) => reference(`${name}.attributes`));
  return markup(
    'define',
    { name: row.name },
    markup(
      'element',
      { name: row.name },
      documentation(`${row.gloss} [${row.guidelines}]`),
      content,
      ...inherited,
      ...row.attributes.flatMap((attribute) => ownAttributePattern(attribute, row.attributes)),
    ),
  );
}

/**
 * How many members a class may have to be written as one choice; a class of more is written as several. libxml2 makes an
 * automaton of each content, in a time that grows as the cube of its members where choices stand in choices in choices;
 * jing goes as deep into its stack as a choice is long. So each content is a choice of choices that are not long.
 */
const longestChoice = 60;

/** The choices that make up a class: the names of their definitions, with their members. */
function choicesOf(name: string, members: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const all = [...members];
  const count = Math.ceil(all.length / longestChoice);
  if (count <= 1) return new Map(all.length === 0 ? [] : [[name, all]]);
  const size = Math.ceil(all.length / count);
  return new Map(
    Array.from({ length: count }, (_, at) => [`${name}.${at + 1}`, all.slice(at * size, (at + 1) * size)]),
  );
}

function attributeClassDefinitions(attributeClass: AttributeClass): readonly MarkupElement[] {
  const references = [
    ...attributeClass.classes.map((name) => `${name}.attributes`),
    ...attributeClass.attributes.map((attribute) => attributeDefinitionName(attributeClass, attribute)),
  ].map(reference);
  return [
    markup('define', { name: `${attributeClass.name}.attributes` }, ...references),
    ...attributeClass.attributes.map((attribute) =>
      markup(
        'define',
        { name: attributeDefinitionName(attributeClass, attribute) },
        attributePattern(attribute),
      ),
    ),
  ];
}

function attributeDefinitionName(attributeClass: AttributeClass, attribute: AttributeRow): string {
  return `${attributeClass.name}.attribute.${attribute.name.replace(':', '')}`;
}

/** The pattern of an own attribute: together with the one that stands in its place, which then has none of its own. */
function ownAttributePattern(
  attribute: AttributeRow,
  beside: readonly AttributeRow[],
): readonly MarkupElement[] {
  if (attribute.insteadOf !== undefined) return [];
  const others = beside.filter((other) => other.insteadOf === attribute.name);
  return [groupOf('choice', [attribute, ...others].map(attributePattern))];
}

function attributePattern(attribute: AttributeRow): MarkupElement {
  const one = valuePattern(attribute);
  const value = attribute.many ? markup('list', {}, markup('oneOrMore', {}, one)) : one;
  const pattern = markup('attribute', { name: attribute.name }, documentation(attribute.gloss), value);
  return attribute.required ? pattern : markup('optional', {}, pattern);
}

/** Known values by name, then the rest of the datatype without them: never two patterns for one value. */
function valuePattern(attribute: AttributeRow): MarkupElement {
  const values = Object.entries(attribute.values ?? {});
  if (values.length === 0) return reference(attribute.type);
  const known = values.flatMap(([value, gloss]) => [markup('value', {}, value), documentation(gloss)]);
  if (attribute.closed) return markup('choice', {}, ...known);
  const { name, attributes, children } = datatypes[attribute.type];
  const except = markup(
    'except',
    {},
    markup('choice', {}, ...values.map(([value]) => markup('value', {}, value))),
  );
  return markup('choice', {}, ...known, markup(name, attributes, ...children, except));
}

const repeatNames: Readonly<Record<RepeatSign, string>> = {
  '?': 'optional',
  '*': 'zeroOrMore',
  '+': 'oneOrMore',
};

function patternOf(content: Content, partsOf: (name: string) => readonly string[]): MarkupElement {
  const inner = (part: Content) => patternOf(part, partsOf);
  switch (content.kind) {
    case 'name':
      return groupOf('choice', partsOf(content.name).map(reference));
    case 'sequence':
      return groupOf('group', content.parts.map(inner));
    case 'choice':
      return groupOf(
        'choice',
        content.parts.flatMap((part) =>
          part.kind === 'name' ? partsOf(part.name).map(reference) : [inner(part)],
        ),
      );
    case 'repeat':
      return markup(repeatNames[content.sign], {}, inner(content.part));
    default:
      return markup(content.kind);
  }
}

function groupOf(name: 'group' | 'choice', patterns: readonly MarkupElement[]): MarkupElement {
  const [first] = patterns;
  return patterns.length === 1 && first !== undefined ? first : markup(name, {}, ...patterns);
}

function reference(name: string): MarkupElement {
  return markup('ref', { name });
}

function documentation(text: string): MarkupElement {
  return markup('a:documentation', {}, text);
}
