/** Why a file's bytes could not be read as text. Stable; messages are not. */
export type EncodingErrorCode =
  | 'empty-file'
  | 'file-too-large'
  | 'unknown-encoding'
  | 'wrong-encoding'
  | 'encoding-contradicts-mark'
  | 'unencodable-character';

/** Bytes that are not text in the encoding the file claims, or text that the encoding cannot write. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
  constructor(
    readonly code: EncodingErrorCode,
    message: string,
    /** What to do about it, in plain words. */
    readonly advice: string,
    /** Byte offset of the fault in the file, where there is one. */
    readonly offset: number | undefined = undefined,
  ) {
    super(message);
  }
}
