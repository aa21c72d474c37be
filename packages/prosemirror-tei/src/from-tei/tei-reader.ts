import type { Mark, Node } from 'prosemirror-model';
import { noAttributes } from '../schema/attributes.js';
import { type ContentHints, type Holding, placeElement, type Surroundings } from '../schema/place-element.js';
import { schema } from '../schema/schema.js';
import type { ShapeTable } from '../schema/shape-table.js';
import { InlineBuilder } from './inline-builder.js';
import type { Instance } from './instance.js';
import { readText } from './read-text.js';
import { attributesOfTag, type SourceElements } from './source-elements.js';
import { GrowingTokenMap } from './token-map.js';
import { isBlank, leadingPadding, trailingPadding } from './white-space.js';

/** How an element is held that can be read by itself. */
export type PartHolding = 'container' | 'either' | 'textblock';

type Blocks = 'root' | 'blocks' | 'mixed';

const NO_MARKS: readonly Mark[] = [];
const OPAQUE_KINDS: Readonly<Record<string, string>> = { comment: 'comment', pi: 'pi', cdata: 'cdata' };

/** Reads the elements of a source into nodes, keeping the {@link GrowingTokenMap} in step with the document. */
export class TeiReader {
  readonly map = new GrowingTokenMap();
  readonly instances = new Map<string, Instance>();
  #count = 0;

  constructor(
    private readonly elements: SourceElements,
    private readonly shapes: ShapeTable,
  ) {}

  /** The root element as a node, whatever its name. */
  readRoot(): Node {
    const { root, names } = this.elements;
    const surroundings = /^(?:TEI|teiCorpus)/.test(names[root] ?? '') ? 'root' : 'blocks';
    return this.#blockElement(root, 'container', surroundings, false);
  }

  /** The root element of a source that was cut out of a larger one, held as it is there. */
  readPart(holding: PartHolding, preserve: boolean): Node {
    return this.#block(this.elements.root, holding, preserve);
  }

  #blockElement(
    index: number,
    type: 'container' | 'either' | 'inlineEither' | 'inlineContainer',
    inside: Blocks,
    preserve: boolean,
    marks = NO_MARKS,
  ): Node {
    const { attrs, open } = this.#open(index);
    const end = this.#contentEnd(index);
    const content = this.#blocks(index + 1, end, inside, preserves(attrs.attrs, preserve));
    if (content.length === 0 && inside === 'mixed') content.push(this.#emptyAnonymous(index));
    this.#close(index, attrs, open);
    return schema.node(type, attrs, content, marks);
  }

  #textblock(index: number, preserve: boolean): Node {
    const { attrs, open } = this.#open(index);
    const inline = new InlineBuilder(this.map);
    this.#inline(
      index + 1,
      this.#contentEnd(index),
      NO_MARKS,
      preserves(attrs.attrs, preserve),
      inline,
      true,
    );
    this.#close(index, attrs, open);
    return schema.node('textblock', attrs, inline.finish());
  }

  /** The blocks among the tokens `from` to `to`; what is no block stands in textblocks without a tag. */
  #blocks(from: number, to: number, surroundings: Blocks, preserve: boolean): Node[] {
    const blocks: Node[] = [];
    let loose = from;
    let index = from;
    while (index < to) {
      const holding = this.#holding(index, surroundings);
      if (holding !== undefined && isBlockHolding(holding)) {
        this.#tagless(loose, index, surroundings, preserve, blocks);
        blocks.push(this.#block(index, holding, preserve));
        index = this.#after(index);
        loose = index;
      } else {
        index = this.#after(index);
      }
    }
    this.#tagless(loose, to, surroundings, preserve, blocks);
    return blocks;
  }

  #block(index: number, holding: Holding, preserve: boolean): Node {
    switch (holding) {
      case 'container':
        return this.#blockElement(index, 'container', 'blocks', preserve);
      case 'either':
        return this.#blockElement(index, 'either', 'mixed', preserve);
      case 'textblock':
        return this.#textblock(index, preserve);
      default:
        return this.#opaqueBlock(index);
    }
  }

  /** Beside the text, comments are carried as blocks of their own: nobody types there. */
  #opaqueBlock(index: number): Node {
    const token = this.elements.tokens[index];
    const start = token?.start ?? 0;
    const end = this.#end(index);
    const name = this.elements.names[index] ?? '';
    const kind = name || (OPAQUE_KINDS[token?.kind ?? ''] ?? 'foreign');
    const id = this.#nextId();
    this.map.push(start, end);
    const source = this.elements.source.slice(start, end);
    return schema.node('opaqueBlock', { id, name, kind, source });
  }

  #tagless(from: number, to: number, surroundings: Blocks, preserve: boolean, blocks: Node[]): void {
    const { source, tokens } = this.elements;
    const first = tokens[from];
    const last = tokens[to - 1];
    if (from >= to || !first || !last) return;
    if (from + 1 === to && first.kind === 'text' && isBlank(source.slice(first.start, first.end))) return;
    let start = first.start;
    let end = last.end;
    if (!preserve && first.kind === 'text') start += leadingPadding(source, first.start, first.end);
    if (!preserve && last.kind === 'text')
      end -= trailingPadding(source, Math.max(last.start, start), last.end);
    this.map.push(start, start);
    const inline = new InlineBuilder(this.map);
    this.#inline(from, to, NO_MARKS, preserve, inline, true);
    this.map.push(end, end);
    blocks.push(schema.node(surroundings === 'mixed' ? 'anonymous' : 'bare', null, inline.finish()));
  }

  #emptyAnonymous(index: number): Node {
    const at = this.elements.tokens[index]?.end ?? 0;
    this.map.push(at, at);
    this.map.push(at, at);
    return schema.node('anonymous');
  }

  #inline(
    from: number,
    to: number,
    marks: readonly Mark[],
    preserve: boolean,
    into: InlineBuilder,
    edges: boolean,
  ): void {
    const { source, tokens } = this.elements;
    for (let index = from; index < to; index = this.#after(index)) {
      const token = tokens[index];
      if (!token) return;
      if (token.kind === 'text') {
        let { start, end } = token;
        if (edges && !preserve) {
          if (index === from) start += leadingPadding(source, start, end);
          if (index + 1 === to) end -= trailingPadding(source, start, end);
        }
        readText(source, start, end, marks, preserve, into);
      } else {
        this.#inlineToken(index, marks, preserve, into);
      }
    }
  }

  #inlineToken(index: number, marks: readonly Mark[], preserve: boolean, into: InlineBuilder): void {
    switch (this.#holding(index, 'text')) {
      case 'mark': {
        const attrs = this.#attrs(index);
        this.#record(index, attrs, -1);
        const mark = schema.mark('element', attrs);
        this.#inline(
          index + 1,
          this.#contentEnd(index),
          [...marks, mark],
          preserves(attrs.attrs, preserve),
          into,
          false,
        );
        return;
      }
      case 'leaf':
        into.node(this.#leaf(index, marks));
        return;
      case 'inlineEither':
        into.flush();
        into.node(this.#blockElement(index, 'inlineEither', 'mixed', preserve, marks));
        return;
      case 'inlineContainer':
        into.flush();
        into.node(this.#blockElement(index, 'inlineContainer', 'blocks', preserve, marks));
        return;
      default:
        into.node(this.#opaque(index, marks));
    }
  }

  #leaf(index: number, marks: readonly Mark[]): Node {
    const attrs = this.#attrs(index);
    const end = this.#end(index);
    this.#record(index, attrs, this.map.size);
    this.map.push(this.elements.tokens[index]?.start ?? 0, end);
    return schema.node('leaf', attrs, undefined, marks);
  }

  #opaque(index: number, marks: readonly Mark[]): Node {
    const token = this.elements.tokens[index];
    const start = token?.start ?? 0;
    const end = this.#end(index);
    this.map.push(start, end);
    const home = this.elements.names[index] !== undefined;
    const kind = OPAQUE_KINDS[token?.kind ?? ''] ?? (home ? 'element' : 'foreign');
    return schema.node('opaque', { kind, source: this.elements.source.slice(start, end) }, undefined, marks);
  }

  /** How the element at `index` is held; for other tokens undefined, but beside the text they are opaque blocks. */
  #holding(index: number, surroundings: Surroundings): Holding | undefined {
    const token = this.elements.tokens[index];
    if (token?.kind !== 'open' && token?.kind !== 'empty') {
      return surroundings === 'root' && token?.kind !== 'text' ? 'opaqueBlock' : undefined;
    }
    const name = this.elements.names[index];
    if (name === undefined) return surroundings === 'root' ? 'opaqueBlock' : 'opaque';
    return placeElement(this.shapes, name, surroundings, this.#hints(index));
  }

  #hints(index: number): ContentHints {
    const end = this.#contentEnd(index);
    return { empty: end === index + 1, hasTextblock: () => this.#hasTextblock(index + 1, end) };
  }

  #hasTextblock(from: number, to: number): boolean {
    for (let child = from; child < to; child = this.#after(child)) {
      const name = this.elements.names[child];
      if (name !== undefined && this.shapes(name)?.shape === 'textblock') return true;
    }
    return false;
  }

  #open(index: number): { attrs: ElementAttrs; open: number } {
    const attrs = this.#attrs(index);
    const token = this.elements.tokens[index];
    const open = this.map.size;
    this.map.push(token?.start ?? 0, token?.end ?? 0);
    return { attrs, open };
  }

  #attrs(index: number): ElementAttrs {
    const tag = this.elements.tags[index];
    const name = this.elements.names[index] ?? tag?.name ?? '';
    return { id: this.#nextId(), name, attrs: tag ? attributesOfTag(tag) : noAttributes };
  }

  #record(index: number, { id, name }: ElementAttrs, pos: number): void {
    const token = this.elements.tokens[index];
    const close = this.elements.tokens[this.elements.partner[index] ?? -1];
    const openEnd = token?.end ?? 0;
    const closeStart = close?.start ?? openEnd;
    const closeEnd = close?.end ?? openEnd;
    this.instances.set(id, { name, openStart: token?.start ?? 0, openEnd, closeStart, closeEnd, pos });
  }

  #close(index: number, attrs: ElementAttrs, open: number): void {
    const close = this.elements.tokens[this.elements.partner[index] ?? -1];
    const at = this.elements.tokens[index]?.end ?? 0;
    this.map.push(close?.start ?? at, close?.end ?? at);
    this.#record(index, attrs, open);
  }

  #nextId(): string {
    this.#count += 1;
    return this.#count.toString(36);
  }

  /** The index of the end tag, or the next index where there is none. */
  #contentEnd(index: number): number {
    const partner = this.elements.partner[index] ?? -1;
    return partner < 0 ? index + 1 : partner;
  }

  #after(index: number): number {
    const partner = this.elements.partner[index] ?? -1;
    return partner < 0 ? index + 1 : partner + 1;
  }

  #end(index: number): number {
    return this.elements.tokens[this.#after(index) - 1]?.end ?? 0;
  }
}

interface ElementAttrs {
  readonly id: string;
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
}

function preserves(attrs: Readonly<Record<string, string>>, inherited: boolean): boolean {
  const space = attrs['xml:space'];
  return space === undefined ? inherited : space === 'preserve';
}

function isBlockHolding(holding: Holding): boolean {
  return (
    holding === 'container' || holding === 'either' || holding === 'textblock' || holding === 'opaqueBlock'
  );
}
