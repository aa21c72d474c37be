/** A stretch of a source, in UTF-16 code units. */
export interface SourceSpan {
  readonly start: number;
  readonly end: number;
}

let spans: SourceSpan[] | undefined;

/** Runs a reading of a tree and says where in the source the text stands that it has read. */
export function whatIsRead<T>(read: () => T): { value: T; spans: readonly SourceSpan[] } {
  const outer = spans;
  const found: SourceSpan[] = [];
  spans = found;
  try {
    return { value: read(), spans: found };
  } finally {
    spans = outer;
  }
}

/** Said by whatever reads the text of elements; that elements are there and what their attributes say is not text. */
export function wasRead(start: number, end: number): void {
  spans?.push({ start, end });
}
