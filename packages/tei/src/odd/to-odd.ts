import { classMembers } from '../content/class-members.js';
import type { Content, RepeatSign } from '../content/content.js';
import { parseContent } from '../content/parse-content.js';
import { pruneContent } from '../content/prune-content.js';
import type { AttributeRow, ElementRow } from '../element-row.js';
import { macros } from '../macros.js';
import { type MarkupElement, markup, writeMarkup } from '../markup.js';
import { teiNamespace } from '../tei-namespace.js';

/**
 * The table as a TEI customization (ODD): which elements of which modules are taken, and what is narrower in them
 * than in TEI P5. See TEI Guidelines, 24.3 Customization.
 */
export function toOdd(elements: readonly ElementRow[]): string {
  const members = classMembers(elements);
  const names = new Set(elements.map((row) => row.name));
  const isKnown = (name: string) => names.has(name) || name in macros || (members.get(name)?.size ?? 0) > 0;
  const modules = [...new Set(elements.map((row) => row.module))].sort();
  const schema = markup(
    'schemaSpec',
    { ident: 'letters', start: 'TEI', ns: teiNamespace, docLang: 'en' },
    markup('moduleRef', { key: 'tei' }),
    ...modules.map((module) =>
      markup('moduleRef', {
        key: module,
        include: elements
          .filter((row) => row.module === module)
          .map((row) => row.name)
          .join(' '),
      }),
    ),
    ...elements.map((row) => elementSpecification(row, isKnown)),
  );
  const document = markup(
    'TEI',
    { xmlns: teiNamespace, 'xml:lang': 'en' },
    markup(
      'teiHeader',
      {},
      markup(
        'fileDesc',
        {},
        markup(
          'titleStmt',
          {},
          markup('title', {}, 'Letters: a customization of TEI P5 for editions of correspondence'),
        ),
        markup('publicationStmt', {}, markup('p', {}, 'Part of Chancery.')),
        markup(
          'sourceDesc',
          {},
          markup(
            'p',
            {},
            'Generated from the element table in packages/tei by npm run generate -w @chancery/tei.',
          ),
        ),
      ),
    ),
    markup('text', {}, markup('body', {}, markup('head', {}, 'Letters'), schema)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeMarkup(document)}\n`;
}

function elementSpecification(row: ElementRow, isKnown: (name: string) => boolean): MarkupElement {
  const content = contentSpecification(pruneContent(parseContent(row.content), isKnown));
  return markup(
    'elementSpec',
    { ident: row.name, module: row.module, mode: 'change' },
    markup('gloss', { 'xml:lang': 'en' }, row.label),
    markup('desc', { 'xml:lang': 'en' }, row.gloss),
    markup('content', {}, content),
    ...(row.attributes.length === 0
      ? []
      : [markup('attList', {}, ...row.attributes.map(attributeSpecification))]),
  );
}

function attributeSpecification(attribute: AttributeRow): MarkupElement {
  const values = Object.entries(attribute.values ?? {});
  return markup(
    'attDef',
    { ident: attribute.name, mode: 'change', usage: attribute.required ? 'req' : undefined },
    markup('desc', { 'xml:lang': 'en' }, attribute.gloss),
    ...(values.length === 0
      ? []
      : [
          markup(
            'valList',
            { type: attribute.closed ? 'closed' : 'semi', mode: 'replace' },
            ...values.map(([value, gloss]) =>
              markup('valItem', { ident: value }, markup('desc', { 'xml:lang': 'en' }, gloss)),
            ),
          ),
        ]),
  );
}

const occurrences: Readonly<Record<RepeatSign, Readonly<Record<string, string>>>> = {
  '?': { minOccurs: '0' },
  '*': { minOccurs: '0', maxOccurs: 'unbounded' },
  '+': { maxOccurs: 'unbounded' },
};

/** Content in pure ODD. See TEI Guidelines, 23.5.1 Defining Content Models. */
function contentSpecification(
  content: Content,
  occurs: Readonly<Record<string, string>> = {},
): MarkupElement {
  switch (content.kind) {
    case 'name':
      if (content.name.startsWith('model.')) return markup('classRef', { key: content.name, ...occurs });
      if (content.name.startsWith('macro.')) return markup('macroRef', { key: content.name });
      return markup('elementRef', { key: content.name, ...occurs });
    case 'sequence':
      return markup('sequence', occurs, ...content.parts.map((part) => contentSpecification(part)));
    case 'choice':
      return markup('alternate', occurs, ...content.parts.map((part) => contentSpecification(part)));
    case 'repeat':
      return contentSpecification(content.part, occurrences[content.sign]);
    case 'text':
      return markup('textNode');
    default:
      return markup('empty');
  }
}
