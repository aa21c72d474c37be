import { type Piece, type Row, type Run, readingOf } from '@chancery/collation';
import { elementLabel } from '@chancery/prosemirror-tei';

/** What stands in a row of a comparison, in reading order. Each difference has its number among all of them. */
export type ShownPiece =
  | { readonly kind: 'same'; readonly runs: readonly Run[] }
  | {
      readonly kind: 'difference';
      readonly number: number;
      readonly deleted: readonly Run[];
      readonly inserted: readonly Run[];
      /** What became of words that both have: “marked as person”. */
      readonly note: string;
    };

/** A row of a comparison as it is shown. */
export interface ShownRow {
  readonly row: Row;
  readonly label: string;
  /** What became of the block as a whole, in words; empty where nothing did. */
  readonly note: string;
  /** The number of the row as one difference; undefined where its differences are within. */
  readonly number: number | undefined;
  readonly pieces: readonly ShownPiece[];
}

/**
 * The rows of a comparison with its differences counted, from 0.
 *
 * @param figures the labels that endnotes bear, by their `xml:id`
 */
export function shownRows(
  rows: readonly Row[],
  figures: ReadonlyMap<string, string>,
): { rows: ShownRow[]; count: number } {
  let count = 0;
  const next = () => {
    count += 1;
    return count - 1;
  };
  const shown = rows.map((row): ShownRow => {
    const note = rowNote(row);
    const whole = row.kind === 'deleted' || row.kind === 'inserted' || row.kind === 'gone';
    const number = whole || note !== '' ? next() : undefined;
    const pieces = (whole ? wholePiece(row, number ?? 0) : piecesOf(row.pieces, next)).map((piece) =>
      labelled(piece, figures),
    );
    return { row, label: row.other?.label || row.one?.label || '', note, number, pieces };
  });
  return { rows: shown, count };
}

/** A piece in which callouts bear the labels that they have in the text. */
function labelled(piece: ShownPiece, figures: ReadonlyMap<string, string>): ShownPiece {
  const named = (runs: readonly Run[]) =>
    runs.map((run) => {
      const called = run.object && run.markup.at(-1);
      if (!called) return run;
      if (called.name !== 'ptr') return run;
      const id = called.attrs.target?.replace(/^.*#/u, '') ?? '';
      return { ...run, text: `[note ${figures.get(id) ?? id}]`, markup: run.markup.slice(0, -1) };
    });
  if (piece.kind === 'same') return { ...piece, runs: named(piece.runs) };
  return { ...piece, deleted: named(piece.deleted), inserted: named(piece.inserted) };
}

function wholePiece(row: Row, number: number): ShownPiece[] {
  const [deleted, inserted] = [readingOf(row, 'one'), readingOf(row, 'other')];
  return [{ kind: 'difference', number, deleted, inserted, note: '' }];
}

function piecesOf(pieces: readonly Piece[], next: () => number): ShownPiece[] {
  const shown: ShownPiece[] = [];
  let before: Piece['kind'] = 'same';
  for (const piece of pieces) {
    const last = shown.at(-1);
    switch (piece.kind) {
      case 'same':
        shown.push({ kind: 'same', runs: piece.runs });
        break;
      case 'inserted':
        // What was put in the place of words is one difference with them.
        if (before === 'deleted' && last?.kind === 'difference') {
          shown[shown.length - 1] = { ...last, inserted: piece.runs };
        } else shown.push(difference(next(), { inserted: piece.runs }));
        break;
      case 'deleted':
        shown.push(difference(next(), { deleted: piece.runs }));
        break;
      case 'marked':
        shown.push(
          difference(next(), { inserted: piece.runs, deleted: piece.before, note: markNote(piece) }),
        );
        break;
      default:
        shown.push(
          difference(next(), { note: piece.kind === 'divided' ? 'new paragraph' : 'joined with the next' }),
        );
    }
    before = piece.kind;
  }
  return shown;
}

function difference(
  number: number,
  parts: { deleted?: readonly Run[]; inserted?: readonly Run[]; note?: string },
): ShownPiece {
  return { kind: 'difference', number, deleted: [], inserted: [], note: '', ...parts };
}

/** What was marked, or is no longer marked, in a stretch of words. */
function markNote({ runs, before }: { runs: readonly Run[]; before: readonly Run[] }): string {
  const names = (of: readonly Run[]) =>
    new Set(of.flatMap(({ markup }) => markup.map(({ name, attrs }) => elementLabel(name, attrs.type))));
  const [was, is] = [names(before), names(runs)];
  const added = [...is].filter((name) => !was.has(name)).map((name) => name.toLowerCase());
  const gone = [...was].filter((name) => !is.has(name)).map((name) => name.toLowerCase());
  const words = [
    ...(added.length > 0 ? [`marked as ${added.join(', ')}`] : []),
    ...(gone.length > 0 ? [`no longer ${gone.join(', ')}`] : []),
  ];
  return words.join('; ') || `${[...is].join(', ').toLowerCase()} says something else`;
}

function rowNote({ kind, one, other }: Row): string {
  const label = (of: typeof one) => of?.label || 'a block';
  if (kind === 'moved') return `moved here from ${label(one)}`;
  if (kind === 'gone') return 'moved from here';
  if (kind === 'deleted') return `${label(one)} deleted`;
  if (kind === 'inserted') return `${label(other)} added`;
  const [was, is] = [one?.markup.at(-1), other?.markup.at(-1)];
  if (kind === 'same' || !was || !is) return '';
  if (was.name !== is.name) {
    return `was ${elementLabel(was.name, was.attrs.type).toLowerCase()}, is ${elementLabel(is.name, is.attrs.type).toLowerCase()}`;
  }
  if (JSON.stringify(was.attrs) !== JSON.stringify(is.attrs)) return 'says something else of itself';
  return JSON.stringify(one?.markup) === JSON.stringify(other?.markup) ? '' : 'stands elsewhere';
}
