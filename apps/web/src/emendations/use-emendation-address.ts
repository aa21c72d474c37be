import { elementOf, type OpenLetter, positionAt } from '@chancery/prosemirror-tei';
import { readEmendations, rowOf } from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import { useSearch } from '@tanstack/react-router';
import type { Node } from 'prosemirror-model';
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
  if (!found) return undefined;
  const whole = { from: positionAt(letter, found.start), to: positionAt(letter, found.end) };
  return readingOf(letter.doc, whole.from) ?? whole;
}

/** Where the words of the edition's reading stand, so that it is what the caret is in; undefined for what is no choice of readings. */
function readingOf(doc: Node, at: number): { from: number; to: number } | undefined {
  const choice = doc.nodeAt(at);
  if (!choice || elementOf(choice) !== 'choice') return undefined;
  let place: { from: number; to: number } | undefined;
  choice.forEach((reading, offset) => {
    const from = at + 1 + offset + 1;
    if (!place && rowOf(elementOf(reading))?.reads !== 'copy')
      place = { from, to: from + reading.content.size };
  });
  return place;
}
