import { compareBlocks, type Row, type Run, readingOf } from '@chancery/collation';
import { openLetter, readingBlocks } from '@chancery/prosemirror-tei';
import { readsAs, within } from '@chancery/tei';
import { lex, parseTree, type TokenKind, type XmlElement } from '@chancery/xml';

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
  const [one, other] = [before, after].map((source) => readingBlocks(openLetter(asRead(source)).doc));
  return compareBlocks(one ?? [], other ?? []).flatMap(errataOf);
}

/**
 * Without what no reader sees: comments, processing instructions, and what the editors read otherwise, such as the reading of the copy.
 * What is within the notes is read.
 */
function asRead(source: string): string {
  const isUnread = (element: XmlElement) =>
    element.localName !== 'note' && readsAs(element, 'emended') === 'nothing';
  const unread = Array.from(within(parseTree(source), (element) => !isUnread(element))).filter(isUnread);
  let end = 0;
  let read = '';
  for (const element of unread) {
    read += source.slice(end, element.start);
    end = element.end;
  }
  return withoutAsides(read + source.slice(end));
}

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
