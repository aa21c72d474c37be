import type { XmlAttribute, XmlElement } from '@chancery/xml';
import { isText } from '../source/children.js';

/**
 * The source tree in the form in which fontoxpath walks it: the DOM's properties, read-only, each node knowing the
 * element or attribute of the source that it stands for. Nothing is parsed a second time.
 */
export interface XPathNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly localName: string | null;
  readonly namespaceURI: string | null;
  readonly prefix: string | null;
  readonly parentNode: XPathNode | null;
  readonly childNodes: readonly XPathNode[];
  readonly attributes: readonly XPathAttribute[];
  readonly firstChild: XPathNode | null;
  readonly lastChild: XPathNode | null;
  readonly nextSibling: XPathNode | null;
  readonly previousSibling: XPathNode | null;
  readonly ownerDocument: XPathNode | null;
  readonly data: string;
  /** Set on elements. */
  readonly element: XmlElement | undefined;
}

export interface XPathAttribute {
  readonly nodeType: 2;
  readonly nodeName: string;
  readonly name: string;
  readonly localName: string;
  readonly namespaceURI: string | null;
  readonly prefix: string | null;
  readonly value: string;
  readonly ownerElement: XPathNode;
  readonly parentNode: null;
  readonly attribute: XmlAttribute;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface Draft extends Omit<Writable<XPathNode>, 'childNodes' | 'attributes'> {
  childNodes: XPathNode[];
  attributes: XPathAttribute[];
}

function draft(nodeType: number, nodeName: string, ownerDocument: XPathNode | null): Draft {
  return {
    nodeType,
    nodeName,
    localName: null,
    namespaceURI: null,
    prefix: null,
    parentNode: null,
    childNodes: [],
    attributes: [],
    firstChild: null,
    lastChild: null,
    nextSibling: null,
    previousSibling: null,
    ownerDocument,
    data: '',
    element: undefined,
  };
}

function append(parent: Draft, child: Draft): void {
  const previous = parent.childNodes.at(-1) as Draft | undefined;
  child.parentNode = parent;
  child.previousSibling = previous ?? null;
  if (previous === undefined) parent.firstChild = child;
  else previous.nextSibling = child;
  parent.lastChild = child;
  parent.childNodes.push(child);
}

function elementNode(element: XmlElement, document: XPathNode): Draft {
  const node = draft(1, element.name, document);
  node.localName = element.localName;
  node.namespaceURI = element.namespace === '' ? null : element.namespace;
  node.prefix = prefixOf(element.name);
  node.element = element;
  node.attributes = element.attributes.map((attribute) => ({
    nodeType: 2,
    nodeName: attribute.name,
    name: attribute.name,
    localName: attribute.localName,
    namespaceURI: attribute.namespace === '' ? null : attribute.namespace,
    prefix: prefixOf(attribute.name),
    value: attribute.value,
    ownerElement: node,
    parentNode: null,
    attribute,
  }));
  return node;
}

function textNode(data: string, document: XPathNode): Draft {
  const node = draft(3, '#text', document);
  node.data = data;
  return node;
}

function prefixOf(name: string): string | null {
  const colon = name.indexOf(':');
  return colon < 0 ? null : name.slice(0, colon);
}

/** The document node over the tree, and its elements in document order. Comments and instructions are left out. */
export function xpathDocument(root: XmlElement): { document: XPathNode; elements: readonly XPathNode[] } {
  const document = draft(9, '#document', null);
  const elements: XPathNode[] = [];
  const top = elementNode(root, document);
  append(document, top);
  // Without recursion: the depth of a file is bounded by the limits of the source, not by the stack.
  const pending: Draft[] = [top];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    elements.push(node);
    const inner: Draft[] = [];
    for (const child of node.element?.children ?? []) {
      if (child.type === 'element') {
        const made = elementNode(child, document);
        append(node, made);
        inner.push(made);
      } else if (isText(child) && child.value !== '') {
        append(node, textNode(child.value, document));
      }
    }
    pending.push(...inner.reverse());
  }
  return { document, elements };
}
