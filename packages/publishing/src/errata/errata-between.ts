import { compareBlocks, type Row, type Run, readingOf } from '@chancery/collation';
import { openLetter, readingBlocks } from '@chancery/prosemirror-tei';
import { lex, type TokenKind } from '@chancery/xml';

/** A place at which a text reads otherwise than before, with a few words beside it by which it is found. */
export interface Erratum {
  /** Such as “paragraph 2”. */
  readonly where: string;
  /** Empty where there was nothing. */
  readonly was: string;
  readonly is: string;
}

/**
 * The places at which a text reads otherwise than before, word by word from the reading texts. What is only encoded otherwise is none.
 *
 * @param before a TEI document that is well-formed
 * @param after the same
 */
export function errataBetween(before: string, after: string): Erratum[] {
  const [one, other] = [before, after].map((source) => readingBlocks(openLetter(withoutAsides(source)).doc));
  return compareBlocks(one ?? [], other ?? []).flatMap(errataOf);
}

/** Without comments and processing instructions, which no reader sees. */
function withoutAsides(source: string): string {
  return Array.from(lex(source), ({ kind, start, end }) =>
    asides.has(kind) ? '' : source.slice(start, end),
  ).join('');
}

const asides: ReadonlySet<TokenKind> = new Set(['comment', 'pi']);

/** Words beside a place that reads otherwise, by which it is found. */
const around = 3;

function errataOf(row: Row): Erratum[] {
  if (row.kind === 'same' || row.kind === 'gone') return [];
  // The list of a volume’s documents, which are told of by themselves.
  if (![row.one, row.other].some((block) => block?.runs.some(isWord))) return [];
  const where = row.other?.label || row.one?.label || 'text';
  if (row.kind === 'moved') {
    const [was, is] = [textOf(readingOf(row, 'one')), textOf(readingOf(row, 'other'))];
    return [{ where: `${where}, moved`, was, is }];
  }
  const errata: { where: string; was: string; is: string }[] = [];
  let kept = '';
  let changing = false;
  for (const piece of row.pieces) {
    if ('block' in piece) continue;
    const words = textOf(piece.runs);
    const last = errata.at(-1);
    if (piece.kind === 'same' || piece.kind === 'marked') {
      if (last && changing) {
        const after = words
          .split(/(?<=\s)/)
          .slice(0, around)
          .join('');
        last.was += after;
        last.is += after;
      }
      kept = words
        .split(/(?<=\s)/)
        .slice(-around)
        .join('');
      changing = false;
      continue;
    }
    const erratum = last && changing ? last : { where, was: kept, is: kept };
    if (erratum !== last) errata.push(erratum);
    erratum[piece.kind === 'deleted' ? 'was' : 'is'] += words;
    changing = true;
  }
  // What is left are changes of elements and spaces, which nobody reads.
  return errata
    .map((each) => ({ where: each.where, was: each.was.trim(), is: each.is.trim() }))
    .filter(({ was, is }) => folded(was) !== folded(is));
}

const isWord = ({ text, object }: Run) => object !== true && text.trim() !== '';

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

const folded = (words: string) => words.replaceAll(/\s+/g, ' ');
