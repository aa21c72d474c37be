import type { LetterDetail } from '@chancery/server/api';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { getLetter } from '../api/client.js';
import { useSession } from '../api/use-session.js';
import { useVolume } from '../api/use-volume.js';
import { getSurroundings, type Surroundings } from '../api/volume-lines.js';
import { Failure } from '../app/failure.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { letterHeading } from '../letters/letter-heading.js';
import { changesKept } from '../saving/kept-changes.js';
import { Desk } from './desk.js';

/** What is known around a letter when that could not be fetched: it is opened all the same. */
const nothingAround: Surroundings = { line: undefined, previous: undefined, next: undefined, referred: [] };

/** The letter, from a state from which the changes that this device keeps of it can be led on. */
async function loadLetter(letterId: string, personId: string): Promise<LetterDetail> {
  const kept = await changesKept(letterId, personId).catch(() => []);
  return getLetter(letterId, kept.length > 0 ? Math.min(...kept.map(({ version }) => version)) : undefined);
}

/** The address of one letter: fetches it with its volume, and opens the desk. */
export function LetterPage() {
  const { letterId } = useParams({ from: '/letters/$letterId' });
  const queries = useQueryClient();
  const person = useSession().data;
  const letter = useQuery({
    queryKey: ['letter', letterId, person?.id],
    queryFn: person ? () => loadLetter(letterId, person.id) : skipToken,
    // An open letter is kept current by its own connection; a fetched copy is out of date with the first change.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const volume = useVolume(letter.data?.editionId);
  const around = useQuery({
    queryKey: ['volume', letter.data?.editionId, 'around', letterId],
    queryFn: letter.data ? () => getSurroundings(letterId) : skipToken,
  });
  const line = around.data?.line;
  useTitle(line ? letterHeading(line) : 'Letter');

  const editionId = letter.data?.editionId;
  useEffect(
    () => () => {
      // The calendar shows incipits, findings and times that may have changed at the desk.
      if (editionId !== undefined) void queries.invalidateQueries({ queryKey: ['volume', editionId] });
    },
    [queries, editionId],
  );

  if (letter.isError)
    return (
      <main id="main">
        <Failure
          what="The letter could not be opened."
          safe="What was saved is safe, and changes kept on this device stay there."
          error={letter.error}
          onRetry={() => letter.refetch()}
        />
      </main>
    );
  if (!person || !letter.data || volume.isPending || around.isPending)
    return (
      <main id="main">
        <GreyLines count={12} label="Opening the letter" />
      </main>
    );
  return (
    <Desk
      key={letterId}
      letter={letter.data}
      volume={volume.data}
      around={around.data ?? nothingAround}
      personId={person.id}
    />
  );
}
