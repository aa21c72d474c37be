import { attributeOf, elementOf } from '@chancery/prosemirror-tei';
import { beginsPage } from '@chancery/tei';
import type { Node } from 'prosemirror-model';

/** A page of the copy as the text begins it: at a page break, or before any, with the text itself. */
export interface PageOfText {
  /** The instance of the element. */
  readonly id: string;
  /** Where the element stands in the document. */
  readonly at: number;
  /** The number of the page, where the break has one. */
  readonly n: string;
  /** What it points to its image with: the first of its pointers. */
  readonly facs: string | undefined;
}

/** The pages that a text begins, in its order. */
export function pagesOfText(doc: Node): PageOfText[] {
  const pages: PageOfText[] = [];
  doc.descendants((node, at) => {
    const name = elementOf(node);
    const facs = attributeOf(node, 'facs')?.trim().split(/\s+/u)[0] || undefined;
    if (beginsPage(name, facs))
      pages.push({ id: String(node.attrs.id), at, n: attributeOf(node, 'n') ?? '', facs });
    return name !== 'teiHeader' && name !== 'facsimile';
  });
  return pages;
}

/** The page that a place of the text is on. */
export function pageAt(doc: Node, place: number): PageOfText | undefined {
  return pagesOfText(doc).findLast(({ at }) => at < place);
}

/** What a page is called: “page 6”, “the first page”, “this page”. */
export function pageName({ n }: PageOfText, isFirst: boolean): string {
  if (n !== '') return `page ${n}`;
  return isFirst ? 'the first page' : 'this page';
}
