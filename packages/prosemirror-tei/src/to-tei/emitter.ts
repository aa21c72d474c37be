import { escapeText } from '@chancery/xml';
import type { Mark, Node } from 'prosemirror-model';
import { breaksLine, isBlank } from '../from-tei/white-space.js';
import type { OpenLetter } from '../open-letter.js';
import { isSelfClosing, type Origin, originOf } from '../origin.js';
import { isBlankTagless } from '../same-document.js';
import type { Region } from './changed-region.js';
import { type DocToken, docTokens, isTagless, marksAfter, marksBefore, textAfter } from './doc-token.js';
import { type FormerTokens, sameButForMarks } from './former-tokens.js';
import { closeTag, emptyTag, type Habits, openTag, writtenAs } from './write-tag.js';

/** What {@link Emitter} made of a region. */
export interface Emitted {
  readonly text: string;
  /** How elements that are new or changed are now written, by instance. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** White space that had to become one space, by position, as it was written. */
  readonly flattened: ReadonlyMap<number, string>;
}

/** Writes the tokens of a region as source: what was there as it was, what is new as the file's habits have it. */
export class Emitter {
  /** Of elements that are new or changed. */
  readonly #made = new Map<string, Origin>();
  readonly #known = new Map<string, Origin>();
  readonly #flattened = new Map<number, string>();
  readonly #selfClosed = new Set<string>();
  readonly #tokens: readonly DocToken[];
  /** How many of the tokens stand before the region: the one to its left, if there is one. */
  readonly #first: number;
  #out = '';
  /** The white space and the two characters that it ends with: to look at all of it for each element would take as long as it is. */
  #space = '';
  #lastTwo = '';

  constructor(
    private readonly letter: OpenLetter,
    private readonly doc: Node,
    private readonly former: FormerTokens,
    private readonly region: Region,
    private readonly habits: Habits,
  ) {
    this.#tokens = docTokens(doc, region.from - 1, region.newTo + 1);
    this.#first = region.from > 0 ? 1 : 0;
  }

  emit(): Emitted {
    const count = this.region.newTo - this.region.from;
    for (let index = this.#first; index < this.#first + count; ) {
      this.#write(this.#gap(index));
      const unchanged = this.#unchanged(index);
      if (unchanged > 0) {
        index += unchanged;
      } else {
        this.#write(this.#token(index));
        index += 1;
      }
    }
    this.#write(this.#gap(this.#first + count));
    return { text: this.#out, origins: this.#made, flattened: this.#flattened };
  }

  #write(piece: string): void {
    if (piece === '') return;
    this.#out += piece;
    this.#lastTwo = (this.#lastTwo + piece.slice(-2)).slice(-2);
    let end = piece.length;
    while (end > 0 && ' \t\r\n'.includes(piece.charAt(end - 1))) end -= 1;
    this.#space = end === 0 ? this.#space + piece : piece.slice(end);
  }

  /** Passes over what needs no writing: a node that no step has touched, or that was only moved, is copied as it stands, a blank textblock without a
   * tag is nothing. How many tokens it has, or 0. */
  #unchanged(index: number): number {
    const token = this.#tokens[index];
    if (token?.kind !== 'open' || token.pos + token.node.nodeSize > this.region.newTo) return 0;
    if (this.former.saysNothing(token)) return token.node.nodeSize;
    const size = token.node.nodeSize;
    const former = this.former.place(token);
    if (former < 0) {
      const raw = this.#asItStood(token);
      this.#write(raw ?? '');
      return raw === undefined ? 0 : size;
    }
    if (this.former.token(former)?.preserve !== token.preserve) return 0;
    const { source, map, flattened } = this.letter;
    this.#write(source.slice(map.starts[former], map.ends[former + size - 1]));
    for (const [position, raw] of flattened) {
      if (position > former && position < former + size)
        this.#flattened.set(position - former + token.pos, raw);
    }
    return size;
  }

  /** The source of a node that comes back as it was when the letter was opened, or long before. */
  #asItStood({ node, preserve }: DocToken): string | undefined {
    const id = String(node.attrs.id ?? '');
    for (const read of [this.letter.base, ...this.letter.earlier]) {
      const instance = read.instances.get(id);
      if (!instance || instance.pos < 0 || preserve || read.source.includes('xml:space')) continue;
      const stood = instance.pos < read.doc.content.size ? read.doc.nodeAt(instance.pos) : null;
      if (stood && sameButForMarks(stood, node))
        return read.source.slice(instance.openStart, instance.closeEnd);
    }
    return undefined;
  }

  /** What stands between the token at `index` and the one before it. */
  #gap(index: number): string {
    const before = this.#tokens[index - 1];
    const token = this.#tokens[index];
    if (!before || !token) return '';
    return textAfter(before) ? this.#textGap(before, token) : this.#blockGap(before, token, index);
  }

  #textGap(before: DocToken, token: DocToken): string {
    if (before.kind === 'open' && this.#selfClosed.has(String(before.node.attrs.id ?? ''))) return '';
    const tags = this.#transition(before, token);
    let lead = '';
    let tail = '';
    if (before.kind === 'open' && !isTagless(before.node)) {
      const origin = this.#origin(before.node);
      lead = origin && breaksLine(origin.lead) && !before.preserve ? origin.lead : '';
      if (tags === '' && this.#isWrittenAsSpace(token)) lead = '';
    }
    if (token.kind === 'close' && !isTagless(token.node) && !token.node.isInline) {
      const origin = this.#origin(token.node);
      tail = origin && !token.preserve && !onlySpaces(token.node) ? origin.tail : '';
      if (before.kind !== 'open') tail = fromLineEnd(tail);
      else if (tail !== '') lead = '';
    }
    return lead + tags + tail;
  }

  #transition(before: DocToken, token: DocToken): string {
    const from = marksAfter(before);
    const to = marksBefore(token);
    let shared = 0;
    while (shared < from.length && shared < to.length && to[shared]?.eq(from[shared] as Mark)) shared += 1;
    let tags = '';
    for (const mark of from.slice(shared).reverse()) tags += closeTag(this.#written(mark));
    for (const mark of to.slice(shared)) tags += openTag(this.#written(mark).open);
    return tags;
  }

  #blockGap(before: DocToken, token: DocToken, index: number): string {
    if (this.#selfClosed.has(String(token.node.attrs.id ?? '')) && token.kind === 'close') return '';
    if (before.kind === 'open' && this.#selfClosed.has(String(before.node.attrs.id ?? ''))) return '';
    if (token.kind === 'open' && this.former.saysNothing(token)) return '';
    let gap = this.#formerGap(index) ?? this.#habitualGap(before, token);
    // Where white space is kept as it stands, it would be text.
    const text = isTagless(before.node) && !this.former.saysNothing(before);
    if ((text && before.preserve) || (isTagless(token.node) && token.preserve)) gap = '';
    if (before.kind === 'close' && isTagless(before.node) && !isBlankTagless(before.node))
      gap = fromLineEnd(gap);
    if (token.kind === 'open' && isTagless(token.node)) {
      const next = this.#tokens[index + 1];
      const spaceFirst = next && marksBefore(next).length === 0 && this.#isWrittenAsSpace(next);
      if (!breaksLine(gap) || spaceFirst) gap = '';
    }
    if (token.kind === 'close') this.#remember(token.node, { tail: gap });
    if (before.kind === 'open') this.#remember(before.node, { lead: gap });
    return gap;
  }

  /** Keeps how a new element is laid out, so that the next edit finds it so. */
  #remember(node: Node, layout: Partial<Origin>): void {
    const id = String(node.attrs.id ?? '');
    const made = this.#made.get(id);
    if (made && this.#isNew(node)) this.#made.set(id, { ...made, ...layout });
  }

  /** The white space between two blocks that stood side by side before. */
  #formerGap(index: number): string | undefined {
    const token = this.#tokens[index];
    const before = this.#tokens[this.#beforeNothing(index)];
    const left = before ? this.former.position(before) : -1;
    const right = token ? this.former.position(token) : -1;
    if (left < 0 || right <= left || this.former.wasNothing(left) || this.former.wasNothing(right))
      return undefined;
    for (let between = left + 1; between < right; between += 1)
      if (!this.former.wasNothing(between)) return undefined;
    const { source, map } = this.letter;
    return source.slice(map.ends[left], map.starts[right]);
  }

  /** The index of the token before the one at `index` and before the blank textblocks without a tag that stand there. */
  #beforeNothing(index: number): number {
    let at = index - 1;
    for (
      let token = this.#tokens[at];
      token?.kind === 'close' && this.former.saysNothing(token);
      token = this.#tokens[at]
    )
      at -= token.node.nodeSize;
    return at;
  }

  #habitualGap(before: DocToken, token: DocToken): string {
    if (token.kind === 'close') {
      if (isTagless(token.node)) return '';
      const origin = this.#origin(token.node);
      if (before.kind === 'open') return origin?.tail || (origin?.lead ?? '');
      if (isTagless(before.node) && this.#isNew(token.node)) return origin?.tail ?? '';
      if (origin && !isSelfClosing(origin) && !this.#isNew(token.node)) return origin.tail;
      return breaksLine(this.#beforeOf(before.node)) ? this.#beforeOf(token.node) : '';
    }
    if (isTagless(token.node)) {
      if (before.kind === 'open') return this.#origin(before.node)?.lead ?? '';
      return token.node.type.name === 'bare' ? this.#beforeOf(before.node) : '';
    }
    const origin = this.#origin(token.node);
    if (origin && !this.#isNew(token.node)) return origin.before;
    if (before.kind !== 'open') return this.#beforeOf(before.node);
    const parent = this.#origin(before.node);
    if (parent && !this.#isNew(before.node)) return parent.lead;
    const above = this.#beforeOf(before.node);
    return breaksLine(above) ? above + this.habits.indent : '';
  }

  #beforeOf(node: Node): string {
    return this.#origin(node)?.before ?? '';
  }

  #isNew(node: Node): boolean {
    const id = String(node.attrs.id ?? '');
    const { origins, base, earlier } = this.letter;
    return !origins.has(id) && !base.instances.has(id) && !earlier.some(({ instances }) => instances.has(id));
  }

  #token(index: number): string {
    const token = this.#tokens[index];
    if (!token) return '';
    switch (token.kind) {
      case 'text':
        return this.#text(token, index);
      case 'leaf': {
        if (typeof token.node.attrs.source === 'string') return token.node.attrs.source;
        const written = this.#written(token.node);
        if (isSelfClosing(written)) return written.open;
        if (!this.#isNew(token.node)) return written.open + closeTag(written);
        const open = emptyTag(written.open);
        this.#made.set(String(token.node.attrs.id), { ...written, open, close: '' });
        return open;
      }
      case 'open':
        return isTagless(token.node) ? '' : this.#open(token);
      default:
        if (isTagless(token.node) || this.#selfClosed.has(String(token.node.attrs.id))) return '';
        return closeTag(this.#written(token.node));
    }
  }

  #open(token: DocToken): string {
    const { node } = token;
    const written = this.#written(node);
    const id = String(node.attrs.id);
    const fresh = this.#isNew(node);
    const closes = token.pos + node.nodeSize - 1 < this.region.newTo;
    const oneTag = () => fresh || isSelfClosing(written) || this.#wasOneTag(id);
    const empty = closes && holdsNothing(node) && oneTag();
    if (fresh) {
      const before = node.isInline ? '' : this.#space;
      const tags = empty ? { open: emptyTag(written.open), close: '' } : {};
      this.#made.set(id, { ...written, ...this.#layoutBeside(token), ...tags, before });
    }
    if (!empty) return openTag(written.open);
    this.#selfClosed.add(id);
    return emptyTag(written.open);
  }

  #wasOneTag(id: string): boolean {
    return this.letter.earlier.some(({ instances }) => {
      const instance = instances.get(id);
      return instance !== undefined && instance.openEnd === instance.closeEnd;
    });
  }

  /** New running text is set within its tags as that of its siblings is, best of one with the same name. */
  #layoutBeside({ node, pos }: DocToken): Partial<Origin> {
    if (node.isInline || node.type.name === 'container') return {};
    const $pos = this.doc.resolve(pos);
    let other: Origin | undefined;
    for (const distance of [1, -1, 2, -2, 3, -3]) {
      const sibling = $pos.parent.maybeChild($pos.index() + distance);
      if (sibling?.type !== node.type || sibling.content.size === 0 || this.#isNew(sibling)) continue;
      const origin = this.#origin(sibling);
      if (sibling.attrs.name === node.attrs.name) return layout(origin);
      other ??= origin;
    }
    return layout(other);
  }

  #text(token: DocToken, index: number): string {
    const former = this.former.position(token);
    const old = this.former.token(former);
    if (former < 0 || old?.unit !== token.unit) return this.#newText(token, index);
    const { source, map, flattened } = this.letter;
    const raw = flattened.get(former) ?? source.slice(map.starts[former], map.ends[former]);
    // White space in a blank textblock without a tag had no place in the source.
    if (raw === '' && isBlank(token.unit)) return token.unit;
    // Where white space is kept as it stands, only a space is a space.
    if (token.preserve) return token.unit === ' ' && breaksLine(raw) ? ' ' : raw;
    if (token.unit === ' ' && breaksLine(raw)) {
      if (!this.#mustBePlain(index)) return raw;
      this.#flattened.set(token.pos, raw);
      return ' ';
    }
    return raw === '>' && this.#lastTwo === ']]' ? '&gt;' : raw;
  }

  /** A character outside of the basic plane is two tokens: both halves are written with the first, if as a reference. */
  #newText(token: DocToken, index: number): string {
    const { writable } = this.habits;
    const code = token.unit.charCodeAt(0);
    if (code < 0xd800 || code > 0xdfff) return escapeText(token.unit, writable);
    const pair = code < 0xdc00 ? token.unit + this.#unit(index + 1) : this.#unit(index - 1) + token.unit;
    if (writable(pair.codePointAt(0) ?? 0)) return token.unit;
    return code < 0xdc00 ? escapeText(pair, writable) : '';
  }

  #unit(index: number): string {
    return this.#tokens[index]?.unit ?? '';
  }

  /** A space that is written as a reference does not fall together with white space beside it. */
  #isWrittenAsSpace(token: DocToken): boolean {
    const former = this.former.position(token);
    const { source, map } = this.letter;
    return token.unit === ' ' && (former < 0 || source[map.starts[former] ?? 0] !== '&');
  }

  /** A line end may stand for a space only between words of one run of text: not at an edge, not beside a space. */
  #mustBePlain(index: number): boolean {
    const token = this.#tokens[index];
    const before = this.#tokens[index - 1];
    const after = this.#tokens[index + 1];
    if (!token || !before || !after) return true;
    const bare = token.node.marks.length === 0;
    if (
      bare &&
      ((before.kind === 'open' && !before.node.isInline) || (after.kind === 'close' && !after.node.isInline))
    )
      return true;
    return (
      (this.#isWrittenAsSpace(before) && this.#transition(before, token) === '') ||
      (this.#isWrittenAsSpace(after) && this.#transition(token, after) === '')
    );
  }

  #written(held: Node | Mark): Origin {
    const origin = this.#origin(held);
    const written = writtenAs(String(held.attrs.name), held.attrs.attrs, origin, this.habits);
    if (written !== origin) this.#made.set(String(held.attrs.id), written);
    return written;
  }

  #origin(held: Node | Mark): Origin | undefined {
    const id = String(held.attrs.id ?? '');
    const known = this.#made.get(id) ?? this.letter.origins.get(id) ?? this.#known.get(id);
    if (known) return known;
    for (const read of [this.letter.base, ...this.letter.earlier]) {
      const instance = read.instances.get(id);
      if (!instance) continue;
      const origin = originOf(read, instance);
      this.#known.set(id, origin);
      return origin;
    }
    return undefined;
  }
}

/** What is hidden of white space behind text: spaces before a line end would be text. */
function fromLineEnd(gap: string): string {
  const breaks = gap.search(/[\t\r\n]/);
  return breaks < 0 ? '' : gap.slice(breaks);
}

function layout(origin: Origin | undefined): Partial<Origin> {
  return origin && breaksLine(origin.lead) ? { lead: origin.lead, tail: origin.tail } : {};
}

/** Spaces alone would be hidden with the line end after them. */
function onlySpaces(node: Node): boolean {
  let spaces = node.content.size > 0;
  node.forEach((child) => {
    if (child.marks.length > 0 || !/^ +$/.test(child.text ?? '')) spaces = false;
  });
  return spaces;
}

function holdsNothing(node: Node): boolean {
  let nothing = true;
  node.forEach((child) => {
    if (!isBlankTagless(child) || child.content.size > 0) nothing = false;
  });
  return nothing;
}
