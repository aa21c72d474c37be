import type { StepJson } from '@chancery/server/api';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Changes that the server has not acknowledged yet, as they stood on one client. */
export interface KeptChanges {
  letterId: string;
  /** The client that made them; one window is one client. */
  clientId: string;
  /** The version of the letter that they follow upon. */
  version: number;
  /** The steps in the order made, as JSON. */
  steps: StepJson[];
  /** When they were last kept, in milliseconds since 1970. */
  at: number;
}

interface Kept extends DBSchema {
  changes: { key: [string, string]; value: KeptChanges; indexes: { letterId: string } };
}

let database: Promise<IDBPDatabase<Kept>> | undefined;

function open(): Promise<IDBPDatabase<Kept>> {
  database ??= openDB<Kept>('chancery', 1, {
    upgrade(db) {
      const changes = db.createObjectStore('changes', { keyPath: ['letterId', 'clientId'] });
      changes.createIndex('letterId', 'letterId');
    },
  });
  return database;
}

/** Keeps a client's unacknowledged changes on this device, in place of those kept before. */
export async function keepChanges(changes: KeptChanges): Promise<void> {
  await (await open()).put('changes', changes);
}

/** Lets go of a client's kept changes, because they are acknowledged or were taken back. */
export async function releaseChanges(letterId: string, clientId: string): Promise<void> {
  await (await open()).delete('changes', [letterId, clientId]);
}

/** All changes to a letter that are kept on this device, the oldest first. */
export async function changesKept(letterId: string): Promise<KeptChanges[]> {
  const all = await (await open()).getAllFromIndex('changes', 'letterId', letterId);
  return all.filter((changes) => changes.steps.length > 0).sort((a, b) => a.at - b.at);
}
