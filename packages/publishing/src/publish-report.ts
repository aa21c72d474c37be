/** Something that was published after a fashion, and that an editor may want to see to. */
export interface PublishWarning {
  readonly code:
    | 'unknown-element'
    | 'in-preparation'
    | 'not-listed'
    | 'note-never-called'
    | 'dead-reference'
    | 'print';
  readonly message: string;
  /** The file, as the edition names it. */
  readonly file?: string | undefined;
  /** Counts from 1. */
  readonly line?: number | undefined;
}

/** What was published. */
export interface PublishReport {
  readonly web?: {
    readonly pages: number;
  };
  readonly pdf?: {
    readonly pages: number;
    /** Relative to the folder published into. */
    readonly path: string;
  };
  readonly warnings: readonly PublishWarning[];
}

export interface PublishProgress {
  readonly done: number;
  readonly total: number;
  /** What was done last, for people: `No. 2`, `Print volume`. */
  readonly label: string;
}
