import type { MessagePort } from 'node:worker_threads';
import type { Expression } from './expression.js';

/** What the thread is asked. */
export interface Look extends Expression {
  readonly texts: readonly string[];
  readonly replacing?: { readonly words: string; readonly expand: boolean };
}

/** A place in a text; `words` is what would stand there instead, where that was asked. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly words?: string;
}

/** What was found in a text, and in which. */
export interface FoundText {
  readonly text: number;
  readonly found: readonly Found[];
}

/**
 * The thread that finds words in texts. It is given to the thread as its own source, so that it is the same in what is built
 * and in tests: it may use nothing from outside of it.
 */
export function answerSearches(port: Pick<MessagePort, 'on' | 'postMessage'>): void {
  /** Takes accents off, one UTF-16 unit for each, so that places stay. */
  function bare(text: string): string {
    return text.replace(/[\u00c0-\uffff]/g, (unit) => {
      const [first = unit, ...rest] = unit.normalize('NFD');
      return rest.length > 0 && rest.every((mark) => /\p{M}/u.test(mark)) && first.length === 1
        ? first
        : unit;
    });
  }

  /** As `String.prototype.replace` does (ECMA-262, 22.1.3.19.1 GetSubstitution). */
  function expanded(words: string, match: RegExpExecArray): string {
    return words.replace(/\$(?:\$|&|<([^>]*)>|(\d{1,2}))/g, (whole, name?: string, digits?: string) => {
      if (whole === '$$') return '$';
      if (whole === '$&') return match[0];
      if (name !== undefined) return match.groups?.[name] ?? '';
      const group = Number(digits);
      if (group > 0 && group < match.length) return match[group] ?? '';
      const first = Number(digits?.charAt(0));
      if (digits?.length === 2 && first > 0 && first < match.length)
        return `${match[first] ?? ''}${digits.charAt(1)}`;
      return whole;
    });
  }

  function* find(look: Look, text: string): Generator<Found> {
    for (const match of (look.bare ? bare(text) : text).matchAll(new RegExp(look.pattern, look.flags))) {
      if (match[0] === '') continue;
      const place = { from: match.index, to: match.index + match[0].length };
      const { replacing } = look;
      if (!replacing) yield place;
      else yield { ...place, words: replacing.expand ? expanded(replacing.words, match) : replacing.words };
    }
  }

  port.on('message', (look: Look) => {
    port.postMessage(
      look.texts.flatMap((text, index) => {
        const found = [...find(look, text)];
        return found.length > 0 ? [{ text: index, found }] : [];
      }),
    );
  });
}
