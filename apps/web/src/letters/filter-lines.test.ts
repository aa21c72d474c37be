import { describe, expect, it } from 'vitest';
import { filterLines } from './filter-lines.js';
import type { LetterLine } from './letter-line.js';

function line(changes: Partial<LetterLine>): LetterLine {
  return {
    id: 'x',
    name: '',
    path: '',
    enclosedIn: null,
    group: '1941',
    number: '',
    numberSupplied: false,
    title: '',
    titleSupplied: false,
    dateWord: '',
    date: '',
    when: '',
    incipit: '',
    stage: 'transcription',
    errors: 0,
    warnings: 0,
    checked: true,
    updatedAt: '',
    ...changes,
  };
}

const lines = [
  line({ id: 'one', number: '1', title: 'J. V. Stalin to F. Roosevelt', incipit: 'The U.S.S.R. attaches' }),
  line({ id: 'five', number: '5', numberSupplied: true, title: 'Aide-Mémoire', date: 'November 2, 1941' }),
];

function found(filter: string): string[] {
  return filterLines(lines, filter).map((each) => each.id);
}

describe('filterLines', () => {
  it('keeps all lines for an empty filter', () => {
    expect(found('  ')).toEqual(['one', 'five']);
  });

  it('needs every word, in any field, without regard to case and accents', () => {
    expect(found('ROOSEVELT attaches')).toEqual(['one']);
    expect(found('aide-memoire november')).toEqual(['five']);
    expect(found('Roosevelt november')).toEqual([]);
  });

  it('finds a number in brackets', () => {
    expect(found('[5]')).toEqual(['five']);
  });
});
