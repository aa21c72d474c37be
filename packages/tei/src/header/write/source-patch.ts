/** One span of a source that becomes something else, in UTF-16 units. */
export interface SourcePatch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A source with patches made. They must not overlap; of two at one place the first comes first. */
export function patched(source: string, patches: readonly SourcePatch[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text } of [...patches].sort((a, b) => a.start - b.start)) {
    result += source.slice(at, start) + text;
    at = end;
  }
  return result + source.slice(at);
}
