import { createHash } from 'node:crypto';
import {
  type FrontPiece,
  type LetterMetadata,
  numbersInVolume,
  printedNumber,
  readVolume,
  type VolumeMetadata,
} from '@chancery/tei';
import { may, type Role } from '@chancery/workflow';
import { storedSettings } from '../contract/settings.js';
import type { VolumeFacts } from '../contract/volume.js';
import { storedMetadata } from '../editions/stored-metadata.js';
import type { PrismaClient } from '../generated/client.js';

/** The facts of a volume whose changes a person should have seen before changing any of them. */
export function revisionOf(volume: VolumeMetadata, settings: unknown): string {
  const { letters, numbering, dateRule, dateStyle, languages, front, back, nonExtant } = volume;
  const { silentMethod, generated } = volume;
  const ofHouse = [numbering, dateRule, dateStyle, languages, silentMethod, generated, settings];
  const facts = [letters, front, back, nonExtant, ...ofHouse];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32);
}

/** The volume as the desk's page of it shows it; without a file of its own it has no order, and no facts. */
export async function readVolumeFacts(
  prisma: PrismaClient,
  editionId: string,
  role: Role | undefined,
): Promise<VolumeFacts> {
  const edition = await prisma.edition.findUniqueOrThrow({
    where: { id: editionId },
    select: {
      settings: true,
      letters: {
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        select: { id: true, name: true, kind: true, metadata: true },
      },
    },
  });
  const file = edition.letters.find(({ kind }) => kind === 'front');
  const stored = file
    ? await prisma.letter.findUniqueOrThrow({
        where: { id: file.id },
        select: { source: true, version: true },
      })
    : { source: '<TEI/>', version: 0 };
  const volume = readVolume(stored.source);
  const settings = storedSettings(edition.settings);
  const letters = new Map(
    edition.letters
      .filter((letter) => letter !== file)
      .map(({ id, name, metadata }) => [name, { id, metadata: storedMetadata(metadata).letter }]),
  );
  const numbers = numbersInVolume(volume, (name) => letters.get(name)?.metadata.number);
  const listed = new Set(volume.letters.map(({ id }) => id));
  return {
    revision: revisionOf(volume, settings),
    version: stored.version,
    fileId: file?.id ?? null,
    mayArrange: may(role, 'arrange-volume'),
    maySet: may(role, 'change-settings'),
    documents: volume.letters.map(({ id: name, number: fixed, enclosedIn }) => {
      const letter = letters.get(name);
      const number = numbers.get(name);
      const { date } = letter?.metadata ?? {};
      return {
        id: letter?.id ?? name,
        name,
        number: number ? printedNumber(number) : null,
        fixed: fixed ?? null,
        enclosedIn: enclosedIn ?? null,
        title: letter ? titleOf(letter.metadata, name) : name,
        date: date?.printed || date?.when || '',
        there: letter !== undefined,
      };
    }),
    unlisted: [...letters]
      .filter(([name]) => !listed.has(name))
      .map(([name, { id, metadata }]) => ({ id, title: titleOf(metadata, name) })),
    numbering: volume.numbering,
    dateRule: [...volume.dateRule],
    dateStyle: volume.dateStyle ?? null,
    languages: [...volume.languages],
    method: [...volume.silentMethod],
    generated: [...volume.generated],
    front: volume.front.flatMap(pieceOf),
    back: volume.back.flatMap(pieceOf),
    persons: volume.persons.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, title: name }])),
    nonExtant: volume.nonExtant.map(({ id, senders, addressees, date, evidence }) => ({
      id: id ?? null,
      senders: [...senders],
      addressees: [...addressees],
      ...(date ? { date: { ...date, cert: degreeOf(date.cert), precision: degreeOf(date.precision) } } : {}),
      evidence,
    })),
    settings,
  };
}

function titleOf({ title, headerTitle }: LetterMetadata, name: string): string {
  return title?.text ?? headerTitle ?? name;
}

function pieceOf({ id, kind, title }: FrontPiece): { id: string; title: string }[] {
  return id === undefined ? [] : [{ id, title: title ?? kind?.replaceAll('-', ' ') ?? id }];
}

function degreeOf(degree: string | undefined) {
  return (['high', 'medium', 'low', 'unknown'] as const).find((each) => each === degree);
}
