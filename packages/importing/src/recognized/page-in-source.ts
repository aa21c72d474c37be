import { beginsPage, CannotWrite, type Surface, within } from '@chancery/tei';
import { attributeValue, childElements, type XmlElement } from '@chancery/xml';

/** A page of the copy in the source of a letter. */
export interface PageInSource {
  /** What begins it: a page break, or before any, what holds the text. */
  readonly begins: XmlElement;
  /** What belongs to it, as offsets of the source. */
  readonly start: number;
  readonly end: number;
}

/** The pages that a text begins, in its order. What holds text begins one where it points to an image; the text does so in any case. */
export function pagesInSource(tei: XmlElement): PageInSource[] {
  const texts = childElements(tei).filter(({ localName }) => localName === 'text');
  const begun = texts
    .flatMap((text) => [text, ...within(text)])
    .filter((each) => beginsPage(each.localName, pointersOf(each)[0]));
  return begun.map((begins, index) => ({
    begins,
    start: begins.localName === 'pb' ? begins.end : begins.contentStart,
    end: begun[index + 1]?.start ?? texts.at(-1)?.contentEnd ?? tei.contentEnd,
  }));
}

/** What the element points to its images with. */
export function pointersOf(element: XmlElement): string[] {
  return (attributeValue(element, 'facs') ?? '').split(/\s+/u).filter((pointer) => pointer !== '');
}

/** The page that stands beside a leaf. */
export function pageBeside(pages: readonly PageInSource[], surface: Surface): PageInSource | undefined {
  const own = new Set([...surface.pointers, surface.url]);
  return pages.find(({ begins }) => pointersOf(begins).some((pointer) => own.has(pointer)));
}

/** The innermost element that holds an offset. @throws {CannotWrite} where none does */
export function elementAt(tei: XmlElement, offset: number): XmlElement {
  let found: XmlElement | undefined;
  for (const element of [tei, ...within(tei)])
    if (element.contentStart <= offset && offset <= element.contentEnd) found = element;
  if (!found) throw new CannotWrite('The file has no text there.');
  return found;
}
