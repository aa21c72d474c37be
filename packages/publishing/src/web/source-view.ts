import { escapeAttribute, escapeText, lex, type TokenKind } from '@chancery/xml';
import type { DocumentFacts } from './document-facts.js';
import { modelDocument } from './xml-writing.js';

/** What stands in the page where the source belongs. No text of a page can be this. */
const place = '<code class="source-place"></code>';

/** What stands where a document’s own words belong: characters for private use, which no standard gives a meaning. */
const words = { id: '\uE000', number: '\uE001', title: '\uE002' } as const;

const elements: Partial<Readonly<Record<TokenKind, string>>> = {
  open: 'b',
  close: 'b',
  empty: 'b',
  comment: 'i',
  pi: 'i',
  declaration: 'i',
  doctype: 'i',
};

/**
 * Makes the pages that show the TEI of documents. They differ in few words and the source itself, so the stylesheets make
 * one page for all, which each document’s are put into.
 */
export class SourceViews {
  readonly #pages = new Map<boolean, string>();
  readonly #make: (model: string) => string;

  /** @param make the page of a model, by the stylesheets */
  constructor(make: (model: string) => string) {
    this.#make = make;
  }

  /** @param source the file as it is given to readers */
  page({ id, label, figure, title, hasFacsimile }: DocumentFacts, source: string): string {
    const own: Readonly<Record<string, string>> = {
      [words.id]: id,
      [words.number]: figure === '' ? '' : label,
      [words.title]: title,
    };
    return (
      this.#pageFor(hasFacsimile)
        // In an address the stylesheets have escaped it.
        .replaceAll(encodeURIComponent(words.id), encodeURIComponent(id))
        .replace(/[\uE000-\uE002]/g, (sign) => escapeAttribute(own[sign] ?? ''))
        .replace(place, () => `<code>${marked(source)}</code>`)
    );
  }

  #pageFor(facsimile: boolean): string {
    const made =
      this.#pages.get(facsimile) ??
      this.#make(modelDocument('source', { ...words, facsimile: `${facsimile}` }));
    this.#pages.set(facsimile, made);
    return made;
  }
}

/** Every character as text, with tags and comments marked. */
function marked(source: string): string {
  return lex(source)
    .map(({ kind, start, end }) => {
      const text = escapeText(source.slice(start, end).replace(/\r\n?/g, '\n'));
      const element = elements[kind];
      return element === undefined ? text : `<${element}>${text}</${element}>`;
    })
    .join('');
}
