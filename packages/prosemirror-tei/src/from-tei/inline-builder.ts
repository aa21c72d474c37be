import type { Mark, Node } from 'prosemirror-model';
import { schema } from '../schema/schema.js';
import type { GrowingTokenMap } from './token-map.js';

/** Collects the content of one textblock: text in the order of the source, under the marks that are open. */
export class InlineBuilder {
  readonly nodes: Node[] = [];
  #text = '';
  #marks: readonly Mark[] = [];

  constructor(readonly map: GrowingTokenMap) {}

  /** One character, or half of one, standing for `start` to `end` in the source. */
  unit(character: string, start: number, end: number, marks: readonly Mark[]): void {
    if (marks !== this.#marks) this.flush();
    this.#marks = marks;
    this.#text += character;
    this.map.push(start, end);
  }

  /** Characters that stand for themselves. */
  literal(text: string, start: number, marks: readonly Mark[]): void {
    if (marks !== this.#marks) this.flush();
    this.#marks = marks;
    this.#text += text;
    for (let at = 0; at < text.length; at += 1) this.map.push(start + at, start + at + 1);
  }

  /** A node whose tokens are in the map already. */
  node(node: Node): void {
    this.flush();
    this.nodes.push(node);
  }

  flush(): void {
    if (this.#text === '') return;
    this.nodes.push(schema.text(this.#text, this.#marks));
    this.#text = '';
  }

  finish(): Node[] {
    this.flush();
    return this.nodes;
  }
}
