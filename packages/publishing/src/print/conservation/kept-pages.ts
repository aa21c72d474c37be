import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Fonts, readContentStream, type Shown } from './content-stream.js';
import { fold } from './fold.js';

/** Text that a page shows at one place, also folded. */
export interface ShownText extends Shown {
  readonly folded: string;
}

const kept = new LRUCache<string, readonly ShownText[]>({
  // In texts: the pages of a few volumes.
  maxSize: 200_000,
  sizeCalculation: ({ length }) => length + 1,
});

/**
 * {@link readContentStream} of which the outcome is kept for the next time that a page has the same content: of a volume in which one
 * letter was changed, most pages are as they were.
 *
 * @param page its content as it is written in the PDF, and what that says
 * @param of its fonts, and a key of all that they are made of
 */
export function readPageKept(
  page: { readonly written: readonly Uint8Array[]; readonly content: () => string },
  of: { readonly fonts: Fonts; readonly key: string },
): readonly ShownText[] {
  const digest = createHash('sha256').update(of.key);
  // Each with its length, since they stand one behind the other.
  for (const bytes of page.written) digest.update(`\n${bytes.length}\n`).update(bytes);
  const key = digest.digest('base64');
  const known = kept.get(key);
  if (known) return known;
  // Named one by one: of objects that are spread and hold fractions the engine makes a shape for each.
  const texts = readContentStream(page.content(), of.fonts).map(({ text, x, y, end, mcid }) => ({
    text,
    x,
    y,
    end,
    mcid,
    folded: fold(text),
  }));
  kept.set(key, texts);
  return texts;
}
