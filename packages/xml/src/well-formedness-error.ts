/** Why a source is not accepted as XML. Stable; messages are not. */
export type WellFormednessCode =
  | 'empty-file'
  | 'file-too-large'
  | 'too-deep'
  | 'too-many-attributes'
  | 'name-too-long'
  | 'entity-too-large'
  | 'illegal-character'
  | 'mismatched-tag'
  | 'unclosed-element'
  | 'unended-markup'
  | 'undeclared-prefix'
  | 'undeclared-entity'
  | 'doubled-attribute'
  | 'not-well-formed';

/** The first fault that keeps a source from being XML, with its place and what to do, in plain words. */
export interface WellFormednessError {
  readonly code: WellFormednessCode;
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in Unicode characters. */
  readonly column: number;
  /** UTF-16 offset into the source. */
  readonly offset: number;
  readonly advice: string;
}
