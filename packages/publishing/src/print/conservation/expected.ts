import type { XmlElement } from '@chancery/xml';
import type { TeiFile } from '../../edition-source.js';

/** What the PDF should say next, and what may stand there that no TEI has. */
export type Expected =
  /** Words of the TEI, folded. */
  | { readonly kind: 'words'; readonly words: string; readonly at: Origin }
  /** Words that setting makes, up to so many letters. */
  | { readonly kind: 'made'; readonly most: number }
  /** A reference to a document, worded with its page where it stands on another. */
  | { readonly kind: 'reference'; readonly document: string; readonly at: Origin }
  /** Where a page note is called; its own words are expected at the foot of the page. */
  | {
      readonly kind: 'note';
      readonly note: readonly Expected[];
      /** Nothing in the text calls it: it goes by its line. */
      readonly unseen?: true;
      readonly at: Origin;
    }
  /** Where an end note is called. */
  | { readonly kind: 'call'; readonly note: string; readonly document: string; readonly at: Origin }
  /** Where a name begins that an index may lead to. */
  | { readonly kind: 'name'; readonly entry: string; readonly indexed: boolean; readonly at: Origin }
  /** Where a document begins. */
  | { readonly kind: 'document'; readonly id: string; readonly number: string; readonly at: Origin }
  /** Where an end note begins and ends. */
  | { readonly kind: 'end-note'; readonly id: string; readonly ends: boolean; readonly at: Origin }
  /** Where a block of the TEI begins. */
  | { readonly kind: 'block'; readonly at: Origin }
  /** One of several, of which setting chooses; `[]` for nothing. */
  | { readonly kind: 'either'; readonly ways: readonly (readonly Expected[])[]; readonly at: Origin }
  /** What the setting orders by itself: a heading, a title page. */
  | {
      readonly kind: 'unordered';
      readonly parts: readonly Expected[];
      /** Letters that setting may add. */
      readonly made: number;
      readonly at: Origin;
    }
  | { readonly kind: 'index'; readonly entries: readonly IndexExpected[]; readonly at: Origin };

/** Where in the TEI something comes from: a block, or a place in one. */
export interface Origin {
  readonly file: TeiFile;
  readonly element: XmlElement;
  readonly offset: number;
}

export interface IndexExpected {
  readonly entry: string;
  /** What it begins with, folded. */
  readonly words: string;
}

/** Of something that setting makes, where it may be as long as it is. */
export const unlimited = Number.POSITIVE_INFINITY;
