import { describe, expect, it } from 'vitest';
import { elements } from './elements/index.js';
import { toolbar } from './toolbar.js';

const items = toolbar(elements).flatMap((section) => section.items);

describe('toolbar', () => {
  it('has a button for every entry of the table, in the groups of the desk', () => {
    expect(toolbar(elements).map((section) => section.label)).toEqual([
      'Structure',
      'Notes',
      'Names and dates',
      'Editing',
      'Appearance',
    ]);
    expect(items).toHaveLength(elements.filter((row) => row.toolbar !== undefined).length);
  });

  it('orders a group as its rows say', () => {
    const editing = toolbar(elements).find((section) => section.group === 'editorial');
    expect(editing?.items.map((item) => item.name)).toEqual([
      'supplied',
      'unclear',
      'gap',
      'choice',
      'del',
      'add',
    ]);
  });

  it.each([
    ['n', 'Endnote', 'ptr'],
    ['f', 'Page footnote', 'note'],
    ['p', 'Person', 'persName'],
    ['l', 'Place', 'placeName'],
    ['c', 'Organisation', 'orgName'],
    ['b', 'Title', 'title'],
    ['t', 'Date', 'date'],
    ['s', 'Supplied', 'supplied'],
    ['u', 'Unclear', 'unclear'],
    ['g', 'Gap', 'gap'],
    ['e', 'Emendation', 'choice'],
    ['d', 'Deletion', 'del'],
    ['a', 'Addition', 'add'],
  ])('makes with Ctrl M, %s: %s', (shortcut, label, name) => {
    expect(items.filter((item) => item.shortcut === shortcut)).toMatchObject([{ label, name }]);
  });

  it('leaves out groups without a button', () => {
    expect(toolbar(elements.filter((row) => row.name === 'gap')).map((section) => section.group)).toEqual([
      'editorial',
    ]);
  });
});
