import { createStore } from '../store/store.js';
import type { LetterSession } from './letter-session.js';
import { useGently } from './use-gently.js';

const none = createStore(0);

/** Renders again when the document has become another ({@link LetterSession.changes}). */
export function useChanges(session: LetterSession | undefined): number {
  return useGently(session, session?.changes ?? none);
}
