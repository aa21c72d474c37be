import { type LetterTie, noTie, type Role } from '@chancery/workflow';
import { clericalClients } from '../history/server-clients.js';
import type { Queries } from './standing.js';

/**
 * What a letter is to each of some people: whether it is assigned to them, or they have read it together with somebody, and whether they have transcribed it, having typed in it
 * until it was first handed on, handed it on themselves, or keyed it as one of two; and whether it is the volume’s own file.
 */
export async function letterTies(
  db: Queries,
  letterId: string,
  people: readonly string[],
): Promise<(userId: string) => LetterTie> {
  if (people.length === 0) return () => noTie;
  const rows = await db.$queryRaw<(LetterTie & { userId: string })[]>`
    WITH first AS (
      SELECT version FROM stage_move
      WHERE "letterId" = ${letterId} AND "from" = 'transcription' AND "takenBackAt" IS NULL
      ORDER BY "createdAt" LIMIT 1
    )
    SELECT person.id AS "userId",
      EXISTS (SELECT 1 FROM assignment WHERE "letterId" = ${letterId} AND "userId" = person.id)
        OR EXISTS (SELECT 1 FROM reading WHERE "letterId" = ${letterId} AND "partnerId" = person.id) AS assigned,
      EXISTS (SELECT 1 FROM stage_move WHERE "letterId" = ${letterId} AND "userId" = person.id
          AND "from" = 'transcription' AND "takenBackAt" IS NULL)
        OR EXISTS (SELECT 1 FROM keying WHERE "letterId" = ${letterId} AND "userId" = person.id)
        OR EXISTS (SELECT 1 FROM step WHERE "letterId" = ${letterId} AND "userId" = person.id
          AND "clientId" <> ALL(${[...clericalClients]}::text[])
          AND version <= COALESCE((SELECT version FROM first), 2147483647)) AS transcribed,
      EXISTS (SELECT 1 FROM letter WHERE id = ${letterId} AND kind = 'front') AS "ofVolume"
    FROM unnest(${[...people]}::text[]) AS person (id)`;
  const ties = new Map(rows.map(({ userId, ...tie }) => [userId, tie]));
  return (userId) => ties.get(userId) ?? noTie;
}

/** The tie of one person; nobody asks for that of editors, to whom all letters are open. */
export async function letterTie(
  db: Queries,
  letterId: string,
  person: { readonly id: string; readonly role: Role | undefined },
): Promise<LetterTie> {
  if (person.role !== 'transcriber' && person.role !== 'proofreader') return noTie;
  return (await letterTies(db, letterId, [person.id]))(person.id);
}
