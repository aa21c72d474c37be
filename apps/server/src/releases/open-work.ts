import { rowOf } from '@chancery/tei';
import type { Pool } from 'pg';
import type { FoundPlace } from '../contract/found-place.js';

type Places = ReadonlyMap<string, readonly Pick<FoundPlace, 'words' | 'at'>[]>;

/** What waits for somebody in each letter of an edition, by the letter. */
export interface OpenWork {
  readonly notes: Places;
  readonly suggestions: Places;
  readonly threads: Places;
}

const notes = `
  SELECT review."letterId", review."noteId" AS id, review.state, note.series, note.shown
  FROM letter JOIN note_review AS review ON review."letterId" = letter.id
  JOIN letter_note AS note ON note."letterId" = letter.id AND note."noteId" = review."noteId"
  WHERE letter."editionId" = $1 AND review.state <> 'approved' ORDER BY review."letterId", note.place`;

const suggestions = `
  SELECT suggestion."letterId", suggestion.id, "user".name FROM letter
  JOIN suggestion ON suggestion."letterId" = letter.id JOIN "user" ON "user".id = suggestion."authorId"
  WHERE letter."editionId" = $1 AND suggestion.state = 'open' ORDER BY suggestion."letterId", suggestion."createdAt", suggestion.id`;

const threads = `
  SELECT thread."letterId", thread.id, thread.words, "user".name FROM letter
  JOIN comment_thread AS thread ON thread."letterId" = letter.id JOIN "user" ON "user".id = thread."createdById"
  WHERE letter."editionId" = $1 AND thread."resolvedAt" IS NULL ORDER BY thread."letterId", thread."createdAt", thread.id`;

const states: Readonly<Record<string, string>> = {
  draft: 'is a draft',
  'in-review': 'is in review',
  'changes-requested': 'was returned with a request',
};

/** Reads what is not approved, decided or resolved yet. */
export async function readOpenWork(pool: Pool, editionId: string): Promise<OpenWork> {
  const [note, suggestion, thread] = await Promise.all([
    pool.query<{ letterId: string; id: string; state: string; series: string; shown: string }>(notes, [
      editionId,
    ]),
    pool.query<{ letterId: string; id: string; name: string }>(suggestions, [editionId]),
    pool.query<{ letterId: string; id: string; words: string; name: string }>(threads, [editionId]),
  ]);
  const series = rowOf('note')?.kinds;
  return {
    notes: byLetter(note.rows, 'note', (row) =>
      [series?.[row.series] ?? row.series, row.shown, states[row.state] ?? row.state]
        .filter((part) => part !== '')
        .join(' '),
    ),
    suggestions: byLetter(suggestion.rows, 'suggestion', ({ name }) => `${name} suggests a change`),
    threads: byLetter(thread.rows, 'thread', ({ name, words }) =>
      words === '' ? `${name} asks` : `${name} asks about “${shortened(words)}”`,
    ),
  };
}

function byLetter<Row extends { readonly letterId: string; readonly id: string }>(
  rows: readonly Row[],
  kind: 'note' | 'suggestion' | 'thread',
  say: (row: Row) => string,
): Places {
  const places = new Map<string, Pick<FoundPlace, 'words' | 'at'>[]>();
  for (const row of rows) {
    const there = places.get(row.letterId) ?? [];
    there.push({ words: say(row), at: { kind, id: row.id } });
    places.set(row.letterId, there);
  }
  return places;
}

function shortened(words: string): string {
  const characters = [...words.trim().replace(/\s+/g, ' ')];
  return characters.length <= 60 ? characters.join('') : `${characters.slice(0, 59).join('')}…`;
}
