import type { Inbox, LetterStanding, QueueEntry, ReadingEntry } from '@chancery/server/api';
import type { Stage } from '@chancery/workflow';
import { api } from './client.js';

/** A letter is handed on or returned, with what is signed by it. */
export interface StageMove {
  readonly from: Stage;
  readonly to: Stage;
  readonly comment: string;
  readonly reading: ReadingEntry | null;
}

/** Where a letter stands on its way to the press. */
export async function getStanding(letterId: string): Promise<LetterStanding> {
  return (await api.letters[':letterId'].standing.$get({ param: { letterId } })).json();
}

/** Hands a letter on, or returns it. */
export async function moveLetter(letterId: string, json: StageMove): Promise<LetterStanding> {
  return (await api.letters[':letterId'].moves.$post({ param: { letterId }, json })).json();
}

/** Takes the latest move of a letter back. */
export async function takeMoveBack(letterId: string, moveId: string): Promise<LetterStanding> {
  return (await api.letters[':letterId'].moves[':moveId'].$delete({ param: { letterId, moveId } })).json();
}

/** Enters a reading in the verification ledger. */
export async function enterReading(letterId: string, json: ReadingEntry): Promise<LetterStanding> {
  return (await api.letters[':letterId'].readings.$post({ param: { letterId }, json })).json();
}

/** Enters that passages, as the letter is at a version, have been read again. */
export async function readPassages(
  letterId: string,
  version: number,
  passages: { from: number; to: number }[],
): Promise<LetterStanding> {
  const json = { version, passages };
  return (await api.letters[':letterId']['passages-read'].$post({ param: { letterId }, json })).json();
}

/** What waits for the person, and what will. */
export async function getQueue(today: string): Promise<readonly QueueEntry[]> {
  return (await (await api.queue.$get({ query: { today } })).json()).letters;
}

/** Signs a reading that one has made together with somebody; gives the inbox after it. */
export async function signReading(readingId: string): Promise<Inbox> {
  return (await api.readings[':readingId'].signature.$put({ param: { readingId } })).json();
}
