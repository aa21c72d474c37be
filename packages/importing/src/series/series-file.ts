import type { CharacterEncoding } from '@chancery/xml';

/** How a document of a series stands by itself while it is edited: within what is put before and behind it. */
export interface DocumentFrame {
  /** The identifier of the letter that the document is edited as. */
  readonly id: string;
  readonly element: 'TEI' | 'div';
  readonly before: string;
  readonly behind: string;
  /** Namespace declarations that it takes over from the series, written into its start tag: ` xmlns="…"`. */
  readonly declarations: string;
}

/** One file with many documents, without them: it is whole again when each stands in its gap. */
export interface SeriesFrame {
  /** One more than the documents: what stands before, between and behind them. */
  readonly between: readonly string[];
  readonly documents: readonly DocumentFrame[];
}

/** A file that was read as a series. */
export interface ImportedSeries {
  /** As given, with `/` between folders. */
  readonly path: string;
  readonly encoding: CharacterEncoding;
  readonly bom: boolean;
  readonly frame: SeriesFrame;
}
