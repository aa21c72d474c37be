import type { PublishWarning } from '../publish-report.js';

/** What was made of one thing, kept in the list of a publication. */
export interface Made {
  /** A digest of all that it was made of, the program that made it among them. */
  readonly key: string;
  /** Its files, by their paths in the publication. */
  readonly files: readonly string[];
  /** What was reported of it. */
  readonly warnings: readonly PublishWarning[];
  /** What is kept of it beside files. */
  readonly text?: string | undefined;
}

/** What an earlier publication made and this one need not make again: its files are in their places already. */
export interface Taken extends Made {
  /** What one of its files holds. */
  readonly content: (path: string) => Buffer;
}

/**
 * What a part of the publication may take over from the last one. It is the same as if it were made anew, because its key
 * is: a key that leaves out something that its thing is made of is a bug.
 */
export interface Reuse {
  /** Whether something was made under this name of the very same things, which may yet be gone when it is to be taken. */
  knows(name: string, key: string): boolean;
  /** Takes over what was made under this name of the very same things; undefined where it has to be made. */
  take(name: string, key: string): Taken | undefined;
  /** Notes what has been made, for the next publication. */
  note(name: string, made: Made): void;
  /** A file of the part as the last publication has it, if it is as it was written. */
  lastFile(path: string): Buffer | undefined;
}
