import {
  type DOMOutputSpec,
  type Mark,
  type Node,
  type NodeSpec,
  Schema,
  type TagParseRule,
} from 'prosemirror-model';
import { validateAttributes, validateName } from './attributes.js';
import { elementDom, opaqueDom, readElementDom } from './dom.js';
import { freshId } from './fresh-id.js';

const element = {
  id: { validate: 'string' },
  name: { validate: validateName },
  attrs: { validate: validateAttributes },
} as const;

const carried = { kind: { validate: 'string' }, source: { validate: 'string' } } as const;

function parse(tag: string, holding: string): TagParseRule[] {
  return [
    {
      tag: `${tag}[data-tei][data-holding="${holding}"]`,
      getAttrs: (dom: HTMLElement) => readElementDom(dom, freshId),
    },
  ];
}

function dom(tag: string, holding: string) {
  return (node: Node): DOMOutputSpec => [tag, elementDom(node, { 'data-holding': holding }), 0];
}

const paragraph: TagParseRule = {
  tag: 'p',
  priority: 20,
  getAttrs: () => ({ id: freshId(), name: 'p', attrs: {} }),
};

const nodes: Record<string, NodeSpec> = {
  doc: { content: 'block?' },
  container: {
    group: 'block',
    content: '(block | bare)*',
    attrs: element,
    toDOM: dom('div', 'container'),
    parseDOM: parse('div', 'container'),
  },
  either: {
    group: 'block',
    content: '(block | anonymous)+',
    attrs: element,
    toDOM: dom('div', 'either'),
    parseDOM: parse('div', 'either'),
  },
  textblock: {
    group: 'block',
    content: 'inline*',
    attrs: element,
    toDOM: dom('div', 'textblock'),
    parseDOM: [...parse('div', 'textblock'), paragraph],
  },
  opaqueBlock: {
    group: 'block',
    atom: true,
    selectable: true,
    attrs: { id: { validate: 'string' }, name: { validate: 'string' }, ...carried },
    toDOM: (node) => ['div', opaqueDom(node)],
  },
  anonymous: { content: 'inline*', toDOM: () => ['div', { 'data-tei-anonymous': '' }, 0] },
  bare: { content: 'inline*', marks: '', toDOM: () => ['div', { 'data-tei-anonymous': 'bare' }, 0] },
  text: { group: 'inline' },
  inlineEither: {
    group: 'inline',
    inline: true,
    isolating: true,
    content: '(block | anonymous)+',
    attrs: element,
    toDOM: dom('span', 'inlineEither'),
    parseDOM: parse('span', 'inlineEither'),
  },
  inlineContainer: {
    group: 'inline',
    inline: true,
    isolating: true,
    content: '(block | bare)*',
    attrs: element,
    toDOM: dom('span', 'inlineContainer'),
    parseDOM: parse('span', 'inlineContainer'),
  },
  leaf: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: element,
    toDOM: (node) => ['span', elementDom(node, { 'data-holding': 'leaf', contenteditable: 'false' })],
    parseDOM: [
      ...parse('span', 'leaf'),
      { tag: 'br', getAttrs: () => ({ id: freshId(), name: 'lb', attrs: {} }) },
    ],
  },
  opaque: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: carried,
    toDOM: (node) => ['span', opaqueDom(node)],
    parseDOM: [
      {
        tag: 'span[data-tei-opaque]',
        getAttrs: (from: HTMLElement) => ({
          kind: from.getAttribute('data-tei-opaque'),
          source: from.getAttribute('data-source') ?? '',
        }),
      },
    ],
  },
};

function highlighted(tag: string, rend: string): TagParseRule {
  return { tag, getAttrs: () => ({ id: freshId(), name: 'hi', attrs: { rend } }) };
}

/**
 * The document model of a TEI text. Its node types are the ways in which an element can be held, and the element's
 * name is an attribute; which element is held how is folded out of the element table by {@link placeElement}. So a new
 * row in the table changes no stored step.
 *
 * - `container`, `either`, `textblock` are blocks; `inlineEither` and `inlineContainer` stand in running text and hold blocks;
 *   `leaf` is an empty element. All have `id` (the instance), `name` and `attrs`.
 * - `anonymous` and `bare` are textblocks without a tag: running text in an `either`, and what stands loose in a
 *   `container`, where no element marks are allowed.
 * - `opaque` and `opaqueBlock` carry their `source` unopened; `kind` says what it is.
 * - The mark `element` is a phrase element. The order of marks in a set is their nesting, outermost first.
 */
export const schema = new Schema({
  nodes,
  marks: {
    element: {
      attrs: element,
      excludes: '',
      inclusive: true,
      toDOM: (mark: Mark) => ['span', elementDom(mark, { 'data-holding': 'mark' }), 0],
      parseDOM: [
        {
          tag: 'span[data-tei][data-holding="mark"]',
          getAttrs: (from: HTMLElement) => readElementDom(from, freshId),
        },
        highlighted('i, em', 'italic'),
        highlighted('b, strong', 'bold'),
        highlighted('u', 'underline'),
        highlighted('sup', 'superscript'),
        highlighted('sub', 'subscript'),
      ],
    },
  },
});
