import { may, noTie, type Role } from '@chancery/workflow';
import type { KeyingRow } from '../contract/keying.js';
import { titleOf } from '../editions/stored-metadata.js';
import type { PrismaClient } from '../generated/client.js';

/** The letters of an edition that are keyed twice: all for who adjudicates, for others those that they key themselves. */
export async function listKeyings(
  prisma: PrismaClient,
  editionId: string,
  person: { readonly id: string; readonly role: Role | undefined },
): Promise<KeyingRow[]> {
  const all = may(person.role, 'adjudicate', 'transcription', noTie);
  const letters = await prisma.letter.findMany({
    where: { editionId, keyings: { some: all ? {} : { userId: person.id } } },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      metadata: true,
      collatedAt: true,
      keyings: {
        orderBy: { slot: 'asc' },
        select: { keyedId: true, userId: true, handedInAt: true, user: { select: { id: true, name: true } } },
      },
      discrepancies: all ? { select: { choice: true } } : { select: { choice: true }, take: 0 },
    },
  });
  return letters.map(({ id, metadata, collatedAt, keyings, discrepancies }) => {
    const own = keyings.find(({ userId }) => userId === person.id);
    const both = keyings.every(({ handedInAt }) => handedInAt !== null);
    const open = discrepancies.filter(({ choice }) => choice === null || choice === 'referred').length;
    return {
      letterId: id,
      ...titleOf(metadata),
      state: collatedAt ? 'done' : both ? 'collating' : 'keying',
      mine: own ? { letterId: own.keyedId, handedIn: own.handedInAt !== null } : null,
      transcribers: keyings.map(({ user }) => user),
      open,
      all: discrepancies.length,
    };
  });
}
