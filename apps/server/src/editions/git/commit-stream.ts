import { isChangedAround, joinSeries } from '@chancery/importing';
import { encode } from '@chancery/xml';
import type { PrismaClient } from '../../generated/client.js';
import { sourceAt, sourceOnFrom } from '../../live/load-letter.js';
import { type DatedFrame, storedFrames } from '../stored-frame.js';
import { commitCommand, deletion, modification } from './fast-import.js';
import { type RecordedCommit, recordedCommits } from './recorded-commit.js';

interface Letter {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly encoding: string;
  readonly bom: boolean;
}

interface Series {
  readonly path: string;
  readonly encoding: string;
  readonly bom: boolean;
  /** Those that it has had, the present one last. */
  readonly frames: readonly DatedFrame[];
  /** Which of them the commits have come to by a decision that documents leave, or come back. */
  from: number;
}

/** The frames that a series may have as the commits stand: those behind the next decision are to come. */
function framesNow({ frames, from }: Series): readonly DatedFrame[] {
  const next = frames.findIndex(({ since }, index) => index > from && since !== undefined);
  return frames.slice(from, next < 0 ? undefined : next);
}

/** The documents that a series has as the commits stand. */
function documentsNow(series: Series) {
  return framesNow(series).at(-1)?.documents ?? [];
}

/** The frame that a letter has in a series as the commits stand. */
function frameIn(series: Series | undefined, name: string) {
  return series && documentsNow(series).find(({ id }) => id === name);
}

/** Of so many letters the text is held that was last given. */
const held = 1_000;

/**
 * The history of an edition as a stream for `git fast-import`, commit after commit in the order in which they are recorded. However long the
 * history is, only the present commit is held, with the letters of series, which are written whole.
 *
 * @param ref the full name of the reference that is to point to the last commit
 */
export async function* commitStream(
  prisma: PrismaClient,
  editionId: string,
  ref: string,
): AsyncGenerator<Buffer> {
  const texts = new CommittedTexts(prisma, editionId);
  await texts.open();
  yield Buffer.from('feature done\n');
  for await (const commit of recordedCommits(prisma, editionId)) {
    yield commitCommand(ref, commit, `${editionId} ${commit.place}`);
    yield* texts.changesOf(commit);
    yield Buffer.from('\n');
  }
  yield Buffer.from('done\n');
}

/** The files of an edition as commit after commit leaves them. */
class CommittedTexts {
  readonly #prisma: PrismaClient;
  readonly #editionId: string;
  #letters = new Map<string, Letter>();
  /** By the name of a letter, the series that it stands in, or has stood in. */
  readonly #series = new Map<string, Series>();
  readonly #byPath = new Map<string, Series>();
  /** The texts of letters of series. */
  readonly #inSeries = new Map<string, string>();
  readonly #latest = new Map<string, { version: number; source: string }>();
  /** Letters of series that have a file of their own too. */
  readonly #beside = new Set<string>();

  constructor(prisma: PrismaClient, editionId: string) {
    this.#prisma = prisma;
    this.#editionId = editionId;
  }

  async open(): Promise<void> {
    const where = { editionId: this.#editionId };
    const select = { id: true, name: true, path: true, encoding: true, bom: true } as const;
    const letters = await this.#prisma.letter.findMany({ where, select });
    this.#letters = new Map(letters.map((letter) => [letter.id, letter]));
    for (const { path, encoding, bom, frame } of await this.#prisma.seriesFile.findMany({ where })) {
      const frames = storedFrames(frame);
      const series = { path, encoding, bom, frames, from: 0 };
      this.#byPath.set(path, series);
      for (const { id } of frames.flatMap(({ documents }) => documents)) this.#series.set(id, series);
    }
  }

  async *changesOf({ files }: RecordedCommit): AsyncGenerator<Buffer> {
    const series = new Set<Series>();
    for (const file of files) {
      if ('path' in file) {
        yield modification(file.path, encode(file.source, file));
        continue;
      }
      if ('series' in file) {
        const reshaped = this.#byPath.get(file.series);
        if (!reshaped) throw new Error(`There is no series ${file.series} any more.`);
        yield* this.#reshape(reshaped, file.frame);
        series.add(reshaped);
        continue;
      }
      const letter = this.#letters.get(file.letterId);
      if (!letter) throw new Error(`There is no letter ${file.letterId} any more.`);
      const source = await this.#sourceAt(file.letterId, file.version);
      const within = this.#series.get(letter.name);
      if (within) this.#inSeries.set(letter.name, source);
      if (within && frameIn(within, letter.name)) {
        series.add(within);
        yield* this.#besideSeries(letter, within, source);
      } else yield modification(letter.path, encode(source, letter));
    }
    for (const each of series) {
      // One that comes in several parts is whole with the last of them; before documents were added to it, it was so without them.
      const frame = framesNow(each).findLast(({ documents }) =>
        documents.every(({ id }) => this.#inSeries.has(id)),
      );
      if (!frame) continue;
      yield modification(each.path, encode(joinSeries(frame, this.#inSeries), each));
    }
  }

  /** Has a letter that leaves a series stand in a file of its own, and one that comes back in none. */
  *#reshape(series: Series, frame: number): Generator<Buffer> {
    const before = new Set(documentsNow(series).map(({ id }) => id));
    series.from = frame;
    const now = new Set(documentsNow(series).map(({ id }) => id));
    for (const letter of this.#letters.values()) {
      const source = this.#inSeries.get(letter.name);
      if (source === undefined || this.#series.get(letter.name) !== series) continue;
      if (before.has(letter.name) && !now.has(letter.name)) {
        this.#beside.delete(letter.name);
        yield modification(letter.path, encode(source, letter));
      } else if (!before.has(letter.name) && now.has(letter.name)) {
        this.#beside.add(letter.name);
        yield* this.#besideSeries(letter, series, source);
      }
    }
  }

  *#besideSeries(letter: Letter, series: Series, source: string): Generator<Buffer> {
    const document = frameIn(series, letter.name);
    if (document && isChangedAround(source, document)) {
      this.#beside.add(letter.name);
      yield modification(letter.path, encode(source, letter));
    } else if (this.#beside.delete(letter.name)) yield deletion(letter.path);
  }

  async #sourceAt(letterId: string, version: number): Promise<string> {
    const before = this.#latest.get(letterId);
    this.#latest.delete(letterId);
    const led = before && (await sourceOnFrom(this.#prisma, letterId, before, version));
    const source = led ?? (await sourceAt(this.#prisma, letterId, version));
    if (source === undefined) throw new Error(`Letter ${letterId} has no version ${version}.`);
    // What is found otherwise may be the end of a batch that goes beyond the version.
    if (led !== undefined || version === 0) this.#latest.set(letterId, { version, source });
    const [oldest] = this.#latest.keys();
    if (this.#latest.size > held && oldest !== undefined) this.#latest.delete(oldest);
    return source;
  }
}
