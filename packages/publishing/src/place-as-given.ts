import { lineAndColumn, offsetOfPlace } from '@chancery/xml';
import type { TeiFile } from './edition-source.js';
import type { PublishPlace } from './publish-error.js';

/** A place of what was printed. */
export interface PrintedPlace {
  /** The file, as the edition names it. */
  readonly path: string;
  /** Counts from 1. */
  readonly line?: number | undefined;
  /** What stands there. */
  readonly words?: string | undefined;
}

/**
 * A place of what was printed in the files as they were given. A file keeps its lines when it is made ready for print, and not the columns in
 * them; and what a list of the volume says is written elsewhere, as the index has the words of the registers.
 */
export function placeAsGiven(given: readonly TeiFile[], { path, line, words }: PrintedPlace): PublishPlace {
  const file = given.find((each) => each.path === path);
  if (!file || line === undefined || words === undefined) return { file: path, line };
  const { source } = file;
  const begins = offsetOfPlace(source, { line, column: 1 });
  const ends = offsetOfPlace(source, { line: line + 1, column: 1 });
  const onLine = source.slice(begins, ends).indexOf(words);
  // A sign that a line does not have is surely the one that stands elsewhere; words may stand anywhere.
  const isSign = [...words].length === 1;
  const at = onLine >= 0 ? begins + onLine : isSign ? source.indexOf(words) : -1;
  return { file: path, ...(at >= 0 ? lineAndColumn(source, at) : { line }) };
}
