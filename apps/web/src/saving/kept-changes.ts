import type { StepJson } from '@chancery/server/api';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptLoss } from './kept-loss.js';

/** Changes that the server has not acknowledged yet, as they stood on one client. */
export interface KeptChanges {
  letterId: string;
  /** The client that made them; one window is one client. */
  clientId: string;
  /** Who made them. Another person at the same computer does not take them over. */
  personId: string;
  /** The version of the letter that they follow upon. */
  version: number;
  /** The steps in the order made, as JSON. */
  steps: StepJson[];
  /** For each step the place among them of the one that it undoes, if it undoes one. */
  undoes?: (number | undefined)[];
  /** When they were last kept, in milliseconds since 1970. */
  at: number;
}

interface Kept extends DBSchema {
  changes: { key: [string, string]; value: KeptChanges; indexes: { letterId: string } };
  lost: { key: string; value: KeptLoss; indexes: { letterId: string } };
}

let database: Promise<IDBPDatabase<Kept>> | undefined;

function open(): Promise<IDBPDatabase<Kept>> {
  database ??= openDB<Kept>('chancery', 2, {
    upgrade(db, before) {
      if (before < 1)
        db.createObjectStore('changes', { keyPath: ['letterId', 'clientId'] }).createIndex(
          'letterId',
          'letterId',
        );
      db.createObjectStore('lost', { keyPath: 'id' }).createIndex('letterId', 'letterId');
    },
    // A window of a later release waits for this one to let go.
    blocking: () => closeDatabase(),
    terminated: () => {
      database = undefined;
    },
  });
  database.catch(() => {
    database = undefined;
  });
  return database;
}

function closeDatabase(): void {
  void database?.then((db) => db.close());
  database = undefined;
}

/**
 * Keeps a client's unacknowledged changes on this device, in place of those kept before; undefined lets go of them,
 * because they are acknowledged or were taken back. What they have lost is kept in the same moment, and the changes of
 * other clients that were taken over among them are let go.
 */
export async function keepChanges(
  [letterId, clientId]: [string, string],
  changes: KeptChanges | undefined,
  lost: readonly KeptLoss[] = [],
  takenOver: readonly string[] = [],
): Promise<void> {
  const kept = (await open()).transaction(['changes', 'lost'], 'readwrite');
  const all = kept.objectStore('changes');
  void (changes ? all.put(changes) : all.delete([letterId, clientId]));
  for (const other of takenOver) void all.delete([letterId, other]);
  for (const loss of lost) void kept.objectStore('lost').put(loss);
  // The browser has it all now, even if this page ends before it hears that it was written.
  kept.commit();
  await kept.done;
}

/** All changes of a person to a letter that are kept on this device, the oldest first. */
export async function changesKept(letterId: string, personId: string): Promise<KeptChanges[]> {
  const all = await (await open()).getAllFromIndex('changes', 'letterId', letterId);
  return all
    .filter((changes) => changes.steps.length > 0 && (changes.personId ?? personId) === personId)
    .sort((a, b) => a.at - b.at);
}

/** What a person has lost in a letter and not dealt with yet, the oldest first. */
export async function lossesKept(letterId: string, personId: string): Promise<KeptLoss[]> {
  const all = await (await open()).getAllFromIndex('lost', 'letterId', letterId);
  return all.filter((loss) => loss.personId === personId).sort((a, b) => a.at - b.at);
}

/** Lets go of something lost, which the person has dealt with. */
export async function releaseLoss(id: string): Promise<void> {
  await (await open()).delete('lost', id);
}
