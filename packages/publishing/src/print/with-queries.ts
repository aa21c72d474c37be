import { asOneLine } from '@chancery/xml';
import type { FontFile } from './font-file.js';
import { isPrintable } from './is-printable.js';

/** A question that the editors have at a place of a file. */
export interface ProofQuery {
  /** Where in the file's source: between two characters of its text. */
  readonly offset: number;
  readonly words: string;
}

/** A source with what is asked at its places, as processing instructions that a proof sets in its margin. */
export function withQueries(source: string, queries: readonly ProofQuery[]): string {
  return (
    queries
      .filter(({ offset }) => offset >= 0 && offset <= source.length)
      // What is put in first stands behind what comes to the same place after it.
      .toReversed()
      .toSorted((one, other) => other.offset - one.offset)
      .reduce((text, { offset, words }) => {
        const said = withoutEnd(asOneLine(words));
        return `${text.slice(0, offset)}<?chancery-query ${said}?>${text.slice(offset)}`;
      }, source)
  );
}

/** The source with its queries in characters that a face has: what is said beside a letter keeps no proof of it back. */
export function withPrintableQueries(source: string, font: FontFile): string {
  return source.replace(/(?<=<\?chancery-query ).*?(?=\?>)/gs, (said) =>
    withoutEnd([...said].map((sign) => (isPrintable(sign, font) ? sign : '?')).join('')),
  );
}

/** Words as they can stand in a processing instruction, which ends at its first "?>" (XML 1.0, 2.6). */
function withoutEnd(words: string): string {
  return words.replaceAll('?>', '? >');
}
