import { startTransition, useEffect, useState } from 'react';
import type { Store } from '../store/store.js';
import type { LetterSession } from './letter-session.js';

/** The value of a store beside the text. While somebody types in the text the rendering gives way to each key. */
export function useGently<Value extends object | number>(
  session: LetterSession | undefined,
  store: Store<Value>,
): Value {
  const [value, setValue] = useState(() => store.get());
  useEffect(() => {
    const show = () => setValue(store.get());
    show();
    return store.subscribe(() => (session?.view.hasFocus() ? startTransition(show) : show()));
  }, [session, store]);
  return value;
}
