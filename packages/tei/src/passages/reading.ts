import { decodeReference, type XmlElement, type XmlLeaf } from '@chancery/xml';

/** A stretch of a reading that stands in one piece of character data. */
export interface Piece {
  /** Where it stands in the text of the reading. */
  readonly from: number;
  readonly to: number;
  /** The element that the character data is in. */
  readonly element: XmlElement;
}

/** Words as they are read, with the way back to the source. */
export interface Reading {
  /** White space normalized. */
  readonly text: string;
  /** In order; a space that only the beginning of a line or page makes is in none. */
  readonly pieces: readonly Piece[];
  /** For each UTF-16 unit of the text, where it begins and ends in the source; -1 for what is not written there. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const isSpace = (character: string) => /[ \t\r\n]/.test(character);

/** A {@link Reading} while it is gathered. */
export class GrowingReading {
  #text = '';
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #pieces: { from: number; to: number; readonly element: XmlElement; readonly leaf: XmlLeaf }[] = [];
  #joins = false;

  constructor(readonly source: string) {}

  /** Character data of an element. */
  add(leaf: XmlLeaf, element: XmlElement): void {
    if (leaf.type === 'cdata') {
      this.#addRaw(leaf, element, leaf.start + '<![CDATA['.length, leaf.value);
      return;
    }
    const raw = this.source.slice(leaf.start, leaf.end);
    for (const { 0: part, index } of raw.matchAll(/&[^&;\s]+;|[^&]+|&/g)) {
      const start = leaf.start + index;
      const decoded = part.startsWith('&') ? decodeReference(part) : undefined;
      if (decoded === undefined) this.#addRaw(leaf, element, start, part);
      else for (const unit of decoded.split('')) this.#push(unit, start, start + part.length, leaf, element);
    }
  }

  /** The beginning of a line or a page, which parts words. */
  space(): void {
    if (this.#text === '' || this.#text.endsWith(' ')) return;
    this.#text += ' ';
    this.#starts.push(-1);
    this.#ends.push(-1);
  }

  /** The beginning of a line within a word. */
  join(): void {
    while (this.#text.endsWith(' ')) this.#shorten();
    this.#joins = true;
  }

  finish(): Reading {
    while (this.#text.endsWith(' ')) this.#shorten();
    const pieces = this.#pieces.map(({ from, to, element }) => ({ from, to, element }));
    return { text: this.#text, pieces, starts: this.#starts, ends: this.#ends };
  }

  #addRaw(leaf: XmlLeaf, element: XmlElement, start: number, raw: string): void {
    for (let at = 0; at < raw.length; at += 1)
      this.#push(raw.charAt(at), start + at, start + at + 1, leaf, element);
  }

  #push(unit: string, start: number, end: number, leaf: XmlLeaf, element: XmlElement): void {
    const space = isSpace(unit);
    if (space && (this.#joins || this.#text === '' || this.#text.endsWith(' '))) return;
    this.#joins = false;
    const at = this.#text.length;
    this.#text += space ? ' ' : unit;
    this.#starts.push(start);
    this.#ends.push(end);
    const last = this.#pieces.at(-1);
    if (last?.leaf === leaf && last.to === at) last.to = at + 1;
    else this.#pieces.push({ from: at, to: at + 1, element, leaf });
  }

  #shorten(): void {
    this.#text = this.#text.slice(0, -1);
    this.#starts.pop();
    this.#ends.pop();
    const last = this.#pieces.at(-1);
    if (!last || last.to <= this.#text.length) return;
    last.to = this.#text.length;
    if (last.from === last.to) this.#pieces.pop();
  }
}
