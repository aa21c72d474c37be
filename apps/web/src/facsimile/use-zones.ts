import { useEffect, useMemo, useState } from 'react';
import type { LetterSession } from '../desk/letter-session.js';
import { useStore } from '../store/use-store.js';
import type { Leaf } from './use-leaves.js';
import {
  facsimilesOf,
  type ZoneInText,
  type ZoneOfLeaf,
  zoneAt,
  zonesInText,
  zonesOfLeaf,
} from './zones-of-doc.js';

/** The zones of a leaf, what in the text points to them, and the one that the caret stands in; kept current while somebody writes. */
export function useZones(
  session: LetterSession,
  leaf: Leaf | undefined,
): { zones: readonly ZoneOfLeaf[]; linked: readonly ZoneInText[]; current: ZoneOfLeaf | undefined } {
  const changes = useStore(session.changes);
  const caret = useStore(session.caret);
  const [current, setCurrent] = useState<ZoneOfLeaf>();
  // As one text, so that the zones are read again only when somebody has changed them.
  const told = JSON.stringify(facsimilesOf(session.view.state.doc));
  const zones = useMemo(() => (leaf ? zonesOfLeaf(JSON.parse(told) as string[], leaf) : []), [told, leaf]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: changes say that the document is another one
  const linked = useMemo(() => zonesInText(session.view.state.doc, zones), [session, zones, changes]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they say that there is something to look at
  useEffect(() => {
    const look = () => {
      const { doc, selection } = session.view.state;
      const now = zoneAt(doc, zones, selection.head);
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
