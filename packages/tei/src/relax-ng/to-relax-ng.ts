import type { AttributeClass } from '../attribute-class.js';
import { withInheritedClasses } from '../attributes-of.js';
import { classMembers } from '../content/class-members.js';
import type { Content, RepeatSign } from '../content/content.js';
import { parseContent } from '../content/parse-content.js';
import { pruneContent } from '../content/prune-content.js';
import type { AttributeRow, ElementRow } from '../element-row.js';
import { macros } from '../macros.js';
import { type MarkupElement, markup, writeMarkup } from '../markup.js';
import { modelClasses } from '../model-classes.js';
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
  const contentOf = (expression: string) => patternOf(pruneContent(parseContent(expression), isKnown));
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
    ...Object.keys(modelClasses)
      .filter(isKnown)
      .map((name) => modelClassDefinition(name, elements, isKnown)),
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
      ...row.attributes.map(attributePattern),
    ),
  );
}

function modelClassDefinition(
  name: string,
  elements: readonly ElementRow[],
  isKnown: (name: string) => boolean,
): MarkupElement {
  const subclasses = Object.keys(modelClasses).filter(
    (other) => isKnown(other) && modelClasses[other]?.includes(name),
  );
  const direct = elements.filter((row) => row.classes.includes(name)).map((row) => row.name);
  return markup('define', { name }, groupOf('choice', [...subclasses, ...direct].map(reference)));
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

function patternOf(content: Content): MarkupElement {
  switch (content.kind) {
    case 'name':
      return reference(content.name);
    case 'sequence':
      return groupOf('group', content.parts.map(patternOf));
    case 'choice':
      return groupOf('choice', content.parts.map(patternOf));
    case 'repeat':
      return markup(repeatNames[content.sign], {}, patternOf(content.part));
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
