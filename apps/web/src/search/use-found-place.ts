import { type OpenLetter, positionAt } from '@chancery/prosemirror-tei';
import { readPassages } from '@chancery/tei';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { announce } from '../app/announce.js';
import type { LetterSession } from '../desk/letter-session.js';

interface FoundPlace {
  readonly from: number;
  readonly to: number;
}

/** Leads to the hit of a search that the address names (`?found=…`): into the text, or to the metadata. */
export function useFoundPlace(session: LetterSession | undefined, onMetadata: () => void): void {
  const { found } = useSearch({ from: '/letters/$letterId' });
  const gone = useRef<string>(undefined);
  useEffect(() => {
    if (!session || found === undefined || gone.current === found) return;
    gone.current = found;
    void session.source.open().then(() => {
      const letter = session.source.now();
      const place = letter && placeOf(letter, found);
      if (place === 'metadata') onMetadata();
      else if (place) session.goTo(place.from, place.to);
      else announce('The place has been changed since it was found.');
    });
  }, [session, found, onMetadata]);
}

/** Where in the document the words of a passage are. */
function placeOf(letter: OpenLetter, found: string): FoundPlace | 'metadata' | undefined {
  const [, place, from, to, kind] = /^(\d+)\.(\d+)\.(\d+)\.(emended|written)$/.exec(found) ?? [];
  const passage = readPassages(letter.source)[Number(place)];
  if (!passage) return undefined;
  if (passage.area === 'metadata') return 'metadata';
  const { starts, ends } = kind === 'written' ? passage.written : passage.emended;
  const start = starts[Number(from)];
  const end = ends[Number(to) - 1];
  if (start === undefined || end === undefined || start < 0 || end < 0) return undefined;
  return { from: positionAt(letter, start), to: positionAt(letter, end) };
}
