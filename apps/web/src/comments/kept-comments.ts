import type { Anchor } from '@chancery/prosemirror-tei';
import type { ThreadSubject } from '@chancery/server/api';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Named } from './comment-parts.js';

/** A place in the text that a new thread may be on. */
export interface KeptPlace {
  /** What it is called: “the words chosen”, “paragraph 2”. */
  readonly label: string;
  readonly kind: 'text' | 'element' | 'note';
  /** By which a note is known, wherever it is spoken of. */
  readonly id?: string;
  readonly words: string;
  readonly anchor: Anchor;
  /** The acknowledged version when it was kept. */
  readonly version: number;
}

/** What a comment is to be: the first of a thread, an answer in one, or another wording of one that is there. */
type Purpose =
  | {
      readonly kind: 'thread';
      readonly subject: ThreadSubject;
      /** Where it may stand; none for a thing beside the text. */
      readonly places: readonly KeptPlace[];
      readonly chosen: number;
    }
  | { readonly kind: 'answer' }
  | { readonly kind: 'correction' };

/** A comment that is being written, or that waits to be sent, on this device. */
export type KeptComment = Purpose & {
  /** The id that the comment has, or will have. */
  readonly id: string;
  readonly letterId: string;
  readonly threadId: string;
  /** The window that wrote it: while it is open, no other sends it. */
  readonly clientId: string;
  readonly text: string;
  readonly mentioned: readonly Named[];
  /** Whether it is to be sent as it is. */
  readonly sent: boolean;
  /** Why the server did not take it. */
  readonly refused: string | undefined;
  readonly at: number;
};

interface Comments extends DBSchema {
  comments: { key: string; value: KeptComment; indexes: { letterId: string } };
}

let database: Promise<IDBPDatabase<Comments>> | undefined;

function open(): Promise<IDBPDatabase<Comments>> {
  database ??= openDB<Comments>('chancery-comments', 1, {
    upgrade(db) {
      db.createObjectStore('comments', { keyPath: 'id' }).createIndex('letterId', 'letterId');
    },
  });
  return database;
}

/** Keeps a comment on this device, in place of what was kept of it before. */
export async function keepComment(comment: KeptComment): Promise<void> {
  await (await open()).put('comments', comment);
}

/** Lets go of a comment, because it was taken by the server or given up. */
export async function releaseComment(id: string): Promise<void> {
  await (await open()).delete('comments', id);
}

/** The comments on a letter that are kept on this device, the oldest first. */
export async function commentsKept(letterId: string): Promise<KeptComment[]> {
  const all = await (await open()).getAllFromIndex('comments', 'letterId', letterId);
  return all.sort((one, other) => one.at - other.at);
}
