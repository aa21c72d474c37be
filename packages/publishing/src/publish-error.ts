/** Why an edition was not published. Stable; messages are not. */
export type PublishErrorCode =
  /** A file is not well-formed XML, or beyond the limits. */
  | 'unreadable'
  /** An identifier cannot be part of an address: it is missing, holds a slash, or would leave the folder. */
  | 'unsafe-id'
  /** Two pages would have one address. */
  | 'duplicate-id'
  /** A note is called that does not exist. */
  | 'dead-callout'
  /** The volume lists no document that is there. */
  | 'nothing-to-publish'
  /** The folder to publish into holds files that no publication made. */
  | 'folder-in-use'
  /** The disk refused: full, read-only, no permission. */
  | 'not-written'
  /** A file that lay ready to be published is not the one that it was said to be. */
  | 'damaged-file'
  /** Another publication came between, and parts of the last one were to be kept. */
  | 'overtaken'
  /** The print volume could not be set. */
  | 'print'
  /** The PDF has not all that the TEI has, once and in order: a fault of ours, or of a stylesheet of the edition's own. */
  | 'not-conserved'
  /** The release that this one is to follow is not there. */
  | 'no-release'
  /** A stylesheet failed: a fault of ours, or of the edition's own. */
  | 'stylesheet'
  | 'cancelled';

export interface PublishPlace {
  /** The file, as the edition names it. */
  readonly file?: string | undefined;
  /** Counts from 1. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** An edition was not published. The last good one stands as it was. The message is for editors and names the place. */
export class PublishError extends Error {
  override readonly name = 'PublishError';
  readonly code: PublishErrorCode;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** The message without the place. */
  readonly reason: string;

  constructor(code: PublishErrorCode, message: string, place: PublishPlace = {}, options?: ErrorOptions) {
    const { file, line, column } = place;
    const where = [file, line, line && column].filter((part) => part !== undefined).join(':');
    super(where ? `${where}: ${message}` : message, options);
    this.code = code;
    this.reason = message;
    this.file = file;
    this.line = line;
    this.column = column;
  }
}
