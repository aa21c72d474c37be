import { startTransition, useEffect, useState } from 'react';
import { createStore } from '../store/store.js';
import type { LetterSession } from './letter-session.js';

const none = createStore(0);

/**
 * Renders again when the document has become another ({@link LetterSession.changes}). While somebody types in the text the
 * rendering gives way to each key.
 */
export function useChanges(session: LetterSession | undefined): number {
  const changes = session?.changes ?? none;
  const [count, setCount] = useState(() => changes.get());
  useEffect(() => {
    const show = () => setCount(changes.get());
    show();
    return changes.subscribe(() => (session?.view.hasFocus() ? startTransition(show) : show()));
  }, [session, changes]);
  return count;
}
