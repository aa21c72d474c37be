import type { Finding } from '@chancery/validation';

/** Something wrong with a file to be imported: a finding that names its file and says what to do. */
export interface ImportFinding extends Omit<Finding, 'origin'> {
  readonly origin: Finding['origin'] | 'file';
  /** The path as it was given. */
  readonly file: string;
  /** What to do about it, in a sentence. */
  readonly advice: string;
}

/** What became of a file. */
export interface ImportedRow {
  /** Its path; for a document of a series the one that it is given. */
  readonly file: string;
  readonly outcome: 'volume' | 'series' | 'letter' | 'to-mend' | 'refused' | 'passed-over';
  /** A file that is refused because it is not well-formed, and could be taken to be mended. */
  readonly mendable?: true;
  /** The identifier under which it is kept, where it has one. */
  readonly id?: string;
}

/** What an import found, file by file. */
export interface ImportReport {
  readonly rows: readonly ImportedRow[];
  /** In the order of the files. Errors are those on account of which nothing was imported. */
  readonly findings: readonly ImportFinding[];
  readonly counts: {
    readonly files: number;
    readonly letters: number;
    readonly errors: number;
    readonly warnings: number;
  };
}
