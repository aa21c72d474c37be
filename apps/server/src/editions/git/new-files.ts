import { readSchemas } from '@chancery/validation/node';
import type { PrismaClient } from '../../generated/client.js';
import type { RecordedState } from './record-commits.js';
import type { CommittedFile, RecordedCommit } from './recorded-commit.js';

/** Files that were brought in within a minute of each other came together. */
const together = 60_000;

/** Of what no person of the edition did. */
const chancery = [{ name: 'Chancery', email: 'chancery@localhost' }];

/** git is to give every file back in its own bytes, on every system (gitattributes, “text”). */
const attributes = { path: '.gitattributes', source: '* -text\n' };

const plain = { encoding: 'utf-8', bom: false } as const;

/** The commits of files that are new since an edition was last recorded: those brought in, and the schemas. */
export async function newFiles(
  prisma: PrismaClient,
  editionId: string,
  state: RecordedState,
): Promise<RecordedCommit[]> {
  return [
    ...(await schemaCommits(prisma, editionId, state)),
    ...(await importCommits(prisma, editionId, state)),
  ];
}

async function schemaCommits(
  prisma: PrismaClient,
  editionId: string,
  { texts }: RecordedState,
): Promise<RecordedCommit[]> {
  const edition = await prisma.edition.findUniqueOrThrow({
    where: { id: editionId },
    select: { rng: true, sch: true, createdAt: true },
  });
  const ours = readSchemas();
  const files = [
    attributes,
    { path: 'schemas/letters.rng', source: edition.rng ?? ours.rng },
    { path: 'schemas/letters.sch', source: edition.sch ?? ours.sch },
  ].filter(({ path, source }) => texts.get(path) !== source);
  if (files.length === 0) return [];
  const isFirst = texts.size === 0;
  const message = isFirst ? 'The schemas of the edition' : 'Changed the schemas of the edition';
  return [
    {
      at: isFirst ? edition.createdAt : new Date(),
      people: chancery,
      message,
      files: files.map((file) => ({ ...file, ...plain })),
    },
  ];
}

interface NewFile {
  readonly at: Date;
  readonly path: string;
  readonly file: CommittedFile;
}

async function importCommits(
  prisma: PrismaClient,
  editionId: string,
  state: RecordedState,
): Promise<RecordedCommit[]> {
  const letters = await prisma.letter.findMany({
    where: { editionId },
    orderBy: [{ createdAt: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    select: { id: true, path: true, createdAt: true },
  });
  const toMend = await prisma.fileToMend.findMany({
    where: { editionId, letterId: null },
    orderBy: [{ createdAt: 'asc' }, { path: 'asc' }],
  });
  const brought: NewFile[] = [
    ...letters
      .filter(({ id }) => !state.versions.has(id))
      .map(({ id, path, createdAt }) => ({ at: createdAt, path, file: { letterId: id, version: 0 } })),
    ...toMend
      .filter(({ path }) => !state.texts.has(path))
      .map(({ path, baseSource, encoding, bom, createdAt }) => {
        return { at: createdAt, path, file: { path, source: baseSource, encoding, bom } };
      }),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  const worked = toMend
    .filter(({ path, source, baseSource }) => source !== (state.texts.get(path) ?? baseSource))
    .map(({ path, source, encoding, bom, updatedAt }): RecordedCommit => {
      const message = `${path}: mended what keeps it from being read`;
      return { at: updatedAt, people: chancery, message, files: [{ path, source, encoding, bom }] };
    });
  return [...grouped(brought).map(asImport), ...worked];
}

function grouped(files: readonly NewFile[]): NewFile[][] {
  const groups: NewFile[][] = [];
  for (const file of files) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && file.at.getTime() - before.at.getTime() <= together) group.push(file);
    else groups.push([file]);
  }
  return groups;
}

function asImport(files: readonly NewFile[]): RecordedCommit {
  const [first] = files;
  const message =
    files.length === 1 && first ? `Brought in ${first.path}` : `Brought in ${files.length} files`;
  // The time of the first: what was done to it while others still came is told after it.
  const at = first?.at ?? new Date();
  return { at, people: chancery, message, files: files.map(({ file }) => file) };
}
