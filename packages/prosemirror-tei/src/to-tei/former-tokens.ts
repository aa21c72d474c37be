import type { Node } from 'prosemirror-model';
import type { OpenLetter } from '../open-letter.js';
import { isBlankTagless } from '../same-document.js';
import type { Alignment } from './alignment.js';
import type { Region } from './changed-region.js';
import { type DocToken, docTokens } from './doc-token.js';

/** What stood in a region before it was edited, and where in it the tokens of the edited document stood. */
export class FormerTokens {
  readonly #old: readonly DocToken[];
  #oldById: ReadonlyMap<string, DocToken> | undefined;

  constructor(
    private readonly letter: OpenLetter,
    private readonly alignment: Alignment,
    private readonly region: Region,
  ) {
    this.#old = docTokens(letter.doc, region.from, region.oldTo);
  }

  /** The token that stood at a position of the region. */
  token(position: number): DocToken | undefined {
    return this.#old[position - this.region.from];
  }

  /** Where the node that opens stood before, if it was the same: where the steps left it, or where they took it from. */
  place(token: DocToken): number {
    const former = this.position(token);
    if (former >= 0) {
      const old = this.token(former);
      return old && sameButForMarks(old.node, token.node) ? former : -1;
    }
    const id: unknown = token.node.attrs.id;
    if (typeof id !== 'string') return -1;
    this.#oldById ??= new Map(
      this.#old.filter(({ kind }) => kind === 'open').map((each) => [String(each.node.attrs.id), each]),
    );
    const moved = this.#oldById.get(id);
    const whole = moved && moved.pos + moved.node.nodeSize <= this.region.oldTo;
    return whole && sameButForMarks(moved.node, token.node) ? moved.pos : -1;
  }

  /** A blank textblock without a tag has no place in the source, and so no white space around it, unless it is of references. */
  saysNothing(token: DocToken): boolean {
    if (!isBlankTagless(token.node)) return false;
    const former = this.position(token);
    return former < 0 || this.wasNothing(former);
  }

  /** Whether what stood at a position was of a blank textblock that had neither a tag nor a place in the source. */
  wasNothing(position: number): boolean {
    const { starts, ends } = this.letter.map;
    const old = this.token(position);
    if (old === undefined) return false;
    if (old.kind === 'text') return starts[position] === ends[position];
    if (!isBlankTagless(old.node)) return false;
    const size = old.node.nodeSize;
    const [first, last] =
      old.kind === 'open' ? [position, position + size - 1] : [position - size + 1, position];
    return starts[first] === ends[last];
  }

  /** Where the token stood before, or -1. */
  position(token: DocToken): number {
    const { from, oldTo, newTo } = this.region;
    if (token.pos < from) return token.pos;
    if (token.pos >= newTo) return token.pos - newTo + oldTo;
    const former = this.alignment.before(token.pos);
    if (former < from || former >= oldTo) return -1;
    const old = this.token(former);
    return old?.kind === token.kind && old.node.attrs.id === token.node.attrs.id ? former : -1;
  }
}

/** The phrases that a node stands in are written around it; how the node itself is written does not hang on them. */
export function sameButForMarks(one: Node, other: Node): boolean {
  return one === other || one.mark([]).eq(other.mark([]));
}
