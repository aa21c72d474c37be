import { placeElement, type Surroundings, schema, teiShapes } from '@chancery/prosemirror-tei';
import { teiNamespace } from '@chancery/tei';
import type { Mark, Node } from 'prosemirror-model';
import { type BuiltContent, BuiltElement } from './builder-of.js';

/** A document and the positions that were marked in its text. */
export interface BuiltDocument {
  readonly doc: Node;
  /** @throws NoSuchTag when the text has no such mark. */
  at(tag: string): number;
}

/** A position was asked for that no text marks. */
export class NoSuchTag extends Error {
  override readonly name = 'NoSuchTag';
  constructor(tag: string) {
    super(`No text marks <${tag}>`);
  }
}

/** A document whose body holds `content`: `doc(p('Dear <a>', persName('Ada')))`. */
export function doc(...content: readonly BuiltContent[]): BuiltDocument {
  const body = new BuiltElement('body', {}, content);
  const text = new BuiltElement('text', {}, [body]);
  const root = new BuiltElement('TEI', { xmlns: teiNamespace }, [text]);
  const writer = new DocumentWriter();
  const node = writer.block(root, 'container', 'root', 0);
  return {
    doc: schema.node('doc', undefined, node),
    at: (tag) => {
      const position = writer.tags.get(tag);
      if (position === undefined) throw new NoSuchTag(tag);
      return position;
    },
  };
}

/** Builds nodes from left to right, so that the position of every marked place is known when it is met. */
class DocumentWriter {
  readonly tags = new Map<string, number>();
  #instances = 0;

  block(
    element: BuiltElement,
    type: string,
    inside: Surroundings,
    at: number,
    marks: readonly Mark[] = [],
  ): Node {
    const attrs = this.#attrs(element);
    const content =
      inside === 'text'
        ? this.#inline(element.children, [], at + 1)
        : this.#blocks(element.children, inside, at + 1);
    return schema.node(type, attrs, content, marks);
  }

  #blocks(children: readonly BuiltContent[], inside: Surroundings, at: number): Node[] {
    const blocks: Node[] = [];
    let loose: BuiltContent[] = [];
    let position = at;
    const add = (node: Node) => {
      blocks.push(node);
      position += node.nodeSize;
    };
    const closeLoose = () => {
      if (loose.length === 0) return;
      const type = inside === 'mixed' ? 'anonymous' : 'bare';
      add(schema.node(type, null, this.#inline(loose, [], position + 1)));
      loose = [];
    };
    for (const child of children) {
      const type = typeof child === 'string' ? undefined : holdingOf(child, inside);
      if (typeof child === 'string' || type === undefined || !(type in insideOf)) {
        loose.push(child);
      } else {
        closeLoose();
        add(this.block(child, type, insideOf[type] ?? 'text', position));
      }
    }
    closeLoose();
    if (blocks.length === 0 && inside === 'mixed') add(schema.node('anonymous'));
    return blocks;
  }

  #inline(children: readonly BuiltContent[], marks: readonly Mark[], at: number): Node[] {
    const nodes: Node[] = [];
    let position = at;
    for (const child of children) {
      const added =
        typeof child === 'string'
          ? this.#text(child, marks, position)
          : this.#inlineElement(child, marks, position);
      nodes.push(...added);
      position += added.reduce((size, node) => size + node.nodeSize, 0);
    }
    return nodes;
  }

  #text(marked: string, marks: readonly Mark[], at: number): Node[] {
    let text = '';
    for (const part of marked.split(/(<\w+>)/)) {
      const tag = /^<(\w+)>$/.exec(part)?.[1];
      if (tag === undefined) text += part;
      else this.tags.set(tag, at + text.length);
    }
    return text === '' ? [] : [schema.text(text, marks)];
  }

  #inlineElement(element: BuiltElement, marks: readonly Mark[], at: number): Node[] {
    const holding = holdingOf(element, 'text');
    switch (holding) {
      case 'mark':
        return this.#inline(element.children, [...marks, schema.mark('element', this.#attrs(element))], at);
      case 'leaf':
        return [schema.node('leaf', this.#attrs(element), undefined, marks)];
      case 'inlineEither':
        return [this.block(element, holding, 'mixed', at, marks)];
      default:
        return [this.block(element, holding, 'blocks', at, marks)];
    }
  }

  #attrs(element: BuiltElement): { id: string; name: string; attrs: Readonly<Record<string, string>> } {
    this.#instances += 1;
    return { id: `built.${this.#instances}`, name: element.name, attrs: element.attributes };
  }
}

/** What may stand in each kind of block. */
const insideOf: Readonly<Record<string, Surroundings>> = {
  container: 'blocks',
  either: 'mixed',
  textblock: 'text',
};

function holdingOf(element: BuiltElement, surroundings: Surroundings) {
  return placeElement(teiShapes, element.name, surroundings, {
    empty: element.children.length === 0,
    hasTextblock: () =>
      element.children.some(
        (child) => typeof child !== 'string' && teiShapes(child.name)?.shape === 'textblock',
      ),
  });
}
