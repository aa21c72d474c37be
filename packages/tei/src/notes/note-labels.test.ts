import { describe, expect, it } from 'vitest';
import { countedBy, endnoteLabels, noteLabels } from './note-labels.js';

const notes = (...ids: string[]) => ids.map((id) => ({ id }));

describe('labels of endnotes', () => {
  it('follow the first callouts; a note called again keeps its figure, one never called comes last', () => {
    expect([...endnoteLabels(notes('a', 'b', 'c', 'd'), ['c', 'a', 'c', 'gone', 'b'])]).toEqual([
      ['c', '1'],
      ['a', '2'],
      ['b', '3'],
      ['d', '4'],
    ]);
  });

  it('are other ones when a callout has moved', () => {
    const before = endnoteLabels(notes('a', 'b'), ['a', 'b']);
    const after = endnoteLabels(notes('a', 'b'), ['b', 'a']);
    expect([before.get('b'), after.get('b'), after.get('a')]).toEqual(['2', '1', '2']);
  });

  it('that are fixed are kept, and passed over by counting', () => {
    const some = [{ id: 'a', label: '2' }, { id: 'b', label: '*' }, ...notes('c', 'd')];
    expect(Object.fromEntries(endnoteLabels(some, ['b', 'c', 'd', 'a']))).toEqual({
      a: '2',
      b: '*',
      c: '1',
      d: '3',
    });
  });
});

describe('labels', () => {
  const many = (count: number) => notes(...Array.from({ length: count }, (_, index) => `n${index}`));

  it('are letters', () => {
    const labels = noteLabels('letters', many(28));
    expect([labels.get('n0'), labels.get('n25'), labels.get('n26'), labels.get('n27')]).toEqual([
      'a',
      'z',
      'aa',
      'ab',
    ]);
  });

  it('are roman numerals, and the signs of the printers', () => {
    const roman = [...noteLabels('roman numerals', many(49)).values()];
    expect([roman[3], roman[8], roman[39], roman[48]]).toEqual(['iv', 'ix', 'xl', 'xlix']);
    const signs = [...noteLabels('signs', [...many(7), { id: 'own', label: '†' }]).values()];
    expect(signs).toEqual(['*', '‡', '§', '¶', '‖', '**', '††', '†']);
  });

  it('go on from what is counted before, and pass over what is fixed elsewhere', () => {
    const rest = { fixed: ['2', '5', '*'] };
    const whole = [...many(3), { id: 'two', label: '2' }, { id: 'five', label: '5' }, ...notes('x', 'y')];
    const all = noteLabels('figures', whole);
    const counted = countedBy('figures', 3, rest.fixed);
    expect([...noteLabels('figures', notes('x', 'y'), { ...rest, counted })]).toEqual([
      ['x', all.get('x')],
      ['y', all.get('y')],
    ]);
    expect(all.get('y')).toBe('7');
  });
});
