import { openLetter } from '@chancery/prosemirror-tei';
import { expect, it } from 'vitest';
import { pageAt, pagesOfText } from './page-of-text.js';

const { doc } =
  openLetter(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader>
<facsimile><surface xml:id="leaf-1"><graphic url="1.jpg"/></surface></facsimile>
<text facs="#leaf-1"><body><div><p>One<pb n="2" facs="#leaf-2 #zone-3"/>two</p><pb/><p>three</p></div></body></text></TEI>`);

function placeOf(word: string): number {
  let found = 0;
  doc.descendants((node, at) => {
    if (node.isText && node.text?.includes(word)) found = at + 1;
  });
  return found;
}

it('finds the pages that a text begins, with their images', () => {
  expect(pagesOfText(doc).map(({ n, facs }) => [n, facs])).toEqual([
    ['', '#leaf-1'],
    ['2', '#leaf-2'],
    ['', undefined],
  ]);
});

it('says which page a place is on', () => {
  expect(pageAt(doc, placeOf('One'))?.facs).toBe('#leaf-1');
  expect(pageAt(doc, placeOf('two'))?.n).toBe('2');
  expect(pageAt(doc, placeOf('three'))?.facs).toBeUndefined();
});
