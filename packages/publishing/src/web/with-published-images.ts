import { mayShowImages, within } from '@chancery/tei';
import { decode, encode, parseTree } from '@chancery/xml';
import type { TeiFile } from '../edition-source.js';
import { imagePath, type ShownImages } from '../images/shown-images.js';

/**
 * A document’s file as readers download it from its page: what it points to of the edition’s images leads from there to what is published
 * of them. Otherwise it is the file byte for byte.
 *
 * @param root the way from where it stands to the front page
 */
export function withPublishedImages(file: TeiFile, images: ShownImages, root: string): TeiFile {
  if (!mayShowImages(file.source) || images.published(file).length === 0) return file;
  const { text, ...form } = file.bytes
    ? decode(file.bytes)
    : { text: file.source, encoding: 'utf-8' as const, bom: false };
  const tei = parseTree(text);
  let source = '';
  let from = 0;
  for (const { localName, attributes } of [tei, ...within(tei)])
    for (const { name, value, start, end } of attributes) {
      if (name !== 'facs' && !(name === 'url' && localName === 'graphic')) continue;
      const published = images.publishedAs(file, value.trim());
      if (!published) continue;
      source += `${text.slice(from, start)}${name}="${root}${imagePath(published)}"`;
      from = end;
    }
  source += text.slice(from);
  return { ...file, source, bytes: encode(source, form) };
}
