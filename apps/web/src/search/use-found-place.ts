import { type OpenLetter, positionAt } from '@chancery/prosemirror-tei';
import { readPassages } from '@chancery/tei';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { announce } from '../app/announce.js';
import type { SourcePlace } from '../desk/go-to-source.js';
import type { LetterSession } from '../desk/letter-session.js';

interface FoundPlace extends SourcePlace {
  readonly isMetadata: boolean;
}

/** Leads to the hit of a search that the address names (`?found=…`): into the text, or to the metadata. */
export function useFoundPlace(
  session: LetterSession | undefined,
  onMetadata: (place: SourcePlace) => void,
): void {
  const { found } = useSearch({ from: '/letters/$letterId' });
  const gone = useRef<string>(undefined);
  useEffect(() => {
    if (!session || found === undefined || gone.current === found) return;
    gone.current = found;
    void session.source.open().then(() => {
      const letter = session.source.now();
      const place = letter && placeOf(letter, found);
      if (!letter || !place) announce('The place has been changed since it was found.');
      else if (place.isMetadata) onMetadata(place);
      else session.goTo(positionAt(letter, place.from), positionAt(letter, place.to));
    });
  }, [session, found, onMetadata]);
}

/** Where in the source the words of a passage are. */
function placeOf(letter: OpenLetter, found: string): FoundPlace | undefined {
  const [, place, from, to, kind] = /^(\d+)\.(\d+)\.(\d+)\.(emended|written)$/.exec(found) ?? [];
  const passage = readPassages(letter.source)[Number(place)];
  if (!passage) return undefined;
  const { starts, ends } = kind === 'written' ? passage.written : passage.emended;
  const start = starts[Number(from)];
  const end = ends[Number(to) - 1];
  if (start === undefined || end === undefined || start < 0 || end < 0) return undefined;
  return { from: start, to: end, isMetadata: passage.area === 'metadata' };
}
