import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Actor, audit } from '../audit/audit.js';
import { inTransaction } from '../database/in-transaction.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { fileName } from './file-name.js';
import { headBytes, type ImageKind, imageKindOf, imageKinds, trueName } from './image-kind.js';
import { imageLimits } from './image-limits.js';
import { lockContent } from './lock-content.js';
import type { ReadLeaf } from './read-messages.js';
import { Unreadable } from './unreadable.js';

/** A file whose parts have been sent. */
export interface SentFile {
  readonly editionId: string;
  readonly sha256: string;
  /** As its folder calls it: `scan-001.jpg`. */
  readonly name: string;
  /** How many parts it was sent in. */
  readonly parts: number;
}

/** What was made of a file: the leaves, and what is to be known of them. */
export interface AddedFile {
  readonly imageIds: readonly string[];
  readonly notice: string | null;
}

/**
 * Makes a file that was sent the next leaves of the copy: all of its leaves, or none.
 *
 * @throws {HttpProblem} `image-refused` with what is wrong with the file; what was sent of it is forgotten then. `conflict`
 * where parts are missing, which can still be sent
 */
export async function addImage(house: House, sent: SentFile, actor: Actor): Promise<AddedFile> {
  const { editionId, sha256, name } = sent;
  const { store, pyramids, workFolder } = house.images;
  await mkdir(workFolder, { recursive: true });
  const file = join(workFolder, randomUUID());
  try {
    await putTogether(house, sent, file);
    const kind = await kindOf(file, name);
    await refuseDuplicate(house, sent);
    const { size } = await stat(file);
    const leaves = await pyramids.make(sha256, file).catch((error: unknown) => {
      throw error instanceof Unreadable ? refusal(name, error.message) : error;
    });
    const kept = trueName(name, kind);
    const keep = () => store.keep(sha256, file);
    const imageIds = await enter(house, { ...sent, name: kept, kind, size, leaves, keep }, actor);
    await store.removeParts(editionId, sha256);
    const notice =
      kept === name
        ? null
        : `“${name}” is a ${imageKinds[kind].name} file by its content. It is kept as “${kept}”.`;
    return { imageIds, notice };
  } catch (error) {
    if (error instanceof HttpProblem && error.kind === 'image-refused')
      await store.removeParts(editionId, sha256);
    throw error;
  } finally {
    await rm(file, { force: true });
  }
}

const refusal = (name: string, why: string) => new HttpProblem('image-refused', `“${name}” ${why}`);

/** Writes the parts of a file behind one another, and makes sure that they are what was meant. */
async function putTogether(
  house: House,
  { editionId, sha256, name, parts }: SentFile,
  file: string,
): Promise<void> {
  const { store } = house.images;
  const there = await store.partsOf(editionId, sha256);
  if (there.length < parts || there.some((part, place) => place < parts && part !== place))
    throw new HttpProblem(
      'conflict',
      `“${name}” has not been sent whole. Add it again: it goes on where it stopped.`,
    );
  const hash = createHash('sha256');
  let bytes = 0;
  const whole = Readable.from(
    (async function* () {
      for (let part = 0; part < parts; part += 1) yield* await store.openPart(editionId, sha256, part);
    })(),
  );
  const seen = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      if (bytes > imageLimits.bytes)
        done(refusal(name, `is larger than ${imageLimits.bytes / 1024 / 1024} MB. Save it smaller.`));
      else done(null, chunk);
    },
  });
  await pipeline(whole, seen, createWriteStream(file));
  if (hash.digest('hex') !== sha256)
    throw refusal(
      name,
      'arrived otherwise than it was sent. Add it again; it may have been changed meanwhile.',
    );
}

async function kindOf(file: string, name: string): Promise<ImageKind> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(headBytes) });
    if (bytesRead === 0) throw refusal(name, 'is empty. Copy it again from where it comes from.');
    const kind = imageKindOf(buffer);
    if (kind) return kind;
    throw refusal(
      name,
      'is no picture of a kind that is taken, whatever its name says: JPEG, PNG, TIFF or PDF. Save it as one of these.',
    );
  } finally {
    await handle.close();
  }
}

async function refuseDuplicate({ prisma }: House, { editionId, sha256, name }: SentFile): Promise<void> {
  const same = await prisma.pageImage.findFirst({
    where: { editionId, sha256 },
    orderBy: { place: 'asc' },
    select: { path: true },
  });
  if (same) throw refusal(name, `is there already, as “${fileName(same.path)}”.`);
}

interface ReadFile extends SentFile {
  readonly kind: ImageKind;
  readonly size: number;
  readonly leaves: readonly ReadLeaf[];
  /** Keeps the content of the file. */
  keep(): Promise<void>;
}

/** Enters the leaves of a file behind those that are there. */
async function enter({ pool }: House, file: ReadFile, actor: Actor): Promise<string[]> {
  const { editionId, sha256, name, kind, size, leaves } = file;
  return inTransaction(pool, async (client) => {
    // Two files that come in at once take their places one after the other.
    await client.query('SELECT id FROM edition WHERE id = $1 FOR NO KEY UPDATE', [editionId]);
    // Nobody takes the content out of the store between its being kept and its being entered.
    await lockContent(client, sha256);
    await file.keep();
    const { rows } = await client.query<{ path: string; place: number }>(
      'SELECT path, place FROM page_image WHERE "editionId" = $1 ORDER BY place',
      [editionId],
    );
    const path = freePath(
      `images/${pathName(name)}`,
      new Set(rows.map((row) => `images/${fileName(row.path)}`)),
    );
    let place = rows.at(-1)?.place ?? 0;
    const ids: string[] = [];
    for (const leaf of leaves) {
      const id = randomUUID();
      place += 1;
      await client.query(
        `INSERT INTO page_image (id, "editionId", path, place, sha256, page, "mediaType", bytes, width, height, levels, "userId")
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          id,
          editionId,
          leaves.length === 1 ? path : `${path}#page=${leaf.page + 1}`,
          place,
          sha256,
          leaf.page,
          kind,
          size,
          leaf.width,
          leaf.height,
          leaf.levels,
          actor.id,
        ],
      );
      ids.push(id);
    }
    await audit(client, {
      editionId,
      actor,
      action: 'images-added',
      subject: { kind: 'image', id: ids[0] ?? null, name },
      details: { leaves: leaves.length },
    });
    return ids;
  });
}

/** A name that pointers can hold as it is. */
const pathName = (name: string) =>
  name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/, '');

/** The path, with a number before its ending where another file has it. */
function freePath(path: string, taken: ReadonlySet<string>): string {
  const [, stem = path, ending = ''] = /^(.+)(\.[^.]+)$/s.exec(path) ?? [];
  let free = path;
  for (let next = 2; taken.has(free); next += 1) free = `${stem}-${next}${ending}`;
  return free;
}
