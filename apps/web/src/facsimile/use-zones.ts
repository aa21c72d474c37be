import { useEffect, useMemo, useState } from 'react';
import type { LetterSession } from '../desk/letter-session.js';
import { useStore } from '../store/use-store.js';
import type { Leaf } from './use-leaves.js';
import { type ZoneInText, type ZoneOfLeaf, zoneAt, zonesInText, zonesOfLeaf } from './zones-of-doc.js';

/** The zones of a leaf, what in the text points to them, and the one that the caret stands in; kept current while somebody writes. */
export function useZones(
  session: LetterSession,
  leaf: Leaf | undefined,
): { zones: readonly ZoneOfLeaf[]; linked: readonly ZoneInText[]; current: ZoneOfLeaf | undefined } {
  const changes = useStore(session.changes);
  const caret = useStore(session.caret);
  const [current, setCurrent] = useState<ZoneOfLeaf>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: changes say that the document is another one
  const { zones, linked } = useMemo(() => {
    const { doc } = session.view.state;
    const of = leaf ? zonesOfLeaf(doc, leaf) : [];
    return { zones: of, linked: zonesInText(doc, of) };
  }, [session, leaf, changes]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they say that there is something to look at
  useEffect(() => {
    const look = () => {
      const { doc, selection } = session.view.state;
      // Places shift while somebody types, before the changes are told.
      const now = zoneAt(doc, zonesInText(doc, zones), selection.head);
      setCurrent((before) => (before === now ? before : now));
    };
    if (zones.length === 0) {
      setCurrent(undefined);
      return undefined;
    }
    look();
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [session, zones, changes, caret]);
  return { zones, linked, current };
}
