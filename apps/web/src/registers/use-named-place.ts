import { positionAt } from '@chancery/prosemirror-tei';
import { namePlaces } from '@chancery/tei';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { announce } from '../app/announce.js';
import type { SourcePlace } from '../desk/go-to-source.js';
import type { LetterSession } from '../desk/letter-session.js';

/** Leads to the name that the address says, by its place among the names of the letter (`?named=…`). */
export function useNamedPlace(
  session: LetterSession | undefined,
  onMetadata: (place: SourcePlace) => void,
): void {
  const { named } = useSearch({ from: '/letters/$letterId' });
  const gone = useRef<number>(undefined);
  useEffect(() => {
    if (!session || named === undefined || gone.current === named) return;
    gone.current = named;
    void session.source.open().then(() => {
      const letter = session.source.now();
      const place = letter && namePlaces(letter.source)[named];
      if (!letter || !place) announce('The name is not in the letter any more.');
      else if (place.isInHeader) onMetadata({ from: place.start, to: place.end });
      else session.goTo(positionAt(letter, place.start), positionAt(letter, place.end));
    });
  }, [session, named, onMetadata]);
}
