import { createHash } from 'node:crypto';
import { KeptByContent } from '../../kept-by-content.js';
import { type Fonts, readContentStream, type Shown } from './content-stream.js';
import { fold } from './fold.js';

/** Text that a page shows at one place, also folded. */
export interface ShownText extends Shown {
  readonly folded: string;
}

/** At most so many texts: the pages of a few volumes. */
const kept = new KeptByContent<readonly ShownText[]>(400_000, ({ length }) => length + 1);

/**
 * {@link readContentStream} of which the outcome is kept for the next time that a page has the same content: of a volume in which one
 * letter was changed, most pages are as they were.
 *
 * @param fontsKey of all that `fonts` is made of
 */
export function readPageKept(content: string, fonts: Fonts, fontsKey: string): readonly ShownText[] {
  const key = createHash('sha256').update(fontsKey).update(content, 'latin1').digest('base64');
  return kept.of(key, () =>
    readContentStream(content, fonts).map((shown) => ({ ...shown, folded: fold(shown.text) })),
  );
}
