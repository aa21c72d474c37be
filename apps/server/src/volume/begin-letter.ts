import { randomUUID } from 'node:crypto';
import { sourceStep } from '@chancery/prosemirror-tei';
import {
  CannotWrite,
  NoSuchPlace,
  nameOfNewLetter,
  newLetter,
  numbersInVolume,
  patched,
  pointerTo,
  readVolume,
  type VolumeMetadata,
  volumePatches,
} from '@chancery/tei';
import type { ClientBase } from 'pg';
import { type Actor, audit } from '../audit/audit.js';
import type { NewLetterRequest } from '../contract/new-letter.js';
import { keyFor } from '../editions/store-edition.js';
import { metadataOf } from '../editions/stored-metadata.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { notice, noticeChannel } from '../live/store-steps.js';

interface Begun {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly source: string;
}

/**
 * Begins a letter: its file, and its place in the order of the volume, both or neither. Answers the letter's id.
 *
 * @throws {HttpProblem} `conflict` where the volume has no such place, with the reason
 */
export async function beginLetter(
  house: House,
  editionId: string,
  asked: NewLetterRequest,
  person: Actor & { readonly id: string },
): Promise<string> {
  const file = await house.prisma.letter.findFirst({
    where: { editionId, kind: 'front' },
    select: { id: true, path: true },
  });
  if (!file)
    throw new HttpProblem(
      'conflict',
      'The edition has no file of the volume. Import one: it holds the order of the letters.',
    );
  let begun: Begun | undefined;
  try {
    await house.desk.amend(file.id, {
      userId: person.id,
      clientId: 'server:volume',
      batch: randomUUID(),
      make: async (volume) => {
        // In the volume's turn: of two who begin letters at once the second finds the first one's name taken.
        const beside = await neighbourOf(house, editionId, asked.place);
        const { name, path } = await nameOf(house, editionId, asked, beside);
        const place = asked.place && beside ? { letter: beside.name, how: asked.place.how } : null;
        const target = pointerTo(file.path, path);
        const source = patched(
          volume.source,
          volumePatches(volume.source, { change: 'listed', target, place }),
        );
        const id = await keyFor(house.prisma, editionId, name);
        const letter = written(asked, readVolume(source), {
          name,
          volume: pointerTo(path, file.path),
          models: beside?.source.match(/<\?xml-model\s[^>]*\?>/g) ?? [],
        });
        begun = { id, name, path, source: letter };
        const step = sourceStep(volume, source);
        return step ? [step] : [];
      },
      alongside: async (client) => {
        if (begun) await store(client, editionId, begun, person);
      },
    });
  } catch (error) {
    if (error instanceof NoSuchPlace || error instanceof CannotWrite)
      throw new HttpProblem('conflict', error.message);
    throw error;
  }
  if (!begun) throw new HttpProblem('conflict', 'The volume has no list of documents.');
  // The calendar is asked next, and is to show it.
  await house.indexer.settled([file.id, begun.id]);
  return begun.id;
}

interface Neighbour {
  readonly name: string;
  readonly path: string;
  readonly source: string;
}

/** The letter beside which the new one is to stand, else any: the new file comes into the folder of the others. */
async function neighbourOf(
  { prisma }: House,
  editionId: string,
  place: NewLetterRequest['place'],
): Promise<Neighbour | undefined> {
  const select = { name: true, path: true, source: true } as const;
  const there = { editionId, kind: { not: 'front' } };
  if (!place)
    return (await prisma.letter.findFirst({ where: there, orderBy: { path: 'asc' }, select })) ?? undefined;
  const beside = await prisma.letter.findFirst({ where: { ...there, id: place.letterId }, select });
  if (!beside)
    throw new HttpProblem(
      'conflict',
      'The letter beside which it was to stand is not there. Choose another.',
    );
  return beside;
}

async function nameOf(
  { prisma }: House,
  editionId: string,
  asked: NewLetterRequest,
  beside: Neighbour | undefined,
): Promise<Pick<Begun, 'name' | 'path'>> {
  const names = await prisma.letter.findMany({
    where: { editionId, name: { startsWith: nameOfNewLetter(asked, () => false) } },
    select: { name: true },
  });
  const name = nameOfNewLetter(asked, (each) => names.some((letter) => letter.name === each));
  const folder = beside ? beside.path.split('/').slice(0, -1) : ['letters'];
  return { name, path: [...folder, `${name}.xml`].join('/') };
}

/** The TEI of the letter, with the number that it has where the volume counts. */
function written(
  { place: _place, ...asked }: NewLetterRequest,
  facts: VolumeMetadata,
  { name, volume, models }: { name: string; volume: string; models: readonly string[] },
): string {
  const { numbering, languages } = facts;
  const counted = numbersInVolume(facts, () => undefined).get(name)?.text;
  const named = (people: NewLetterRequest['senders']) =>
    people.map(({ name: words, person }) => ({
      name: words,
      ref: person === undefined ? undefined : `${volume}#${person}`,
    }));
  return newLetter({
    ...asked,
    number: numbering === 'by-place' ? counted : asked.number,
    senders: named(asked.senders),
    addressees: named(asked.addressees),
    language: languages[0],
    id: name,
    volume,
    models,
  });
}

async function store(
  client: ClientBase,
  editionId: string,
  { id, name, path, source }: Begun,
  person: Actor,
): Promise<void> {
  const metadata = metadataOf(source, 'letter');
  await client.query(
    `INSERT INTO letter (id, "editionId", name, path, kind, position, encoding, "baseSource", source, metadata)
     VALUES ($1, $2, $3, $4, $5, (SELECT max(position) + 1 FROM letter WHERE "editionId" = $2), 'utf-8', $6, $6, $7)`,
    [id, editionId, name, path, metadata.letter.kind ?? 'letter', source, JSON.stringify(metadata)],
  );
  await client.query('SELECT pg_notify($1, $2)', [
    noticeChannel,
    notice({ node: 'import', imported: editionId }),
  ]);
  await audit(client, {
    editionId,
    actor: person,
    action: 'letter-begun',
    subject: { kind: 'letter', id, name },
    letterId: id,
  });
}
