import { headerFieldAt } from '@chancery/tei';
import { type RefObject, useEffect } from 'react';
import { createStore } from '../store/store.js';
import { useStore } from '../store/use-store.js';
import { goToSource, type SourcePlace } from './go-to-source.js';
import type { LetterSession } from './letter-session.js';

const none = createStore<SourcePlace | undefined>(undefined);

/** Leads to the place of the header that was asked for: into its field, or into the source where no field shows it. */
export function useHeaderPlace(
  session: LetterSession | undefined,
  fields: RefObject<HTMLElement | null>,
  onSource: () => void,
): void {
  const place = useStore(session?.headerPlace ?? none);
  useEffect(() => {
    const source = session?.source.now()?.source;
    if (!session || !place || source === undefined) return;
    session.headerPlace.set(undefined);
    const of = headerFieldAt(source, place.from);
    const found = of && fields.current?.querySelector<HTMLElement>(`[data-place="${of}"]`);
    const field = found?.matches('.field') ? found : found?.querySelector<HTMLElement>('.field');
    if (!field) return goToSource(session, place, onSource);
    field.scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
  }, [session, place, fields, onSource]);
}
