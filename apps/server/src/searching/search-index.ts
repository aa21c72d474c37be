import { type Passage, type PassageArea, readPassages } from '@chancery/tei';
import type { PoolClient } from 'pg';
import type { LetterIndex } from '../indexing/letter-index.js';
import { type Word, wordsOf } from './words-of.js';

/** A passage as it is stored. */
export interface StoredPassage {
  readonly place: number;
  readonly area: PassageArea;
  readonly label: string;
  readonly emended: string;
  /** Only where the copy has other words. */
  readonly written?: string;
}

/** What marks the area of a word in a `tsvector` (PostgreSQL, 12.3.1 Parsing Documents). */
const weightOf: Readonly<Record<PassageArea, string>> = { text: 'A', notes: 'B', metadata: 'C' };

/**
 * Areas whose words are stored a second time under their own name. An index does not hold weights, so that a common word
 * which the notes seldom have would be looked up in every letter.
 */
const aside: readonly PassageArea[] = ['notes', 'metadata'];

/** A word in certain areas, as a part of a `tsquery`; with `*`, whatever begins so. */
export function wordIn(areas: readonly PassageArea[], word: Word, star: '' | '*'): string {
  const every = Object.keys(weightOf).length === new Set(areas).size;
  if (every || areas.some((area) => !aside.includes(area))) {
    const weights = every ? '' : areas.map((area) => weightOf[area]).join('');
    return `'${word}':${star}${weights}`;
  }
  return `(${areas.map((area) => `'${area} ${word}':${star}`).join(' | ')})`;
}

/** How many words are looked at together. PostgreSQL keeps no more than 256 places of one word. */
const longestPart = 3_000;

/** Every word of a part with its places. Between passages one place is left out, so that no phrase goes over their ends. */
class Vector {
  readonly #places = new Map<string, string[]>();
  readonly #words = new Set<Word>();
  #place = 0;

  add(text: string, area: PassageArea): void {
    for (const word of wordsOf(text)) {
      this.#place += 1;
      this.#words.add(word);
      const names = aside.includes(area) ? [word, `${area} ${word}`] : [word];
      for (const name of names) {
        const places = this.#places.get(name);
        if (places) places.push(`${this.#place}${weightOf[area]}`);
        else this.#places.set(name, [`${this.#place}${weightOf[area]}`]);
      }
    }
    this.#place += 1;
  }

  get length(): number {
    return this.#place;
  }

  get words(): Iterable<Word> {
    return this.#words;
  }

  toString(): string {
    // A word that is longer than PostgreSQL holds (2,046 bytes) is found by its beginning.
    return [...this.#places].map(([word, places]) => `'${word.slice(0, 500)}':${places.join(',')}`).join(' ');
  }
}

interface Part {
  readonly group: number;
  readonly passages: StoredPassage[];
  readonly written: Vector;
  readonly emended: Vector;
}

/** Passages that are looked at together: those of a group, as far as they are not too many. */
function partsOf(passages: readonly Passage[]): Part[] {
  const parts: Part[] = [];
  for (const { group, place, area, label, written, emended } of passages) {
    let part = parts.findLast((each) => each.group === group);
    if (!part || part.emended.length > longestPart) {
      part = { group, passages: [], written: new Vector(), emended: new Vector() };
      parts.push(part);
    }
    const other = written === emended ? {} : { written: written.text };
    part.passages.push({ place, area, label, emended: emended.text, ...other });
    part.written.add(written.text, area);
    part.emended.add(emended.text, area);
  }
  return parts;
}

/** Keeps what can be searched in the letters. */
export const searchIndex: LetterIndex = {
  name: 'search',
  revision: 2,
  async write(client, { id, editionId, source, tei }) {
    const parts = partsOf(readPassages(source, tei));
    await client.query('DELETE FROM search_part WHERE "letterId" = $1', [id]);
    await client.query(
      `INSERT INTO search_part ("letterId", part, "editionId", passages, written, emended)
       SELECT $1, part.part - 1, $2, part.passages::jsonb, part.written::tsvector, part.emended::tsvector
       FROM unnest($3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS part(passages, written, emended, part)`,
      [
        id,
        editionId,
        parts.map(({ passages }) => JSON.stringify(passages)),
        parts.map(({ written }) => String(written)),
        parts.map(({ emended }) => String(emended)),
      ],
    );
    await keepWords(client, editionId, parts);
  },
};

async function keepWords(client: PoolClient, editionId: string, parts: readonly Part[]): Promise<void> {
  const words = new Set(parts.flatMap(({ written, emended }) => [...written.words, ...emended.words]));
  // In one order, so that two who index letters at a time do not wait for each other.
  await client.query(
    `INSERT INTO search_word ("editionId", word) SELECT $1, word FROM unnest($2::text[]) AS word ON CONFLICT DO NOTHING`,
    [editionId, [...words].map((word) => word.slice(0, 500)).sort()],
  );
}
