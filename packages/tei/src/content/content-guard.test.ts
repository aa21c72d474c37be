import { describe, expect, it } from 'vitest';
import { elements } from '../elements/index.js';
import { contentAllows, expectedAfter, judgeChildren, mayContain } from './content-guard.js';

describe('contentAllows', () => {
  it('knows the order of a letter', () => {
    expect(contentAllows('div', ['head', 'dateline', 'head', 'opener', 'p', 'p', 'closer'])).toBe(true);
    expect(contentAllows('div', ['closer', 'p'])).toBe(false);
    expect(contentAllows('div', ['p', 'closer', 'p'])).toBe(false);
  });

  it('wants something between opener and closer, and an item after each label', () => {
    expect(contentAllows('div', ['p', 'closer'])).toBe(true);
    expect(contentAllows('div', ['opener', 'closer'])).toBe(false);
    expect(contentAllows('list', ['label', 'item', 'label'])).toBe(false);
    expect(contentAllows('list', ['label', 'item', 'pb', 'label', 'item'])).toBe(true);
  });

  it('counts text as a child', () => {
    expect(contentAllows('p', ['#text', 'persName', '#text'])).toBe(true);
    expect(contentAllows('div', ['#text'])).toBe(false);
    expect(contentAllows('lb', ['#text'])).toBe(false);
  });

  it('allows nothing to an element that the table does not know', () => {
    expect(contentAllows('unheardOf', [])).toBe(false);
    expect(contentAllows('p', ['unheardOf'])).toBe(false);
  });
});

describe('expectedAfter', () => {
  it('says what is missing', () => {
    expect(expectedAfter('choice', ['sic'])).toMatchObject({ mayEnd: false });
    expect(expectedAfter('choice', ['sic'])?.names).toContain('corr');
    expect(expectedAfter('choice', ['sic', 'corr'])).toMatchObject({ mayEnd: true });
    expect(expectedAfter('teiHeader', [])).toEqual({ names: ['fileDesc'], mayEnd: false });
  });

  it('has nothing to say where the children are wrong already', () => {
    expect(expectedAfter('lb', ['p'])).toBeUndefined();
    expect(expectedAfter('unheardOf', [])).toBeUndefined();
  });
});

describe('judgeChildren', () => {
  it('counts what stands too early as if what is lacking had come', () => {
    expect(judgeChildren('div', ['closer', 'p'])).toMatchObject({
      misplaced: [
        { child: 'closer', after: undefined },
        { child: 'p', after: 'closer' },
      ],
      expected: { mayEnd: true },
    });
  });

  it('passes over what can stand nowhere', () => {
    expect(judgeChildren('choice', ['sic', '#text', 'blurb'])).toMatchObject({
      misplaced: [
        { child: '#text', after: 'sic' },
        { child: 'blurb', after: 'sic' },
      ],
      expected: { mayEnd: false },
    });
    expect(judgeChildren('unheardOf', [])).toBeUndefined();
  });
});

describe('mayContain', () => {
  it('agrees with what may come first, wherever anything may come first', () => {
    for (const row of elements) {
      for (const name of expectedAfter(row.name, [])?.names ?? [])
        expect(mayContain(row.name, name)).toBe(true);
    }
  });
});
