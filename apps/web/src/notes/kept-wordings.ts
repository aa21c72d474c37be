import type { NoteWording } from '@chancery/server/api';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A wording of a note that is being written, on this device. */
export interface KeptWording {
  /** Of which note, by `edition/letter/note`, or `edition/new`; what is suggested is kept beside what is written. */
  readonly key: string;
  readonly content: NoteWording['content'];
  /** Of the wording that it is written upon; 0 for a new note. */
  readonly version: number;
}

interface Wordings extends DBSchema {
  wordings: { key: string; value: KeptWording };
}

let database: Promise<IDBPDatabase<Wordings>> | undefined;

function open(): Promise<IDBPDatabase<Wordings>> {
  database ??= openDB<Wordings>('chancery-notes', 1, {
    upgrade(db) {
      db.createObjectStore('wordings', { keyPath: 'key' });
    },
  });
  return database;
}

/** Keeps a wording on this device, in place of what was kept of it before. */
export async function keepWording(wording: KeptWording): Promise<void> {
  await (await open()).put('wordings', wording);
}

/** Lets go of a wording, because it was saved or given up. */
export async function releaseWording(key: string): Promise<void> {
  await (await open()).delete('wordings', key);
}

/** The wording that is kept; null where there is none. */
export async function keptWording(key: string): Promise<KeptWording | null> {
  return (await (await open()).get('wordings', key)) ?? null;
}
