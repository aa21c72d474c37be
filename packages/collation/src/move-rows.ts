import { alignWords } from './align-words.js';
import { type BlockWord, blockWords } from './block-words.js';
import type { Row } from './row.js';
import { RowBuilder } from './row-builder.js';
import { wordsOf } from './words.js';

/** How much two blocks have to have in common to be taken for one that was moved, from 0 to 1. */
const alike = 0.75;

/** Blocks of fewer words than this are too common to be known again. */
const fewest = 4;

/** Beyond this many pairs, only blocks with the same id or the same words are looked for. */
const mostPairs = 10_000;

/** Recognises blocks that are gone in one place and stand in another, and compares each with itself. */
export function moveRows(rows: readonly Row[]): Row[] {
  const gone = rows.filter(({ kind }) => kind === 'deleted');
  const fresh = rows.filter(({ kind }) => kind === 'inserted');
  if (gone.length === 0 || fresh.length === 0) return [...rows];
  const from = new Map<Row, Row>();
  const taken = new Set<Row>();
  for (const { one, other } of likeness(gone, fresh)) {
    if (from.has(other) || taken.has(one)) continue;
    from.set(other, one);
    taken.add(one);
  }
  return rows.map((row) => {
    const source = from.get(row);
    if (source) return moved(source, row);
    return taken.has(row) ? { ...row, kind: 'gone' } : row;
  });
}

/** Pairs of blocks that may be one, the likest first. */
function likeness(gone: readonly Row[], fresh: readonly Row[]): { one: Row; other: Row; score: number }[] {
  const pairs: { one: Row; other: Row; score: number }[] = [];
  const few = gone.length * fresh.length <= mostPairs;
  const counts = new Map([...gone, ...fresh].map((row) => [row, countsOf(row)]));
  for (const one of gone) {
    for (const other of fresh) {
      const [a, b] = [counts.get(one) ?? new Map(), counts.get(other) ?? new Map()];
      const sameId = one.one?.id === other.other?.id;
      const score = few || sameId ? inCommon(a, b) : 0;
      if (score >= alike && (sameId || sizeOf(a) >= fewest)) pairs.push({ one, other, score });
    }
  }
  return pairs.sort((a, b) => b.score - a.score);
}

function countsOf(row: Row): Map<string, number> {
  const counts = new Map<string, number>();
  const runs = (row.one ?? row.other)?.runs ?? [];
  for (const { kind, text } of wordsOf(runs.map((run) => run.text).join(''))) {
    if (kind === 'word') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

function sizeOf(counts: ReadonlyMap<string, number>): number {
  let size = 0;
  for (const count of counts.values()) size += count;
  return size;
}

/** The words in common as a share of all: 1 for the same words, in whatever order (Dice, 1945). */
function inCommon(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [word, count] of one) common += Math.min(count, other.get(word) ?? 0);
  const all = sizeOf(one) + sizeOf(other);
  return all === 0 ? 1 : (2 * common) / all;
}

function moved({ one }: Row, { other }: Row): Row {
  const words: readonly BlockWord[] = one ? blockWords(one).slice(1) : [];
  const others: readonly BlockWord[] = other ? blockWords(other).slice(1) : [];
  const builder = new RowBuilder();
  if (one && other) builder.pair(one, other, [], []);
  for (const { same, from, to, otherFrom, otherTo } of alignWords(words, others)) {
    const [before, after] = [words.slice(from, to), others.slice(otherFrom, otherTo)];
    if (same) builder.same(before, after);
    else builder.changed(before, after, false);
  }
  return { one, other, pieces: builder.rows()[0]?.pieces ?? [], kind: 'moved' };
}
