import { freshId } from '@chancery/prosemirror-tei';
import { Fragment, type Mark, type Node, Slice } from 'prosemirror-model';

/** Where the content of a letter's `body` begins and ends; undefined for a letter that has none. */
export function bodyOf(doc: Node): { readonly from: number; readonly to: number } | undefined {
  let found: { from: number; to: number } | undefined;
  doc.descendants((node, pos) => {
    if (found === undefined && node.attrs.name === 'body')
      found = { from: pos + 1, to: pos + node.nodeSize - 1 };
    return found === undefined && !node.inlineContent;
  });
  return found;
}

/** Gives what is put from one letter into another names of its own: its instances are others there. */
export class Renewal {
  readonly #ids = new Map<unknown, string>();

  slice(slice: Slice): Slice {
    return new Slice(this.#fragment(slice.content), slice.openStart, slice.openEnd);
  }

  #fragment(content: Fragment): Fragment {
    const nodes: Node[] = [];
    content.forEach((node) => {
      const marks = node.marks.map((mark) => this.#mark(mark));
      if (node.isText) {
        nodes.push(node.mark(marks));
        return;
      }
      const attrs = 'id' in node.attrs ? { ...node.attrs, id: this.#id(node.attrs.id) } : node.attrs;
      nodes.push(node.type.create(attrs, this.#fragment(node.content), marks));
    });
    return Fragment.fromArray(nodes);
  }

  #mark(mark: Mark): Mark {
    return mark.type.create({ ...mark.attrs, id: this.#id(mark.attrs.id) });
  }

  #id(id: unknown): string {
    const renewed = this.#ids.get(id) ?? freshId();
    this.#ids.set(id, renewed);
    return renewed;
  }
}
