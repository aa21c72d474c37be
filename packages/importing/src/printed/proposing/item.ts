import type { Flow } from '../reading/flow.js';
import type { SourceLine } from '../reading/source-line.js';

/** What a line of a document can be by itself, beside running text. */
export const structures = [
  'separator',
  'number',
  'received',
  'sent',
  'title',
  'kind',
  'handed',
  'enclosure',
  'salutation',
  'valediction',
  'dateline',
  'signature',
] as const;

export type Structure = (typeof structures)[number];

/** A stretch of the source, in its order. */
export type Item =
  | { readonly type: 'text'; readonly flow: Flow }
  | {
      readonly type: Structure;
      readonly flow: Flow;
      /** Where the named groups of the rule stand in the flow. */
      readonly groups: Readonly<Record<string, readonly [number, number]>>;
    }
  | { readonly type: 'footnote'; readonly flow: Flow; readonly label: string; readonly labelEnd: number }
  | { readonly type: 'page'; readonly n: string | undefined; readonly line: SourceLine };

/** Among documents: a letter begins that no number says to begin; with the name of its file, where it has one of its own. */
export interface LetterItem {
  readonly type: 'letter';
  readonly file: string | undefined;
}

export type DocumentItem = Item | LetterItem;
export type TextItem = Extract<Item, { type: 'text' }>;
export type StructuredItem = Extract<Item, { type: Structure }>;
export type FootnoteItem = Extract<Item, { type: 'footnote' }>;
