import type { StepMap } from 'prosemirror-transform';
import { atSigns } from './flat-text.js';
import { cut, joined, type Origin } from './origins.js';

/** Text that was taken out of a letter, and which versions had brought it. */
interface Removed {
  readonly text: string;
  readonly origins: readonly Origin[];
  /** Where it stood, in the document as it is now; known of the latest ones only. */
  readonly pos: number;
  /** How much of it has been put in again there, from its beginning on, and from its end on before that. */
  readonly head: number;
  readonly tail: number;
}

/** Text that stands where it was taken out, and which versions had brought it. */
export interface Returned {
  readonly text: string;
  readonly origins: readonly Origin[];
  readonly pos: number;
}

/** How many pieces are remembered, and of how many of them the place. */
const remembered = 400;
const placed = 16;

/** Shorter text than this is known again in its own place only: anybody may have typed it. */
const telling = 12;

/**
 * What has been taken out of a letter, the latest last: text that comes back, by undoing, by a move or from an earlier
 * state, is still its author's.
 */
export class RemovedTexts {
  #pieces: Removed[] = [];
  /** The last step took something out, and nothing has been put in since. */
  #open = false;

  copy(): RemovedTexts {
    const copy = new RemovedTexts();
    copy.#pieces = [...this.#pieces];
    copy.#open = this.#open;
    return copy;
  }

  /**
   * Text was taken out that began at `from`, in the document before. What is taken out around the place of the last piece, as
   * by one Backspace after the other, is one with it.
   */
  add(text: string, origins: readonly Origin[], from: number): void {
    const last = this.#open ? this.#pieces.at(-1) : undefined;
    const at = last ? last.pos - from : -1;
    if (last && at >= 0 && at <= text.length) {
      const around = [...cut(origins, 0, at), ...last.origins, ...cut(origins, at, text.length)];
      this.#pieces[this.#pieces.length - 1] = {
        text: text.slice(0, at) + last.text + text.slice(at),
        origins: joined(around),
        pos: from,
        head: 0,
        tail: 0,
      };
      return;
    }
    this.#pieces.push({ text, origins, pos: from, head: 0, tail: 0 });
    if (this.#pieces.length > remembered) this.#pieces.shift();
    this.#open = true;
  }

  /** The document has changed by a step whose removals have been added. */
  follow(map: StepMap, putIn: boolean): void {
    if (putIn) this.#open = false;
    for (let index = Math.max(0, this.#pieces.length - placed); index < this.#pieces.length; index += 1) {
      const piece = this.#pieces[index];
      if (piece) this.#pieces[index] = { ...piece, pos: map.map(piece.pos, -1) };
    }
  }

  /**
   * Text was put in at `pos`, in the document before. What was taken out by one key after the other is undone by as many
   * steps; what is back when the last of them is taken is answered, with its place, if all is there still.
   */
  returned(text: string, pos: number): Returned | undefined {
    let whole: Returned | undefined;
    for (let index = Math.max(0, this.#pieces.length - placed); index < this.#pieces.length; index += 1) {
      const piece = this.#pieces[index];
      if (!piece) continue;
      const length = piece.text.length;
      const head =
        pos === piece.pos + piece.head && piece.text.startsWith(text, piece.head)
          ? piece.head + text.length
          : 0;
      const tail =
        pos === piece.pos && piece.text.slice(0, length - piece.tail).endsWith(text)
          ? piece.tail + text.length
          : 0;
      const isBack = head === length || tail === length;
      if (isBack) whole = piece;
      this.#pieces[index] = { ...piece, ...(isBack ? { head: 0, tail: 0 } : { head, tail }) };
    }
    return whole;
  }

  /** The origins of text that was put in at `pos` of the document before: where nobody had it before, `version`. */
  originsOf(text: string, pos: number, version: number): Origin[] {
    const here = this.#pieces.slice(-placed).findLast((piece) => piece.pos === pos && piece.text === text);
    return here ? [...here.origins] : this.#found(text, version);
  }

  #found(text: string, version: number): Origin[] {
    const fresh = [{ length: text.length, version }];
    if (text.length < telling) return fresh;
    const whole = this.#pieces.findLast((piece) => piece.text.includes(text));
    if (whole) {
      const at = whole.text.indexOf(text);
      return cut(whole.origins, at, at + text.length);
    }
    const parts = atSigns(text);
    if (parts.length > 1) return joined(parts.flatMap((each) => this.#found(each, version)));
    const part = this.#pieces.findLast((piece) => piece.text.length >= telling && text.includes(piece.text));
    if (!part) return fresh;
    const at = text.indexOf(part.text);
    return joined([
      ...this.#found(text.slice(0, at), version),
      ...part.origins,
      ...this.#found(text.slice(at + part.text.length), version),
    ]);
  }
}
