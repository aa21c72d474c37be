import { DtsRefusal } from '@chancery/publishing/edition';
import { expect, test } from 'vitest';
import { pageOf } from './stored-objects.js';

const url = new URL('https://x.example/edition/dts/collection?id=a%2Fb&page=2');
const members = Array.from({ length: 7 }, (_, index) => index);

test('each member stands on one page, in order, and each page leads to those beside it', () => {
  const pages = [1, 2, 3].map((page) => pageOf(members, page, 3, url));
  expect(pages.flatMap((page) => page.members)).toEqual(members);
  const at = (page: number) => `https://x.example/edition/dts/collection?id=a%2Fb&page=${page}`;
  expect(pages[1]?.view).toEqual({
    '@id': at(2),
    '@type': 'Pagination',
    first: at(1),
    previous: at(1),
    next: at(3),
    last: at(3),
  });
  expect(pages[0]?.view).toMatchObject({ previous: null, next: at(2) });
  expect(pages[2]?.view).toMatchObject({ previous: at(2), next: null });
  expect(() => pageOf(members, 4, 3, url)).toThrow(DtsRefusal);
});

test('what fits on one page has no pages', () => {
  expect(pageOf(members, 1, 7, url)).toEqual({ members });
  expect(pageOf([], 1, 7, url)).toEqual({ members: [] });
});
