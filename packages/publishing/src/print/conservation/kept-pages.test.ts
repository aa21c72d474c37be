import { expect, it } from 'vitest';
import { readPageKept } from './kept-pages.js';

const font = (character: string, key: string) => ({
  fonts: new Map([['/F0', { characters: [undefined, character], widths: [0, 500], otherWidth: 0 }]]),
  key,
});
const page = (x: number) => {
  const content = `BT /F0 10 Tf 1 0 0 1 ${x} 30 Tm <0001> Tj ET`;
  return { written: [Buffer.from(content)], content: () => content };
};

it('knows a page again by its content and by what its fonts are made of', () => {
  const first = readPageKept(page(20), font('ä', 'one'));
  expect(first).toEqual([{ text: 'ä', folded: 'A\u0308', x: 20, y: 30, end: 25, mcid: undefined }]);
  expect(readPageKept(page(20), font('ä', 'one'))).toBe(first);
  expect(readPageKept(page(20), font('b', 'two'))[0]?.folded).toBe('B');
  expect(readPageKept(page(40), font('ä', 'one'))[0]?.x).toBe(40);
  expect(readPageKept(page(20), font('ä', 'one'))).toBe(first);
});
