/** Where a command writes and what it knows of its surroundings. */
export interface CommandIo {
  /** The result: what a pipe receives. */
  out(text: string): void;
  /** Messages to the person: summaries, progress, what went wrong. */
  err(text: string): void;
  /** The terminal behind {@link err}, where there is one: progress is drawn there and nowhere else. */
  readonly terminal: NodeJS.WritableStream | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the person presses Ctrl-C. */
  readonly signal: AbortSignal;
}
