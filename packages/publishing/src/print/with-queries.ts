import type { TeiFile } from '../edition-source.js';
import type { ProofQuery } from './print-template.js';

/** The source with what is asked at its places, as processing instructions that the proof sets in its margin. */
export function withQueries({ path, source }: TeiFile, queries: readonly ProofQuery[]): string {
  return queries
    .filter((query) => query.path === path && query.offset >= 0 && query.offset <= source.length)
    .toSorted((one, other) => other.offset - one.offset)
    .reduce((text, { offset, words }) => {
      // A processing instruction ends at its first "?>" (XML 1.0, 2.6).
      const said = words.replaceAll('?>', '? >').replaceAll(/\p{Cc}/gu, ' ');
      return `${text.slice(0, offset)}<?chancery-query ${said}?>${text.slice(offset)}`;
    }, source);
}
