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

/** A series into which a corrected one was brought. */
export interface MergedSeries {
  readonly frame: SeriesFrame;
  /** Documents that are new, in their order. */
  readonly added: readonly string[];
  /** Documents that the corrected series has no more. They stand where they stood. */
  readonly kept: readonly string[];
}

/** What lies between two documents that both series have: the others, and the pieces before, between and behind them. */
interface Gap {
  readonly documents: readonly DocumentFrame[];
  readonly between: readonly string[];
}

/**
 * The frame of a series with the documents that a corrected one adds, each at its place. What was taken out stays. Where documents are added,
 * more may stand around them than before, as a heading over them; nothing else around the documents may be another.
 *
 * @throws {SeriesNotMerged}
 */
export function mergeSeries(there: SeriesFrame, corrected: SeriesFrame): MergedSeries {
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
    const merged = mergedGap(gap, given.gaps[index] ?? gap, piece);
    piece += given.gaps[index]?.between.length ?? 0;
    documents.push(...merged.documents, ...own.common.slice(index, index + 1));
    between.push(...merged.between);
  });
  return {
    frame: { between, documents },
    added: corrected.documents.flatMap(({ id }) => (known.has(id) ? [] : [id])),
    kept: there.documents.flatMap(({ id }) => (found.has(id) ? [] : [id])),
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
function mergedGap(own: Gap, given: Gap, piece: number): Gap {
  const [before, after] = [own.between.join(''), given.between.join('')];
  if (own.documents.length > 0 && given.documents.length > 0) {
    if (/\S/.test(before + after))
      throw new SeriesNotMerged(
        `Documents were added (${idsOf(given)}) where others were taken out (${idsOf(own)}). Bring the ones back first, then add the others.`,
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
  if (!isSame)
    throw new SeriesNotMerged('Something was changed around the documents of the series.', {
      piece,
      offset: firstDifference(before, given.between[0] ?? ''),
    });
  return given.documents.length > 0 ? given : own;
}

function idsOf({ documents }: Gap): string {
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
