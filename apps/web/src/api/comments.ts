import type {
  Correction,
  Inbox,
  InboxRead,
  LetterThreads,
  NewComment,
  NewThread,
} from '@chancery/server/api';
import { api } from './client.js';

const letters = api.letters[':letterId'];

/** All that people say of a letter, and who may be mentioned. */
export async function getThreads(letterId: string): Promise<LetterThreads> {
  return (await letters.comments.$get({ param: { letterId } })).json();
}

/** Begins a thread. Sent twice, it is begun once. */
export async function beginThread(letterId: string, json: NewThread): Promise<void> {
  await letters.threads.$post({ param: { letterId }, json });
}

/** Answers in a thread. Sent twice, it is said once. */
export async function answerThread(letterId: string, threadId: string, json: NewComment): Promise<void> {
  await letters.threads[':threadId'].comments.$post({ param: { letterId, threadId }, json });
}

/** Gives one's own comment another wording, takes it back, or puts it back. */
export async function correctComment(letterId: string, commentId: string, json: Correction): Promise<void> {
  await letters.comments[':commentId'].$patch({ param: { letterId, commentId }, json });
}

/** Resolves a thread, or opens it again. */
export async function resolveThread(letterId: string, threadId: string, resolved: boolean): Promise<void> {
  await letters.threads[':threadId'].resolution.$put({ param: { letterId, threadId }, json: { resolved } });
}

/** What concerns the person who is signed in. */
export async function getInbox(): Promise<Inbox> {
  return (await api.inbox.$get()).json();
}

/** Takes lines of the inbox for read. */
export async function putInboxRead(json: InboxRead): Promise<Inbox> {
  return (await api.inbox.read.$put({ json })).json();
}
