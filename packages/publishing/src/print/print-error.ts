/** Why a volume could not be printed, in one of its files. */
export interface PrintProblem {
  readonly message: string;
  /** The file, as the edition names it. */
  readonly path: string;
  /** Counts from 1. */
  readonly line?: number;
  readonly column?: number;
  /** What stands at the place, by which it is found in the file as it was given: what is printed has other columns. */
  readonly words?: string;
}

/** A volume was not printed. Each problem names its file, and the line where that is known. */
export class PrintError extends Error {
  override readonly name = 'PrintError';
  readonly problems: readonly PrintProblem[];

  constructor(problems: readonly PrintProblem[], options?: ErrorOptions) {
    super(problems.map(describe).join('\n'), options);
    this.problems = problems;
  }
}

function describe({ path, line, column, message }: PrintProblem): string {
  return line === undefined ? `${path}: ${message}` : `${path}:${line}:${column ?? 1}: ${message}`;
}
