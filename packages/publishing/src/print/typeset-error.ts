/** One complaint of the typesetter. Lines and columns count from 1 and are those of the Typst source. */
export interface TypesetDiagnostic {
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly message: string;
}

/** Why nothing was set: the source is at fault, it took too long or too much memory, or the typesetter fell over. */
export type TypesetFailure = 'source' | 'timeout' | 'memory' | 'crash';

/** A document was not set. A warning of the typesetter counts as an error: what it warns of is text lost. */
export class TypesetError extends Error {
  override readonly name = 'TypesetError';
  readonly failure: TypesetFailure;
  readonly diagnostics: readonly TypesetDiagnostic[];

  constructor(failure: TypesetFailure, message: string, diagnostics: readonly TypesetDiagnostic[] = []) {
    super(message);
    this.failure = failure;
    this.diagnostics = diagnostics;
  }
}
