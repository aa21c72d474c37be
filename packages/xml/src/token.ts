/** What a {@link Token} is. The names follow the productions of XML 1.0 (Fifth Edition). */
export type TokenKind =
  /** Character data with its references as written: everything up to the next `<` (production 14, 66). */
  | 'text'
  /** `<name …>` (production 40). */
  | 'open'
  /** `</name>` (production 42). */
  | 'close'
  /** `<name …/>` (production 44). */
  | 'empty'
  /** `<!-- … -->` (production 15). */
  | 'comment'
  /** `<?target …?>` (production 16). */
  | 'pi'
  /** `<?xml version="1.0" …?>` at the very start (production 23). */
  | 'declaration'
  /** `<!DOCTYPE … >` with its internal subset (production 28). */
  | 'doctype'
  /** `<![CDATA[ … ]]>` (production 18). */
  | 'cdata'
  /** Anything that begins with `<` and never ends as it should. Carried, so that the tokens still rejoin. */
  | 'malformed';

/** A run of the source, by UTF-16 offsets: `source.slice(start, end)`. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}
