import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** What was written in the source view and is no XML yet, so that it could not be sent. */
export interface Draft {
  readonly letterId: string;
  /** The source that it was written upon. */
  readonly base: string;
  readonly text: string;
}

interface Drafts extends DBSchema {
  drafts: { key: string; value: Draft };
}

let database: Promise<IDBPDatabase<Drafts>> | undefined;

function open(): Promise<IDBPDatabase<Drafts>> {
  database ??= openDB<Drafts>('chancery-drafts', 1, {
    upgrade: (db) => void db.createObjectStore('drafts', { keyPath: 'letterId' }),
  });
  return database;
}

/** Keeps a draft on this device, in place of the one kept before. */
export async function keepDraft(draft: Draft): Promise<void> {
  await (await open()).put('drafts', draft);
}

/** Lets go of a letter's draft, because it was sent or taken back. */
export async function releaseDraft(letterId: string): Promise<void> {
  await (await open()).delete('drafts', letterId);
}

/** The draft of a letter that is kept on this device. */
export async function draftOf(letterId: string): Promise<Draft | undefined> {
  return (await open()).get('drafts', letterId);
}
