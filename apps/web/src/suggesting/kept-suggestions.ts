import type { StepJson } from '@chancery/server/api';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A suggestion, or another text of one, that the server has not acknowledged yet. */
export interface KeptSuggestion {
  readonly letterId: string;
  readonly id: string;
  /** The client that made it; one window is one client. */
  readonly clientId: string;
  readonly authorId: string;
  /** The revision that it changes; 0 for a new one. */
  readonly revision: number;
  /** The name under which it was last sent. */
  readonly write: string | null;
  readonly version: number;
  /** The steps upon that version, as JSON; none when it is to be taken away. */
  readonly steps: StepJson[];
  readonly reason: string;
}

interface Kept extends DBSchema {
  suggestions: { key: [string, string]; value: KeptSuggestion; indexes: { letterId: string } };
}

let database: Promise<IDBPDatabase<Kept>> | undefined;

function open(): Promise<IDBPDatabase<Kept>> {
  database ??= openDB<Kept>('chancery-suggestions', 1, {
    upgrade(db) {
      const suggestions = db.createObjectStore('suggestions', { keyPath: ['letterId', 'id'] });
      suggestions.createIndex('letterId', 'letterId');
    },
  });
  return database;
}

/** Keeps suggestions on this device, and lets go of those with these ids, in one go. */
export async function keepSuggestions(
  letterId: string,
  kept: readonly KeptSuggestion[],
  released: readonly string[],
): Promise<void> {
  const transaction = (await open()).transaction('suggestions', 'readwrite');
  for (const each of kept) void transaction.store.put(each);
  for (const id of released) void transaction.store.delete([letterId, id]);
  await transaction.done;
}

/** All suggestions to a letter that are kept on this device, whoever made them. */
export async function suggestionsKept(letterId: string): Promise<KeptSuggestion[]> {
  return (await open()).getAllFromIndex('suggestions', 'letterId', letterId);
}
