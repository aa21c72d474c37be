import { compareBlocks, type Piece, type Row, type Run, readingOf, wordsOf } from '@chancery/collation';
import { elementLabel, readingBlocks } from '@chancery/prosemirror-tei';
import type { Node } from 'prosemirror-model';
import { inQuotes } from './in-quotes.js';

/** As many words as are quoted; of more, only how many they are. */
const quoted = 5;

/**
 * Says what has become of the words and blocks between two states of a letter.
 *
 * @param told texts that have been spoken of already
 */
export function changedWords(before: Node, after: Node, told: readonly string[]): string[] {
  const rows = compareBlocks(readingBlocks(before), readingBlocks(after));
  return [...wordSentences(rows, told), ...rows.flatMap(blockSentences)];
}

interface Edit {
  readonly label: string;
  readonly deleted: string;
  readonly inserted: string;
}

function wordSentences(rows: readonly Row[], told: readonly string[]): string[] {
  const edits = rows
    .flatMap(editsOf)
    .filter(({ inserted }) => inserted === '' || !told.includes(inserted.trim()));
  const [only] = edits;
  if (!only) return [];
  const come = edits.filter(({ inserted }) => count(inserted) > 0);
  const gone = edits.filter(({ deleted }) => count(deleted) > 0);
  const typed = come.reduce((sum, { inserted }) => sum + count(inserted), 0);
  const deleted = gone.reduce((sum, edit) => sum + count(edit.deleted), 0);
  if (edits.length === 1 && typed <= quoted && deleted <= quoted)
    return [editSentence(only, placesOf(edits))];
  const sentences: string[] = [];
  if (typed > 0) sentences.push(`Typed ${words(typed)}${placesOf(come)}`);
  if (deleted > 0) sentences.push(`Deleted ${words(deleted)}${placesOf(gone)}`);
  return sentences.length > 0 ? sentences : [`Changed punctuation or spaces${placesOf(edits)}`];
}

function editSentence({ deleted, inserted }: Edit, where: string): string {
  if (deleted.trim() === '' && inserted.trim() === '') return `Changed spaces${where}`;
  if (deleted.trim() === '') return `Typed ${inQuotes(inserted)}${where}`;
  if (inserted.trim() === '') return `Deleted ${inQuotes(deleted)}${where}`;
  return `Changed ${inQuotes(deleted)} to ${inQuotes(inserted)}${where}`;
}

/** The places of a row at which words have come, gone, or become others. */
function editsOf(row: Row): Edit[] {
  const label = row.other?.label ?? row.one?.label ?? '';
  if (row.kind === 'gone') return [];
  const edits: { label: string; deleted: string; inserted: string }[] = [];
  let before: Piece | undefined;
  for (const piece of row.pieces) {
    if (piece.kind === 'deleted') edits.push({ label, deleted: textOf(piece.runs), inserted: '' });
    if (piece.kind === 'inserted') {
      const last = edits.at(-1);
      if (before?.kind === 'deleted' && last) last.inserted = textOf(piece.runs);
      else edits.push({ label, deleted: '', inserted: textOf(piece.runs) });
    }
    before = piece;
  }
  // A division or a joint takes or brings a space; that is not told beside it. Things in the text are told as elements.
  const blocks = row.pieces.some((piece) => 'block' in piece);
  const isTold = (text: string) => text === '' || (blocks && text.trim() === '');
  return edits.filter(({ deleted, inserted }) => !isTold(deleted + inserted));
}

function blockSentences(row: Row): string[] {
  const sentences: string[] = [];
  const { one, other } = row;
  if (row.kind === 'moved') sentences.push(`Moved ${one?.label || 'a block'}`);
  if (row.pieces.some(({ kind }) => kind === 'divided')) sentences.push(`Divided ${one?.label || 'a block'}`);
  if (row.pieces.some(({ kind }) => kind === 'joined'))
    sentences.push(`Joined ${other?.label || 'a block'} with the next`);
  const empty = (of: 'one' | 'other') => readingOf(row, of).length === 0;
  if (row.kind === 'inserted' && empty('other')) sentences.push(`Began ${other?.label || 'a block'}`);
  if (row.kind === 'deleted' && empty('one')) sentences.push(`Removed ${one?.label || 'an empty block'}`);
  const [was, is] = [one?.markup.at(-1), other?.markup.at(-1)];
  if (was && is && was.name !== is.name) {
    sentences.push(
      `Made ${one?.label || elementLabel(was.name).toLowerCase()} a ${elementLabel(is.name).toLowerCase()}`,
    );
  } else if (was && is && JSON.stringify(was.attrs) !== JSON.stringify(is.attrs)) {
    sentences.push(`Changed what ${other?.label || elementLabel(is.name).toLowerCase()} says of itself`);
  }
  return sentences;
}

function textOf(runs: readonly Run[]): string {
  return runs
    .filter(({ object }) => !object)
    .map(({ text }) => text)
    .join('');
}

function count(text: string): number {
  return wordsOf(text).filter(({ kind }) => kind === 'word').length;
}

function words(number: number): string {
  return number === 1 ? 'one word' : `${number} words`;
}

function placesOf(edits: readonly Edit[]): string {
  const labels = [...new Set(edits.map(({ label }) => label))];
  const [first, second] = labels.filter(Boolean);
  if (first === undefined) return '';
  if (second === undefined) return ` in ${first}`;
  return labels.length === 2 ? ` in ${first} and ${second}` : ` in ${labels.length} places`;
}
