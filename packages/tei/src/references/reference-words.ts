import type { Reference } from './reference.js';

/** What is known of the place that a reference leads to. */
interface ReferredPlace {
  /** What its document is called: `No. [5]`; nothing for the volume's own file. */
  readonly document?: string | undefined;
  /** The label that it has as an endnote of the volume. */
  readonly endnote?: string | undefined;
  /** The label that it has as a note of its document. */
  readonly note?: string | undefined;
  /** The number of the page of the copy that begins there. */
  readonly page?: string | undefined;
}

/** How a reference to a note or a page is worded that has no words of its own; undefined where the place has no name. */
export function placeWords(
  { kind }: Pick<Reference, 'kind'>,
  { document, endnote, note, page }: ReferredPlace,
): string | undefined {
  if (kind === 'note' && endnote !== undefined) return `note ${endnote}`;
  if (kind === 'note' && note !== undefined) return [document, `note ${note}`].filter(Boolean).join(', ');
  if (kind !== 'page' || !page) return undefined;
  return [`p. ${page} of the copy`, document].filter(Boolean).join(' of ');
}
