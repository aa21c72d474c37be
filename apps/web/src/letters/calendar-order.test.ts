import { describe, expect, it } from 'vitest';
import { groupLines } from './group-lines.js';
import type { LetterLine } from './letter-line.js';
import { sortLines } from './sort-lines.js';

function line(id: string, group: string, when: string, number = ''): LetterLine {
  return {
    id,
    name: '',
    path: '',
    enclosedIn: null,
    group,
    number,
    numberSupplied: false,
    title: id,
    titleSupplied: false,
    dateWord: '',
    date: '',
    when,
    incipit: '',
    stage: 'transcription',
    errors: 0,
    warnings: 0,
    checked: true,
    updatedAt: '',
  };
}

const lines = [
  line('foreword', 'Front matter', ''),
  line('stalin', '1941', '1941-08-04', '1'),
  line('roosevelt', '1941', '1941-11-06', '7'),
];

describe('groupLines', () => {
  it('sums up the months and the numbers of a year', () => {
    const groups = groupLines(lines);
    expect(groups.map((group) => group.heading)).toEqual(['Front matter', '1941']);
    expect(groups[1]?.gloss).toBe('August to November, Nos. 1–7');
    expect(groups[0]?.gloss).toBe('');
  });
});

describe('sortLines', () => {
  it('turns the order of the volume round', () => {
    expect(sortLines(lines, { column: 'number', ascending: false })[0]?.id).toBe('roosevelt');
  });

  it('puts undated pieces last both ways', () => {
    for (const ascending of [true, false])
      expect(sortLines(lines, { column: 'date', ascending }).at(-1)?.id).toBe('foreword');
  });
});
