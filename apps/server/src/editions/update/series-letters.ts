import {
  documentIn,
  type ImportedEdition,
  type ImportedFile,
  type ImportedSeries,
  joinSeries,
  type SeriesFrame,
  withDocument,
} from '@chancery/importing';
import { lineAndColumn } from '@chancery/xml';
import type { PrismaClient } from '../../generated/client.js';
import { storedFrame } from '../stored-frame.js';
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

/** A letter cannot be told from a folder that says two things of it; `message` says what to do. */
export class ChangedTwice extends Error {
  override readonly name = 'ChangedTwice';
}

/** The letters of the series of a folder, by what stands around them in the edition. */
export class SeriesLetters {
  readonly #letters = new Map<string, SeriesLetter>();
  /** Series in which something was changed around their documents. */
  readonly faults: readonly FileFault[];

  private constructor(
    { series = [], letters }: Pick<ImportedEdition, 'series' | 'letters'>,
    private readonly stored: ReadonlyMap<string, SeriesFrame>,
  ) {
    const named = new Map<string, ImportedFile[]>();
    for (const letter of letters) named.set(letter.id, [...(named.get(letter.id) ?? []), letter]);
    this.faults = series.flatMap((each) => {
      const lineOf = this.#add(each, named);
      const frame = stored.get(storedPath(each.path));
      return frame === undefined ? [] : changedAround(each, frame, lineOf);
    });
  }

  static async of(
    prisma: PrismaClient,
    editionId: string,
    edition: Pick<ImportedEdition, 'series' | 'letters'>,
  ): Promise<SeriesLetters> {
    const rows = await prisma.seriesFile.findMany({ where: { editionId } });
    return new SeriesLetters(edition, new Map(rows.map(({ path, frame }) => [path, storedFrame(frame)])));
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
    const frame = this.stored.get(path ?? '')?.documents.find(({ id }) => id === file.id);
    if (!letter || !frame) return file.source;
    const inSeries = withDocument(exported, frame, letter.document);
    const own = letter.beside?.source ?? exported;
    if (own === exported) return inSeries;
    if (inSeries === exported || documentIn(own, frame) === letter.document) return own;
    throw new ChangedTwice(
      `It was changed in ${letter.series.path}, and otherwise in ${letter.beside?.path}. Make the changes in one of the two.`,
    );
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

/** What stands around the documents is compared, and which they are; their headings are theirs. */
function changedAround(
  { path, frame }: ImportedSeries,
  stored: SeriesFrame,
  lineOf: (piece: number, offset: number) => number,
): FileFault[] {
  const ids = ({ documents }: SeriesFrame) => documents.map(({ id }) => id);
  const [here, there] = [ids(frame), ids(stored)];
  const added = here.filter((id) => !there.includes(id));
  const gone = there.filter((id) => !here.includes(id));
  const fault = (line: number, what: string) => [
    {
      path,
      line,
      column: 1,
      message: `${what} Only changes within the documents of a series can be brought back.`,
    },
  ];
  if (added.length > 0) return fault(1, `Documents were added to the series: ${added.join(', ')}.`);
  if (gone.length > 0) return fault(1, `Documents were taken out of the series: ${gone.join(', ')}.`);
  if (here.some((id, index) => id !== there[index]))
    return fault(1, 'The documents of the series stand in another order.');
  const piece = frame.between.findIndex((words, index) => words !== stored.between[index]);
  if (piece < 0) return [];
  const [words = '', before = ''] = [frame.between[piece], stored.between[piece]];
  let same = 0;
  while (same < words.length && words[same] === before[same]) same += 1;
  return fault(lineOf(piece, same), 'Something was changed around the documents of the series.');
}
