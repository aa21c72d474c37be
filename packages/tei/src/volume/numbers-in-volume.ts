import type { LetterNumber } from '../header/letter-metadata.js';
import type { VolumeMetadata } from '../header/volume-metadata.js';

/**
 * The numbers that the documents of a volume bear, by identifier; a document without a number is not in it.
 *
 * A number that the order fixes stands before all others. Where numbers are counted, each document has the figure after
 * the last one's; enclosures are not counted. Else a document has the number that it bears itself. Whether the editors
 * supplied it, so that it stands in brackets, is always the document's to say.
 *
 * @param own the number that a document bears in its own file
 * @example
 * numbersInVolume({ numbering: 'by-place', letters: [{ id: 'a' }, { id: 'b', number: '1a' }, { id: 'c' }] }, () => undefined);
 * // a: 1, b: 1a, c: 2
 */
export function numbersInVolume(
  { letters, numbering }: Pick<VolumeMetadata, 'letters' | 'numbering'>,
  own: (id: string) => LetterNumber | undefined,
): ReadonlyMap<string, LetterNumber> {
  const numbers = new Map<string, LetterNumber>();
  let last = 0;
  for (const { id, number, enclosedIn } of letters) {
    const borne = own(id);
    const isCounted = numbering === 'by-place' && enclosedIn === undefined;
    const text =
      number ?? (isCounted ? String(last + 1) : numbering === 'by-place' ? undefined : borne?.text);
    if (text === undefined) continue;
    if (enclosedIn === undefined) last = Number(/\d+/.exec(text)?.[0] ?? last);
    numbers.set(id, { text, supplied: borne?.supplied ?? false, evidence: borne?.evidence });
  }
  return numbers;
}
