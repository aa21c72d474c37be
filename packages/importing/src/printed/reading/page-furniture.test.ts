import { expect, it } from 'vitest';
import { compileRules } from '../rules/compile-rules.js';
import { findFurniture } from './page-furniture.js';
import { readSourceLines } from './read-source-lines.js';

const furniture = (source: string) =>
  [...findFurniture(readSourceLines(source), compileRules())].map(({ 0: { plain }, 1: { reason, page } }) => [
    plain,
    reason,
    page,
  ]);

it('leaves the title that begins the text to it, where running heads repeat that', () => {
  const page = (words: string) => `CORRESPONDENCE\n\n${words}\n\n`;
  const text = `CORRESPONDENCE\n\nVOLUME TWO\n\n${['One.', 'Two.', 'Three.'].map(page).join('')}`;
  expect(furniture(text)).toEqual(
    ['CORRESPONDENCE', 'CORRESPONDENCE', 'CORRESPONDENCE'].map((plain) => [plain, 'running head', undefined]),
  );
});

it('takes a head with its page for one wherever it stands', () => {
  expect(furniture('12 CORRESPONDENCE\n\nOne.\n')).toEqual([['12 CORRESPONDENCE', 'running head', 12]]);
});
