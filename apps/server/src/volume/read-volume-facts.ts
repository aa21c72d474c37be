import { type FrontPiece, kindName, readVolume } from '@chancery/tei';
import { may, type Role } from '@chancery/workflow';
import { storedSettings } from '../contract/settings.js';
import type { VolumeFacts } from '../contract/volume.js';
import type { PrismaClient } from '../generated/client.js';
import { unlistedFrom } from '../indexing/calendar-index.js';
import { digestOfOrder, revisionOf, type VolumeSaid } from './volume-revision.js';

/** So many letters are named that the volume does not list; of the others it is said how many there are. */
const mostNamed = 20;

/** The volume as the desk's page of it shows it; without a file of its own it has no order, and no facts. */
export async function readVolumeFacts(
  prisma: PrismaClient,
  editionId: string,
  role: Role | undefined,
): Promise<VolumeFacts> {
  const unlisted = { editionId, place: { gte: unlistedFrom } };
  const [edition, file, named, count] = await Promise.all([
    prisma.edition.findUniqueOrThrow({
      where: { id: editionId },
      select: { settings: true, summary: true },
    }),
    prisma.letter.findFirst({
      where: { editionId, kind: 'front' },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, version: true },
    }),
    prisma.calendarLine.findMany({
      where: unlisted,
      orderBy: [{ place: 'asc' }, { letterId: 'asc' }],
      take: mostNamed,
      select: { letterId: true, title: true },
    }),
    prisma.calendarLine.count({ where: unlisted }),
  ]);
  const { summary } = edition;
  const said = summary ? (summary.said as unknown as VolumeSaid) : nothing;
  const settings = storedSettings(edition.settings);
  return {
    revision: revisionOf(said, summary?.digest ?? digestOfOrder(nothing), settings),
    version: file?.version ?? 0,
    fileId: file?.id ?? null,
    mayArrange: may(role, 'arrange-volume'),
    maySet: may(role, 'change-settings'),
    documents: summary?.documents ?? 0,
    unlisted: { count, first: named.map(({ letterId: id, title }) => ({ id, title })) },
    numbering: said.numbering,
    dateRule: [...said.dateRule],
    dateStyle: said.dateStyle ?? null,
    nameStyle: said.nameStyle ?? null,
    noteRules: [...said.noteRules],
    leavesImagesOut: said.leavesImagesOut ?? false,
    page: said.page,
    languages: [...said.languages],
    method: [...said.silentMethod],
    generated: [...said.generated],
    front: said.front.flatMap(pieceOf),
    back: said.back.flatMap(pieceOf),
    persons: said.persons.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, title: name }])),
    nonExtant: said.nonExtant.map(({ id, senders, addressees, date, evidence }) => ({
      id: id ?? null,
      senders: [...senders],
      addressees: [...addressees],
      ...(date ? { date: { ...date, cert: degreeOf(date.cert), precision: degreeOf(date.precision) } } : {}),
      evidence,
    })),
    settings,
  };
}

/** What is said where there is no file. */
const nothing = readVolume('<TEI/>');

function pieceOf({ id, kind, title }: FrontPiece): { id: string; title: string }[] {
  return id === undefined ? [] : [{ id, title: title ?? (kind === undefined ? id : kindName(kind)) }];
}

function degreeOf(degree: string | undefined) {
  return (['high', 'medium', 'low', 'unknown'] as const).find((each) => each === degree);
}
