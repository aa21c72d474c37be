import { expect, it } from 'vitest';
import { formerPages } from './former-pages.js';

const pages = [
  'index.html',
  'contents/index.html',
  'persons/index.html',
  'letters/new/index.html',
  'letters/stays/index.html',
];
const present = {
  pages,
  renamed: new Map([['old', 'new']]),
  lists: new Map([
    ['contents/', 'Contents'],
    ['persons/', 'Persons & others'],
  ]),
};

const told = (former: string[]) =>
  formerPages(former, present).map(({ folder, label, model }) => [
    folder,
    label.replace('This page ', ''),
    / leads-to="([^"]*)"/.exec(model)?.[1],
  ]);

it('leads on from a former identifier and from a view that went, and says of all else that it was withdrawn', () => {
  expect(
    told([
      ...pages,
      'letters/old/index.html',
      'letters/old/source/index.html',
      'letters/stays/facsimile/index.html',
      'letters/gone/index.html',
      'persons/gone/index.html',
      'foreword/index.html',
    ]),
  ).toEqual([
    ['foreword/', 'was withdrawn', 'index.html'],
    ['letters/gone/', 'was withdrawn', 'contents/index.html'],
    ['letters/old/', 'has moved', 'letters/new/index.html'],
    ['letters/old/source/', 'has moved', 'letters/new/index.html'],
    ['letters/stays/facsimile/', 'has moved', 'letters/stays/index.html'],
    ['persons/gone/', 'was withdrawn', 'persons/index.html'],
  ]);
});

it('leads on from a former identifier though no earlier publication is known', () => {
  expect(told([])).toEqual([['letters/old/', 'has moved', 'letters/new/index.html']]);
});

it('writes nothing at an address that no page can have, nor over a page that some disks would not tell apart', () => {
  const kept = told([
    '../../x/index.html',
    'letters/../index.html',
    'a\\b/index.html',
    'letters/NEW/index.html',
    '.x/index.html',
    'volume.pdf',
  ]);
  expect(kept.map(([folder]) => folder)).toEqual(['letters/old/']);
});
