import { elementOf } from '@chancery/prosemirror-tei';
import { DOMSerializer, type Node } from 'prosemirror-model';
import type { NodeView, NodeViewConstructor } from 'prosemirror-view';

/** A page footnote in the text: its callout only. The note itself is written in the apparatus. */
class FootnoteCallout implements NodeView {
  readonly dom: HTMLElement;

  constructor() {
    this.dom = document.createElement('span');
    this.dom.dataset.tei = 'note';
    this.dom.setAttribute('role', 'img');
  }

  update(node: Node): boolean {
    return elementOf(node) === 'note';
  }

  ignoreMutation(): boolean {
    return true;
  }
}

/** Other elements that stand in running text and hold blocks are shown where they are. */
function asItIs(node: Node): NodeView {
  const { toDOM } = node.type.spec;
  const { dom, contentDOM } = DOMSerializer.renderSpec(document, toDOM ? toDOM(node) : ['span', 0]);
  if (!(dom instanceof HTMLElement)) throw new TypeError(`${node.type.name} is not shown by an element`);
  return contentDOM ? { dom, contentDOM } : { dom };
}

/** The views of nodes that the desk shows otherwise than as they are. */
export const noteViews: Record<string, NodeViewConstructor> = {
  inlineEither: (node) => (elementOf(node) === 'note' ? new FootnoteCallout() : asItIs(node)),
};
