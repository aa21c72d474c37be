import { type OpenLetter, positionAt } from '@chancery/prosemirror-tei';
import { readEmendations } from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { announce } from '../app/announce.js';
import type { LetterSession } from '../desk/letter-session.js';

/**
 * Leads to the emendation that the address names by its place among those of the letter (`?emendation=…`); `onArrival` shows what
 * stands there.
 */
export function useEmendationAddress(session: LetterSession | undefined, onArrival: () => void): void {
  const { emendation } = useSearch({ from: '/letters/$letterId' });
  const gone = useRef<number>(undefined);
  useEffect(() => {
    if (!session || emendation === undefined || gone.current === emendation) return;
    gone.current = emendation;
    void session.source.open().then(() => {
      const letter = session.source.now();
      const place = letter && placeOf(letter, emendation);
      if (place) {
        onArrival();
        session.goTo(place.from, place.to);
      } else announce('The letter has been changed since the list was made.');
    });
  }, [session, emendation, onArrival]);
}

function placeOf(letter: OpenLetter, index: number): { from: number; to: number } | undefined {
  const found = readEmendations(parseTree(letter.source))[index];
  return found && { from: positionAt(letter, found.start), to: positionAt(letter, found.end) };
}
