import { changesKept, type KeptChanges } from './kept-changes.js';

/** A client's name, and the changes it left behind when it was last closed. */
export interface Claim {
  clientId: string;
  kept?: KeptChanges;
  /** The changes of more windows that were closed: they are made again, under this name. */
  others: readonly KeptChanges[];
  /** Gives the name up, so that another window may take the kept changes over. */
  release: () => void;
}

/**
 * Takes over the oldest changes of a person to a letter that were kept by a window since closed, under that window's name, so
 * that the server knows them again if it has them already. Changes of a window that is still open are not touched:
 * each open window holds a lock of its own name. Where several were closed, the changes of the others come with it. Without
 * any, the claim is a new name.
 */
export async function claimClient(letterId: string, personId: string): Promise<Claim> {
  const kept = await changesKept(letterId, personId).catch(() => []);
  const closed: { changes: KeptChanges; release: () => void }[] = [];
  for (const changes of kept) {
    const release = await lockClient(changes.clientId);
    if (release) closed.push({ changes, release });
  }
  const [first, ...others] = closed;
  if (first)
    return {
      clientId: first.changes.clientId,
      kept: first.changes,
      others: others.map(({ changes }) => changes),
      release: () => {
        for (const { release } of closed) release();
      },
    };
  const clientId = crypto.randomUUID();
  return { clientId, others: [], release: (await lockClient(clientId)) ?? (() => {}) };
}

/** Holds the lock of a client's name until it is released; `undefined` when another window holds it. */
export function lockClient(clientId: string): Promise<(() => void) | undefined> {
  // Locks exist in secure contexts only; elsewhere one window at a time is the best that can be assumed.
  if (!navigator.locks) return Promise.resolve(() => {});
  return new Promise((settle) => {
    void navigator.locks.request(`chancery:${clientId}`, { ifAvailable: true }, (granted) => {
      if (!granted) {
        settle(undefined);
        return undefined;
      }
      return new Promise<void>((release) => settle(() => release()));
    });
  });
}
