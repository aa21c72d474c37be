import type { FileToMend, ImportedEdition, ImportedFile } from '@chancery/importing';
import { type Actor, audit, commandLine } from '../audit/audit.js';
import type { Prisma, PrismaClient } from '../generated/client.js';
import { notice, noticeChannel } from '../live/store-steps.js';
import { saidOfEdition } from './said-of-edition.js';
import { addSeries } from './store-series.js';
import { metadataOf } from './stored-metadata.js';
import { storedPath } from './stored-path.js';

/** What an import did to an edition. */
export interface StoredEdition {
  readonly editionId: string;
  /** Paths of the files that were added. */
  readonly added: readonly string[];
  /** Paths of the files that were added to be mended. */
  readonly toMend: readonly string[];
  /** Paths of the files that the edition has already, in the same words. */
  readonly unchanged: readonly string[];
}

/** An import would put other words in the place of those that an edition has. Nothing was stored. */
export class LettersDiffer extends Error {
  override readonly name = 'LettersDiffer';

  constructor(
    readonly editionId: string,
    readonly paths: readonly string[],
  ) {
    super(
      `The edition “${editionId}” already has ${paths.join(', ')} in other words. Importing never overwrites: correct the letter at the desk, or import into another edition (--edition NAME).`,
    );
  }
}

/** An edition would be made with nothing in it but files to be mended. Nothing was stored. */
export class NothingInIt extends Error {
  override readonly name = 'NothingInIt';

  constructor() {
    super(
      'None of the files is well-formed, and an edition with nothing in it is not made. Mend one of them, or import them into an edition that is there (--edition NAME).',
    );
  }
}

/** Where to, and for whom. */
interface StoreOptions {
  readonly editionId?: string | undefined;
  /** A new edition is made, of this name, or of this name with a number where there is one. */
  readonly newNamed?: string | undefined;
  /** What an edition that is made is called where its files do not say. */
  readonly title?: string | undefined;
  readonly chiefEditorId?: string | undefined;
}

type Transaction = Prisma.TransactionClient;

/** The letter's key: its name, unless another edition has a letter of that name. */
export async function keyFor(
  tx: Pick<Transaction, 'letter'>,
  editionId: string,
  name: string,
): Promise<string> {
  const taken = await tx.letter.findUnique({ where: { id: name }, select: { id: true } });
  return keyOf(editionId, name, taken !== null);
}

function keyOf(editionId: string, name: string, isTaken: boolean): string {
  return isTaken ? `${editionId}.${name}` : name;
}

/** An id that no edition has. Until the transaction ends nobody else is given one, so that two people never share it. */
async function newEditionId(tx: Transaction, stem: string): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('chancery new edition'))`;
  const editions = await tx.edition.findMany({ where: { id: { startsWith: stem } }, select: { id: true } });
  const taken = new Set(editions.map(({ id }) => id));
  let id = stem;
  for (let next = 2; taken.has(id); next += 1) id = `${stem}-${next}`;
  return id;
}

/** So many files are written by one statement. */
const atOnce = 100;

/** Adds files: the volume’s own before all letters, those in their order from a position on. */
async function addFiles(
  tx: Transaction,
  editionId: string,
  files: readonly ImportedFile[],
  from: number,
): Promise<void> {
  let position = from;
  const now = new Date();
  for (let at = 0; at < files.length; at += atOnce) {
    const some = files.slice(at, at + atOnce);
    const names = some.map(({ id }) => id);
    const there = await tx.letter.findMany({ where: { id: { in: names } }, select: { id: true } });
    const taken = new Set(there.map(({ id }) => id));
    const rows = some.map((file) => {
      const isVolume = file.kind === 'volume';
      const metadata = metadataOf(file.source, isVolume ? 'front' : 'letter');
      const own = isVolume ? -1 : position;
      if (!isVolume) position += 1;
      return {
        id: keyOf(editionId, file.id, taken.has(file.id)),
        name: file.id,
        path: storedPath(file.path),
        kind: isVolume ? 'front' : (metadata.letter.kind ?? 'letter'),
        position: own,
        encoding: file.encoding,
        bom: file.bom,
        source: file.source,
        metadata,
      };
    });
    // As one value: a statement of Prisma’s own with a value for each column of each row takes longer to be made than to be run.
    await tx.$executeRaw`
      INSERT INTO letter (id, "editionId", name, path, kind, position, encoding, bom, "baseSource", source, metadata, "createdAt", "updatedAt")
      SELECT id, ${editionId}, name, path, kind, position, encoding, bom, source, source, metadata, ${now}, ${now}
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS file
        (id text, name text, path text, kind text, position int, encoding text, bom boolean, source text, metadata jsonb)`;
  }
}

/** Adds the files to be mended that are not there yet. */
async function addToMend(
  tx: Transaction,
  editionId: string,
  files: readonly FileToMend[],
): Promise<readonly string[]> {
  const known = new Map(
    (
      await tx.fileToMend.findMany({
        where: { editionId },
        select: { path: true, source: true, baseSource: true },
      })
    ).map((file) => [file.path, file]),
  );
  const letters = await tx.letter.findMany({ where: { editionId }, select: { path: true } });
  const taken = new Set(letters.map(({ path }) => path));
  const added: string[] = [];
  const differing: string[] = [];
  for (const { path: given, source, encoding, bom, fault } of files) {
    const path = storedPath(given);
    const there = known.get(path);
    if (there && (there.source === source || there.baseSource === source)) continue;
    if (there || taken.has(path)) {
      differing.push(path);
      continue;
    }
    const { line, message } = fault;
    await tx.fileToMend.create({
      data: { editionId, path, encoding, bom, baseSource: source, source, line, message },
    });
    added.push(path);
  }
  if (differing.length > 0) throw new LettersDiffer(editionId, differing);
  return added;
}

/**
 * Stores an imported edition: makes the edition where there is none of that name, adds what it does not have, and
 * leaves alone what it has. All of it or nothing.
 *
 * @param options.chiefEditorId becomes chief editor of an edition that is made
 * @param options.by who imports, for the log
 * @param options.signal nothing is stored where it is aborted before all is
 * @throws {LettersDiffer} when a file is there in other words
 * @throws {NothingInIt} when an edition would be made of files to be mended alone
 */
export async function storeEdition(
  prisma: PrismaClient,
  edition: ImportedEdition,
  options: StoreOptions & { readonly by?: Actor; readonly signal?: AbortSignal } = {},
): Promise<StoredEdition> {
  const { by = commandLine, signal } = options;
  return prisma.$transaction(
    async (tx) => {
      const stored = await storeEditionIn(tx, edition, options);
      const { editionId, added, toMend, unchanged } = stored;
      const details = { files: added.length, toMend: toMend.length, unchanged: unchanged.length };
      await audit(tx, { editionId, actor: by, action: 'letters-imported', details });
      signal?.throwIfAborted();
      return stored;
    },
    { timeout: 300_000, maxWait: 30_000 },
  );
}

/** The same within a transaction that is under way. */
export async function storeEditionIn(
  tx: Transaction,
  edition: ImportedEdition,
  options: StoreOptions = {},
): Promise<StoredEdition> {
  const { volume, letters, toMend = [], series = [] } = edition;
  const editionId =
    options.newNamed === undefined
      ? (options.editionId ?? volume?.id ?? letters[0]?.id ?? 'edition')
      : await newEditionId(tx, options.newNamed);
  const title = saidOfEdition(edition).title ?? options.title ?? editionId;
  const { chiefEditorId } = options;
  if (!volume && letters.length === 0) {
    const isThere = (await tx.edition.count({ where: { id: editionId } })) > 0;
    if (!isThere) throw new NothingInIt();
  }
  await tx.edition.upsert({
    where: { id: editionId },
    update: { updatedAt: new Date() },
    create: {
      id: editionId,
      title,
      ...(chiefEditorId ? { memberships: { create: { userId: chiefEditorId, role: 'chief-editor' } } } : {}),
    },
  });
  const there = new Map(
    (
      await tx.letter.findMany({
        where: { editionId },
        select: { name: true, path: true, source: true, baseSource: true, position: true },
      })
    ).map((letter) => [letter.name, letter]),
  );
  const files = [...(volume ? [volume] : []), ...letters];
  const same = (file: ImportedFile) => {
    const letter = there.get(file.id);
    return letter !== undefined && (letter.source === file.source || letter.baseSource === file.source);
  };
  const differing = files.filter((file) => there.has(file.id) && !same(file));
  if (differing.length > 0) {
    throw new LettersDiffer(
      editionId,
      differing.map((file) => file.path),
    );
  }
  const added = files.filter((file) => !there.has(file.id));
  const mending = await addToMend(tx, editionId, toMend);
  const differingSeries = await addSeries(tx, editionId, series);
  if (differingSeries.length > 0) throw new LettersDiffer(editionId, differingSeries);
  const last = Math.max(-1, ...[...there.values()].map((letter) => letter.position));
  await addFiles(tx, editionId, added, last + 1);
  if (added.length > 0) {
    // Whoever has the house open reads the new letters; it is said when the transaction is through.
    const told = notice({ node: 'import', imported: editionId });
    await tx.$executeRaw`SELECT pg_notify(${noticeChannel}, ${told})`;
  }
  return {
    editionId,
    added: added.map((file) => file.path),
    toMend: mending,
    unchanged: files.filter((file) => there.has(file.id)).map((file) => file.path),
  };
}
