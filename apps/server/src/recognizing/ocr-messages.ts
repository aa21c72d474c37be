import type { RecognizedPage } from '@chancery/importing/recognized';

/** What of a picture is read, and how it is set upright first. */
export interface PictureToRead {
  /** The file with its pyramid. */
  readonly file: string;
  /** In pixels, of its largest level. */
  readonly width: number;
  readonly height: number;
  readonly levels: number;
  /** Quarter turns clockwise, in degrees. */
  readonly rotation: number;
  /** In its pixels, before it is turned. */
  readonly crop: { left: number; top: number; width: number; height: number } | null;
}

/** A language that text is read in: its code, and the file of what is known of it. */
export interface OcrLanguage {
  readonly code: string;
  readonly file: string;
}

/** What the process that reads text off pictures is asked. */
export interface OcrOrder {
  readonly picture: PictureToRead;
  /** The codes of the languages of the text. */
  readonly languages: readonly string[];
  /** Where what is known of them lies, as `eng.traineddata.gz`. */
  readonly folder: string;
  /** Bytes of memory that it may take. */
  readonly memory: number;
}

/** What it says: how far it is, from 0 to 1; at the end the page in the pixels of the picture, or why there is none. */
export type OcrMessage =
  | { readonly progress: number }
  | { readonly page: RecognizedPage }
  | { readonly failed: string };
