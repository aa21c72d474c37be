import { createHash } from 'node:crypto';
import {
  type FrontPiece,
  numbersInVolume,
  printedNumber,
  readVolume,
  type VolumeMetadata,
} from '@chancery/tei';
import { may, type Role } from '@chancery/workflow';
import { storedSettings } from '../contract/settings.js';
import type { VolumeFacts } from '../contract/volume.js';
import type { PrismaClient } from '../generated/client.js';

/** The facts of a volume whose changes a person should have seen before changing any of them. */
export function revisionOf(volume: VolumeMetadata, settings: unknown): string {
  const { letters, numbering, dateRule, dateStyle, languages, front, back, nonExtant } = volume;
  const { nameStyle, noteRules, silentMethod, generated } = volume;
  const ofHouse = [
    numbering,
    dateRule,
    dateStyle,
    nameStyle,
    noteRules,
    languages,
    silentMethod,
    generated,
    settings,
  ];
  const facts = [letters, front, back, nonExtant, ...ofHouse];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32);
}

/** What the calendar says of a letter; nothing of one that it has not read yet. */
interface Line {
  readonly id: string;
  readonly name: string;
  readonly ownNumber: string | null;
  readonly numberSupplied: boolean | null;
  readonly title: string | null;
  readonly date: string;
}

/** The volume as the desk's page of it shows it; without a file of its own it has no order, and no facts. */
export async function readVolumeFacts(
  prisma: PrismaClient,
  editionId: string,
  role: Role | undefined,
): Promise<VolumeFacts> {
  const [edition, file, lines] = await Promise.all([
    prisma.edition.findUniqueOrThrow({ where: { id: editionId }, select: { settings: true } }),
    prisma.letter.findFirst({
      where: { editionId, kind: 'front' },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, source: true, version: true },
    }),
    // Of however many letters only what their lines say: see the index of the calendar.
    prisma.$queryRaw<Line[]>`
      SELECT letter.id, letter.name, line."ownNumber", line."numberSupplied", line.title,
        COALESCE(NULLIF(line."datePrinted", ''), line."dateWhen", '') AS date
      FROM letter LEFT JOIN calendar_line AS line ON line."letterId" = letter.id
      WHERE letter."editionId" = ${editionId} AND letter.kind <> 'front'
      ORDER BY letter.position, letter.id`,
  ]);
  const stored = file ?? { source: '<TEI/>', version: 0 };
  const volume = readVolume(stored.source);
  const settings = storedSettings(edition.settings);
  const letters = new Map(lines.map((line) => [line.name, line]));
  const numbers = numbersInVolume(volume, (name) => {
    const line = letters.get(name);
    return line?.ownNumber ? { text: line.ownNumber, supplied: line.numberSupplied === true } : undefined;
  });
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
      return {
        id: letter?.id ?? name,
        name,
        number: number ? printedNumber(number) : null,
        fixed: fixed ?? null,
        enclosedIn: enclosedIn ?? null,
        title: letter?.title ?? name,
        date: letter?.date ?? '',
        there: letter !== undefined,
      };
    }),
    unlisted: [...letters]
      .filter(([name]) => !listed.has(name))
      .map(([name, { id, title }]) => ({ id, title: title ?? name })),
    numbering: volume.numbering,
    dateRule: [...volume.dateRule],
    dateStyle: volume.dateStyle ?? null,
    nameStyle: volume.nameStyle ?? null,
    noteRules: [...volume.noteRules],
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

function pieceOf({ id, kind, title }: FrontPiece): { id: string; title: string }[] {
  return id === undefined ? [] : [{ id, title: title ?? kind?.replaceAll('-', ' ') ?? id }];
}

function degreeOf(degree: string | undefined) {
  return (['high', 'medium', 'low', 'unknown'] as const).find((each) => each === degree);
}
