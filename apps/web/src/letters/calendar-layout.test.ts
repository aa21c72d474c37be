import { describe, expect, it } from 'vitest';
import { glossOf, layoutOf } from './calendar-layout.js';
import type { ShownLine } from './letter-line.js';

const piece = (title: string) => ({ id: 'volume', title }) as ShownLine;
const group = (year: string, count: number) => ({
  year,
  count,
  numbers: { first: null, last: null },
  dates: { first: null, last: null },
});

describe('layoutOf', () => {
  it('puts letters under their years, between the front matter and the notes', () => {
    const layout = layoutOf(
      3,
      [group('1941', 2), group('', 1)],
      [piece('Foreword'), piece('Note')],
      [piece('Endnotes')],
    );
    const said = Array.from({ length: layout.rows }, (_, row) => {
      const item = layout.at(row);
      if (item?.kind === 'heading') return item.heading;
      return item?.kind === 'piece' ? item.line.title : item?.index;
    });
    expect(said).toEqual([
      'Front matter',
      'Foreword',
      'Note',
      '1941',
      0,
      1,
      'Undated',
      2,
      'Notes',
      'Endnotes',
    ]);
    expect([0, 1, 2].map((index) => layout.rowOf(index))).toEqual([4, 5, 7]);
    expect(layout.at(10)).toBeUndefined();
  });

  it('has no headings where there are no groups', () => {
    const layout = layoutOf(100_000, []);
    expect(layout.rows).toBe(100_000);
    expect(layout.at(99_999)).toEqual({ kind: 'letter', index: 99_999 });
    expect(layout.rowOf(5)).toBe(5);
  });

  it('finds the row of every letter, whatever the groups', () => {
    const groups = Array.from({ length: 50 }, (_, at) => group(String(1900 + at), 1 + (at % 7)));
    const letters = groups.reduce((sum, { count }) => sum + count, 0);
    const layout = layoutOf(letters, groups, [piece('Foreword')]);
    for (let index = 0; index < letters; index += 1)
      expect(layout.at(layout.rowOf(index))).toEqual({ kind: 'letter', index });
  });
});

describe('glossOf', () => {
  it('says from when to when, and which numbers', () => {
    const numbers = { first: '1', last: '7' };
    expect(glossOf({ numbers, dates: { first: '1941-08-04', last: '1941-11-06' } })).toBe(
      'August to November, Nos. 1–7',
    );
    expect(glossOf({ numbers: { first: '3', last: '3' }, dates: { first: '1941', last: null } })).toBe(
      'No. 3',
    );
  });
});
