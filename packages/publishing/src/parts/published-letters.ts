import { type LetterMetadata, printedNumber } from '@chancery/tei';
import type { TeiFile } from '../edition-source.js';
import type { OrderedEdition } from '../order-edition.js';
import { metadataOf } from '../read-once.js';

/** A letter as it is published, with what its header says. */
export interface PublishedLetter {
  /** Its address, below `letters/`. */
  readonly id: string;
  readonly file: TeiFile;
  readonly metadata: LetterMetadata;
  /** Its number as it prints, without “No.”: `2`, `[6]`. */
  readonly number: string | undefined;
  /** Its title without its number. */
  readonly title: string;
  /** Both: `[6]. Attlee to Stalin`. */
  readonly heading: string;
}

const read = new WeakMap<OrderedEdition, readonly PublishedLetter[]>();

/** The letters of an edition that are there, in their order. Read once. */
export function publishedLetters(edition: OrderedEdition): readonly PublishedLetter[] {
  const known = read.get(edition);
  if (known) return known;
  const letters = edition.documents.flatMap(({ id, file }): PublishedLetter[] => {
    if (!file) return [];
    const metadata = metadataOf(file);
    const listed = metadata.headerTitle?.replace(/^(?:No\.|Nos\.|№)\s*\S+?\.?\s+/, '');
    const number = metadata.number && printedNumber(metadata.number);
    const title = listed || metadata.title?.text || id;
    const heading = number ? `${number}. ${title}` : title;
    return [{ id, file, metadata, number, title, heading }];
  });
  read.set(edition, letters);
  return letters;
}
