import type { Node } from 'prosemirror-model';
import type { NodeView, NodeViewConstructor } from 'prosemirror-view';

/** A page footnote in the text: its callout only. The note itself is written in the apparatus. */
class FootnoteCallout implements NodeView {
  readonly dom: HTMLElement;
  #node: Node;

  constructor(node: Node) {
    this.#node = node;
    this.dom = document.createElement('span');
    this.dom.dataset.tei = 'note';
    this.dom.setAttribute('role', 'img');
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }
}

/** The views of nodes that the desk shows otherwise than as they are. */
export const noteViews: Record<string, NodeViewConstructor> = {
  note: (node) => new FootnoteCallout(node),
};
