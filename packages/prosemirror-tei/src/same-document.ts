import type { Mark, Node } from 'prosemirror-model';
import { GrowingTokenMap, type TokenMap } from './from-tei/token-map.js';
import { isBlank } from './from-tei/white-space.js';
import { sameAttributes } from './schema/attributes.js';

/** A node that is no element and says nothing: a textblock without tag, with nothing but spaces. */
export function isBlankTagless(node: Node): boolean {
  if (node.type.name !== 'anonymous' && node.type.name !== 'bare') return false;
  let blank = true;
  node.forEach((child) => {
    if (!child.isText || child.marks.length > 0 || !isBlank(child.text ?? '')) blank = false;
  });
  return blank;
}

/** Where two documents part, as a position in the first. */
export class DocumentsDiffer extends Error {
  override readonly name = 'DocumentsDiffer';
  constructor(
    readonly pos: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Proves that `read`, which was read from a source, is `edited` but for instance ids, and gives the map of that source for
 * `edited`. Two neighbours that are one element in the one must be one in the other. Blank textblocks without a tag
 * stand for nothing in the source, so `edited` may have more of them. Into `instances` goes the id in `read` of each
 * instance of `edited`.
 *
 * @throws {DocumentsDiffer} where they say something else.
 */
export function mapOnto(edited: Node, read: Node, map: TokenMap, instances?: Map<string, string>): TokenMap {
  const same = new Comparison(map, instances);
  same.element(edited, read);
  same.children(edited, read);
  return same.shifted ? same.out.finish() : map;
}

class Comparison {
  readonly out = new GrowingTokenMap();
  shifted = false;
  #at = 0;
  #pos = 0;

  constructor(
    private readonly map: TokenMap,
    private readonly instances: Map<string, string> | undefined,
  ) {}

  children(edited: Node, read: Node): void {
    if (edited.inlineContent && read.inlineContent) this.#inline(edited, read);
    else this.#blocks(edited, read);
  }

  #blocks(edited: Node, read: Node): void {
    let other = 0;
    for (let index = 0; index < edited.childCount; index += 1) {
      const child = edited.child(index);
      const match = other < read.childCount ? read.child(other) : undefined;
      if (isBlankTagless(child) && !(match && isBlankTagless(match))) {
        this.#skip(child.nodeSize);
      } else if (match) {
        this.#node(child, match);
        other += 1;
      } else {
        throw this.#differ('something is missing in the source');
      }
    }
    if (other < read.childCount) throw this.#differ('something is in the source that is not in the text');
  }

  #node(edited: Node, read: Node): void {
    this.element(edited, read);
    this.#copy(1);
    if (edited.isLeaf) return;
    if (isBlankTagless(edited) && isBlankTagless(read) && edited.content.size !== read.content.size) {
      if (read.content.size > 0) throw this.#differ('spaces differ');
      this.#skip(edited.content.size);
    } else {
      this.children(edited, read);
    }
    this.#copy(1);
  }

  #inline(edited: Node, read: Node): void {
    let a = 0;
    let b = 0;
    let offsetA = 0;
    let offsetB = 0;
    let before: readonly [readonly Mark[], readonly Mark[]] = [[], []];
    while (a < edited.childCount && b < read.childCount) {
      const one = edited.child(a);
      const two = read.child(b);
      if (offsetA === 0 || offsetB === 0) {
        this.#marks(one.marks, two.marks, before);
        before = [one.marks, two.marks];
      }
      if (one.isText && two.isText) {
        const left = one.text ?? '';
        const right = two.text ?? '';
        const length = Math.min(left.length - offsetA, right.length - offsetB);
        if (left.slice(offsetA, offsetA + length) !== right.slice(offsetB, offsetB + length)) {
          throw this.#differ('the text differs');
        }
        this.#copy(length);
        offsetA += length;
        offsetB += length;
        if (offsetA === left.length) {
          a += 1;
          offsetA = 0;
        }
        if (offsetB === right.length) {
          b += 1;
          offsetB = 0;
        }
      } else if (one.isText || two.isText) {
        throw this.#differ('text stands where an element stands');
      } else {
        this.#node(one, two);
        a += 1;
        b += 1;
      }
    }
    if (a < edited.childCount || b < read.childCount) throw this.#differ('one has more text than the other');
  }

  #marks(
    one: readonly Mark[],
    two: readonly Mark[],
    before: readonly [readonly Mark[], readonly Mark[]],
  ): void {
    if (one.length !== two.length) throw this.#differ('the elements around the text differ');
    let continued = true;
    one.forEach((mark, depth) => {
      const other = two[depth];
      if (
        !other ||
        mark.attrs.name !== other.attrs.name ||
        !sameAttributes(mark.attrs.attrs, other.attrs.attrs)
      ) {
        throw this.#differ('the elements around the text differ');
      }
      const goesOn = continued && before[0][depth]?.eq(mark) === true;
      const otherGoesOn = continued && before[1][depth]?.eq(other) === true;
      if (goesOn !== otherGoesOn) throw this.#differ('one element has become two, or two one');
      if (!goesOn) this.instances?.set(String(mark.attrs.id), String(other.attrs.id));
      continued = goesOn;
    });
  }

  /** Whether two nodes are the same element, whatever their instance. */
  element(edited: Node, read: Node): void {
    if (edited.type !== read.type) throw this.#differ(`${describe(edited)} reads as ${describe(read)}`);
    const a = edited.attrs;
    const b = read.attrs;
    if (a.id) this.instances?.set(String(a.id), String(b.id));
    if (a.name !== b.name || a.kind !== b.kind || a.source !== b.source) {
      throw this.#differ(`${describe(edited)} reads as ${describe(read)}`);
    }
    if (a.attrs && !sameAttributes(a.attrs, b.attrs))
      throw this.#differ(`the attributes of ${describe(edited)} differ`);
  }

  #copy(count: number): void {
    for (let step = 0; step < count; step += 1) {
      const index = this.#at + step;
      this.out.push(this.map.starts[index] ?? 0, this.map.ends[index] ?? 0);
    }
    this.#at += count;
    this.#pos += count;
  }

  /** Tokens that have no place in the source stand at the end of what came before. */
  #skip(count: number): void {
    this.shifted = true;
    const at = this.#at > 0 ? (this.map.ends[this.#at - 1] ?? 0) : 0;
    for (let step = 0; step < count; step += 1) this.out.push(at, at);
    this.#pos += count;
  }

  #differ(message: string): DocumentsDiffer {
    return new DocumentsDiffer(this.#pos, message);
  }
}

function describe(node: Node): string {
  return node.attrs.name ? `<${String(node.attrs.name)}> (${node.type.name})` : node.type.name;
}
