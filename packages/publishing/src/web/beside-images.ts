import { escapeAttribute } from '@chancery/xml';
import { pageId, type ShownImage } from '../images/shown-images.js';

/** A page mark of the copy that has an address (`pb` in text.xsl). */
const marks = /<span class="pb" id="([^"]*)"[^>]*>\s*<span[^>]*>[^<]*<\/span>\s*<\/span>/g;

/**
 * The page with the images of a document’s copy, with the text of its diplomatic view beside them, in which each page leads to its
 * image. Both pages stand at the same depth, so that what the text leads to is the same from here. A page that an edition’s own
 * stylesheet made without an `article` for the text stays as it is.
 */
export function besideImages(
  page: string,
  { diplomatic, images }: { readonly diplomatic: string; readonly images: readonly ShownImage[] },
): string {
  const text = textOf(diplomatic);
  const place = textOf(page);
  if (text === undefined || place === undefined) return page;
  const numbers = new Map(
    images.map((image, index) => [escapeAttribute(pageId(image, images) ?? ''), index + 1]),
  );
  const linked = text.replace(marks, (mark, id: string) => {
    const number = numbers.get(id);
    return number === undefined
      ? mark
      : `${mark}<a class="to-image" href="#copy-image-${number}">image<span class="sr"> of this page</span></a> `;
  });
  return page.replace(place, () => linked);
}

function textOf(page: string): string | undefined {
  const start = page.indexOf('<article id="text"');
  const end = page.lastIndexOf('</article>');
  return start < 0 || end < start ? undefined : page.slice(start, end);
}
