/** Why a batch of steps was refused. Stable; messages are not. */
export type RefusalCode =
  /** A step does not fit the document (another edit came before it). */
  | 'step-does-not-apply'
  /** The steps lead to a document that the schema does not have. */
  | 'invalid-document'
  /** The root element, or the text beside it, would go. */
  | 'protected'
  /** A character that XML 1.0 does not have (production 2), or half of one. */
  | 'illegal-character'
  /** A line end or tab in running text, where white space is not preserved. */
  | 'line-break-in-text'
  /** Two elements would bear one `xml:id`. */
  | 'doubled-xml-id'
  /** An edit of the source itself was made for another source than there is now. */
  | 'source-changed'
  /** The source would not be well-formed, or would have grown beyond the limits. */
  | 'not-well-formed'
  /** The source would not read as the document says: two paragraphs without tags side by side, for one. */
  | 'not-lossless';

/** A batch that cannot be written into the source without loss. The letter it was meant for is as it was. */
export class EditRefused extends Error {
  override readonly name = 'EditRefused';
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
  }
}
