import type { DocumentFrame, SeriesFrame } from './series-file.js';

/** A corrected series cannot be brought into the one that is there; `message` says why. */
export class SeriesNotMerged extends Error {
  override readonly name = 'SeriesNotMerged';

  /** @param at the place in the corrected series: a piece between its documents, and an offset in it */
  constructor(
    message: string,
    readonly at: { readonly piece: number; readonly offset: number } = { piece: 0, offset: 0 },
  ) {
    super(message);
  }
}

/** A series into which a corrected one was brought. All are named in the order of their series. */
export interface MergedSeries {
  readonly frame: SeriesFrame;
  /** Documents that are new. */
  readonly added: readonly string[];
  /** Documents that the corrected series has no more. They stand where they stood. */
  readonly kept: readonly string[];
  /** Documents that have left the series, as the corrected one has it. */
  readonly takenOut: readonly string[];
  /** Documents that had left the series, and stand in it again. */
  readonly putBack: readonly string[];
  /** Documents that had left the series, and stand in the corrected one. They stay out. */
  readonly stayedOut: readonly string[];
}

/** What a series may be brought to. */
export interface MergeOptions {
  /** Documents that have left the series since it was imported. */
  readonly left?: ReadonlySet<string>;
  /** The series is to hold the documents that the corrected one holds: others leave it, and those that had left come back. */
  readonly asCorrected?: boolean;
}

/** What lies between two documents that both series have: the others, and the pieces before, between and behind them. */
interface Gap {
  readonly documents: readonly DocumentFrame[];
  readonly between: readonly string[];
}

/**
 * The frame of a series with the documents that a corrected one adds, each at its place. What was taken out stays, and what has left
 * stays out, unless it is to hold the documents that the corrected one does. Where documents are added,
 * more may stand around them than before, as a heading over them; nothing else around the documents may be another.
 *
 * @throws {SeriesNotMerged}
 */
export function mergeSeries(
  there: SeriesFrame,
  corrected: SeriesFrame,
  { left = new Set(), asCorrected = false }: MergeOptions = {},
): MergedSeries {
  const known = new Set(there.documents.map(({ id }) => id));
  const found = new Set(corrected.documents.map(({ id }) => id));
  const both = (id: string) => known.has(id) && found.has(id);
  const [own, given] = [gapsOf(there, both), gapsOf(corrected, both)];
  if (own.common.some(({ id }, index) => id !== given.common[index]?.id))
    throw new SeriesNotMerged('The documents of the series stand in another order.');
  const documents: DocumentFrame[] = [];
  const between: string[] = [];
  let piece = 0;
  own.gaps.forEach((gap, index) => {
    const other = given.gaps[index] ?? gap;
    const merged = asCorrected ? correctedGap(gap, other, piece) : mergedGap(gap, other, piece, left);
    piece += given.gaps[index]?.between.length ?? 0;
    documents.push(...merged.documents, ...own.common.slice(index, index + 1));
    between.push(...merged.between);
  });
  const gone = there.documents.flatMap(({ id }) => (found.has(id) ? [] : [id]));
  const more = corrected.documents.flatMap(({ id }) => (known.has(id) ? [] : [id]));
  const back = more.filter((id) => left.has(id));
  return {
    frame: { between, documents },
    added: more.filter((id) => !left.has(id)),
    kept: asCorrected ? [] : gone,
    takenOut: asCorrected ? gone : [],
    putBack: asCorrected ? back : [],
    stayedOut: asCorrected ? [] : back,
  };
}

function gapsOf(
  { between, documents }: SeriesFrame,
  isCommon: (id: string) => boolean,
): { readonly common: readonly DocumentFrame[]; readonly gaps: readonly Gap[] } {
  const common: DocumentFrame[] = [];
  const gaps: Gap[] = [];
  let from = 0;
  documents.forEach((document, index) => {
    if (!isCommon(document.id)) return;
    gaps.push({ documents: documents.slice(from, index), between: between.slice(from, index + 1) });
    common.push(document);
    from = index + 1;
  });
  gaps.push({ documents: documents.slice(from), between: between.slice(from) });
  return { common, gaps };
}

/** @param piece which of the corrected series the gap begins with */
function mergedGap(own: Gap, given: Gap, piece: number, left: ReadonlySet<string>): Gap {
  const [before, after] = [own.between.join(''), given.between.join('')];
  const back = given.documents.filter(({ id }) => left.has(id));
  if (back.length > 0) {
    if (back.length < given.documents.length || withoutSpace(before) !== withoutSpace(after))
      throw new SeriesNotMerged(
        `Documents that have left the series (${idsOf(back)}) stand in it beside others that are new. Take them out of the file first.`,
        { piece, offset: 0 },
      );
    return own;
  }
  if (own.documents.length > 0 && given.documents.length > 0) {
    if (/\S/.test(before + after))
      throw new SeriesNotMerged(
        `Documents were added (${idsOf(given.documents)}) where others were taken out (${idsOf(own.documents)}). Bring the ones back first, then add the others.`,
        { piece, offset: 0 },
      );
    return {
      documents: [...own.documents, ...given.documents],
      between: [...own.between.slice(0, -1), ...given.between.slice(0, -1), ...own.between.slice(-1)],
    };
  }
  const isSame =
    own.documents.length > 0
      ? withoutSpace(before) === withoutSpace(after)
      : given.documents.length > 0
        ? isWithin(before, after)
        : before === after;
  if (!isSame) throw changedAround(before, given, piece);
  return given.documents.length > 0 ? given : own;
}

/** The gap as the corrected series has it, where nothing but space is lost from around the documents. */
function correctedGap(own: Gap, given: Gap, piece: number): Gap {
  const [before, after] = [own.between.join(''), given.between.join('')];
  const isSame =
    own.documents.length + given.documents.length === 0
      ? before === after
      : given.documents.length > 0
        ? isWithin(withoutSpace(before), withoutSpace(after))
        : withoutSpace(before) === withoutSpace(after);
  if (!isSame) throw changedAround(before, given, piece);
  return given;
}

function changedAround(before: string, given: Gap, piece: number): SeriesNotMerged {
  return new SeriesNotMerged('Something was changed around the documents of the series.', {
    piece,
    offset: firstDifference(before, given.between[0] ?? ''),
  });
}

function idsOf(documents: readonly DocumentFrame[]): string {
  return documents.map(({ id }) => id).join(', ');
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Whether every character of a text stands in another one, in its order. */
function isWithin(text: string, other: string): boolean {
  let at = 0;
  for (let index = 0; index < other.length && at < text.length; index += 1)
    if (other[index] === text[at]) at += 1;
  return at === text.length;
}

function firstDifference(before: string, after: string): number {
  let same = 0;
  while (same < after.length && after[same] === before[same]) same += 1;
  return same;
}
