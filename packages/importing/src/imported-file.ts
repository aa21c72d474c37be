import type { CharacterEncoding, WellFormednessError } from '@chancery/xml';

import type { ImportedSeries } from './series/series-file.js';

/** A file to be read. What could not even be loaded is given with the reason, so that it is reported with the others. */
export type InputFile =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly oversize: number }
  | { readonly path: string; readonly unreadable: string };

/** A TEI file that was read: one letter, or the file that holds a volume together. */
export interface ImportedFile {
  /** As given, with `/` between folders. */
  readonly path: string;
  /** `TEI/@xml:id`, or the name of the file without its ending. Unique in an import. */
  readonly id: string;
  readonly kind: 'volume' | 'letter';
  /** The TEI as text; with {@link encoding} and {@link bom} it gives the file's bytes again. */
  readonly source: string;
  readonly encoding: CharacterEncoding;
  readonly bom: boolean;
}

/** A file whose text is not well-formed XML: no letter yet, but it can be mended into one. */
export interface FileToMend extends Pick<ImportedFile, 'path' | 'source' | 'encoding' | 'bom'> {
  /** The first fault in it. */
  readonly fault: WellFormednessError;
}

/** What was read as a whole: letters in the order of the volume's list; those that it does not name follow by path. */
export interface ImportedEdition {
  readonly volume: ImportedFile | undefined;
  readonly letters: readonly ImportedFile[];
  /** Only where files to mend were asked for. */
  readonly toMend?: readonly FileToMend[];
  /** Files with many documents, each of which is among the letters. */
  readonly series?: readonly ImportedSeries[];
}
