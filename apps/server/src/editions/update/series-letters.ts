import {
  documentIn,
  type ImportedEdition,
  type ImportedFile,
  type ImportedSeries,
  joinSeries,
  type MergedSeries,
  mergeSeries,
  type SeriesFrame,
  SeriesNotMerged,
  withDocument,
} from '@chancery/importing';
import { lineAndColumn } from '@chancery/xml';
import type { PrismaClient } from '../../generated/client.js';
import { leftSeries, storedFrame, storedFrames } from '../stored-frame.js';
import { storedPath } from '../stored-path.js';
import type { FileFault } from './plan-update.js';

/** A letter of a series as the folder has it. */
interface SeriesLetter {
  readonly series: ImportedSeries;
  /** What stands in the series for it. */
  readonly document: string;
  /** How many lines of the series stand before it. */
  readonly linesBefore: number;
  /** Its own file, where it has one beside the series because its header was changed. */
  readonly beside: ImportedFile | undefined;
}

/** A series of the edition with what the folder’s has of it. */
interface ComparedSeries extends MergedSeries {
  /** As it is stored. */
  readonly path: string;
  readonly there: SeriesFrame;
}

/** A series as the edition has it, and what has left it. */
interface StoredSeries {
  readonly frame: SeriesFrame;
  readonly left: ReadonlySet<string>;
}

interface SeriesOptions {
  /** The series are to hold the documents that they hold in the folder. */
  readonly asCorrected: boolean;
  /** The names of the letters that were exported. */
  readonly exported: ReadonlySet<string>;
}

/** A letter cannot be told from a folder that says two things of it; `message` says what to do. */
export class ChangedTwice extends Error {
  override readonly name = 'ChangedTwice';
}

/** The letters of the series of a folder, by what stands around them in the edition. */
export class SeriesLetters {
  readonly #letters = new Map<string, SeriesLetter>();
  /** The documents as they were exported. */
  readonly #exported = new Map<string, string>();
  /** Series in which something was changed around their documents. */
  readonly faults: readonly FileFault[];
  readonly compared: readonly ComparedSeries[];

  private constructor(
    { series = [], letters }: Pick<ImportedEdition, 'series' | 'letters'>,
    private readonly stored: ReadonlyMap<string, StoredSeries>,
    { asCorrected, exported }: SeriesOptions,
  ) {
    const named = new Map<string, ImportedFile[]>();
    for (const letter of letters) named.set(letter.id, [...(named.get(letter.id) ?? []), letter]);
    const compared: ComparedSeries[] = [];
    this.faults = series.flatMap((each): FileFault[] => {
      const lineOf = this.#add(each, named);
      const path = storedPath(each.path);
      const there = stored.get(path);
      if (there === undefined) return [];
      try {
        const { frame, left } = there;
        const { kept, ...merged } = mergeSeries(frame, each.frame, { left, asCorrected });
        compared.push({ path, there: frame, ...merged, kept: kept.filter((name) => exported.has(name)) });
        const later = merged.takenOut.filter((name) => !exported.has(name));
        if (later.length === 0) return [];
        const message = `Documents came into the series after it was exported (${later.join(', ')}), and would leave it. Export again, and make the changes in that.`;
        return [{ path: each.path, line: 1, column: 1, message }];
      } catch (error) {
        if (!(error instanceof SeriesNotMerged)) throw error;
        const { piece, offset } = error.at;
        const message = `${error.message} Only what is changed within the documents of a series can be brought back, and documents that are added.`;
        return [{ path: each.path, line: lineOf(piece, offset), column: 1, message }];
      }
    });
    this.compared = compared;
  }

  static async of(
    prisma: PrismaClient,
    editionId: string,
    edition: Pick<ImportedEdition, 'series' | 'letters'>,
    options: SeriesOptions,
  ): Promise<SeriesLetters> {
    const rows = await prisma.seriesFile.findMany({ where: { editionId } });
    const stored = rows.map(({ path, frame: json }) => {
      const series = { frame: storedFrame(json), left: leftSeries(storedFrames(json)) };
      return [path, series] as const;
    });
    return new SeriesLetters(edition, new Map(stored), options);
  }

  /** Whether a series and a file of its own both hold a letter. */
  isTwice(id: string): boolean {
    return this.#letters.get(id)?.beside !== undefined;
  }

  /** The file that a letter stands in. */
  fileOf({ id, path }: ImportedFile): string {
    return this.#letters.get(id)?.series.path ?? path;
  }

  /** Where a place of a letter stands in its file. */
  lineOf({ id }: ImportedFile, line: number, source: string): number {
    const letter = this.#letters.get(id);
    if (letter === undefined) return line;
    const [name = ''] = /^<[^\s/>]+/.exec(letter.document) ?? [];
    return line + letter.linesBefore - (lineAndColumn(source, Math.max(source.indexOf(name), 0)).line - 1);
  }

  /**
   * The text that a folder gives a letter, made of the one that was exported.
   *
   * @throws {ChangedTwice} where a series and a file of its own say different things
   */
  sourceOf(file: ImportedFile, exported: string): string {
    const letter = this.#letters.get(file.id);
    const path = letter && storedPath(letter.series.path);
    const frame = this.stored.get(path ?? '')?.frame.documents.find(({ id }) => id === file.id);
    if (!letter) return file.source;
    if (!frame) return this.#outOfSeries(letter, file);
    this.#exported.set(file.id, documentIn(exported, frame));
    const inSeries = withDocument(exported, frame, letter.document);
    const own = letter.beside?.source ?? exported;
    if (own === exported) return inSeries;
    if (inSeries === exported || documentIn(own, frame) === letter.document) return own;
    throw new ChangedTwice(
      `It was changed in ${letter.series.path}, and otherwise in ${letter.beside?.path}. Make the changes in one of the two.`,
    );
  }

  /** The text of a letter that has left the series, and stands in the folder’s: its own file is the one that was exported. */
  #outOfSeries({ series, document, beside }: SeriesLetter, file: ImportedFile): string {
    const frame = series.frame.documents.find(({ id }) => id === file.id);
    if (!beside || !frame) return file.source;
    if (documentIn(beside.source, frame) === document) return beside.source;
    throw new ChangedTwice(
      `It has left ${series.path}, stands in it again, and says other things in ${beside.path}. Take it out of one of the two.`,
    );
  }

  /** Tells of a letter that the folder’s series has no more how it was exported. */
  takenOut(id: string, exported: string): void {
    for (const { frame: whole } of this.stored.values()) {
      const frame = whole.documents.find((each) => each.id === id);
      if (frame) this.#exported.set(id, documentIn(exported, frame));
    }
  }

  /**
   * Documents that stand under the name of another one: those without an `xml:id` are known by their places, which others have moved
   * that were added or taken out. Asked once it is known how all were exported.
   */
  moved(): FileFault[] {
    return this.compared
      .map(({ there, added, kept, takenOut, putBack, stayedOut }) => ({
        known: there.documents.map(({ id }) => id),
        more: [...added, ...putBack, ...stayedOut],
        gone: [...kept, ...takenOut],
      }))
      .filter(({ more, gone }) => more.length + gone.length > 0)
      .flatMap(({ known, more }) => {
        return [...known, ...more].flatMap((id): FileFault[] => {
          const letter = this.#letters.get(id);
          if (!letter || this.#exported.get(id) === letter.document) return [];
          const other = known.find((each) => this.#exported.get(each) === letter.document);
          if (other === undefined) return [];
          const message = `Documents without an xml:id are known by their places in the series, and in the place of “${id}” stands “${other}”. Before others are added or taken out, give each the xml:id by which it is known: xml:id="${other}".`;
          return [{ path: letter.series.path, line: letter.linesBefore + 1, column: 1, message }];
        });
      });
  }

  /** Takes the letters of a series up; answers the line in which a place of what stands between them is. */
  #add(
    series: ImportedSeries,
    named: ReadonlyMap<string, readonly ImportedFile[]>,
  ): (piece: number, offset: number) => number {
    const { between, documents } = series.frame;
    const own = documents.map((frame) => {
      const files = named.get(frame.id) ?? [];
      return files.find(({ source }) => source.startsWith(frame.before)) ?? files[0];
    });
    const whole = joinSeries(
      series.frame,
      new Map(own.flatMap((file) => (file ? [[file.id, file.source] as const] : []))),
    );
    const begins: number[] = [];
    let at = 0;
    documents.forEach((frame, index) => {
      begins.push(at);
      at += between[index]?.length ?? 0;
      const document = documentIn(own[index]?.source ?? '', frame);
      const beside = named.get(frame.id)?.find((file) => file !== own[index]);
      this.#letters.set(frame.id, {
        series,
        document,
        linesBefore: lineAndColumn(whole, at).line - 1,
        beside,
      });
      at += document.length;
    });
    begins.push(at);
    return (piece, offset) => lineAndColumn(whole, (begins[piece] ?? 0) + offset).line;
  }
}
