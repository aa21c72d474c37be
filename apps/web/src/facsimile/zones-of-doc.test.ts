import { openLetter } from '@chancery/prosemirror-tei';
import { expect, it } from 'vitest';
import { facsimilesOf, textAt, zoneAt, zonesInText, zonesOfLeaf } from './zones-of-doc.js';

const leaf = { pointers: ['#leaf-1', '1.jpg'], width: 100, height: 200 };
const { doc } = openLetter(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc/></teiHeader>
<facsimile><surface xml:id="leaf-0"><graphic url="0.jpg"/><zone xml:id="other" ulx="0" uly="0" lrx="9" lry="9"/></surface>
<surface xml:id="leaf-1"><graphic url="1.jpg"/><zone xml:id="b" ulx="10" uly="10" lrx="90" lry="90"><zone xml:id="l1" ulx="10" uly="10" lrx="90" lry="30"/><zone xml:id="l2" points="10,30 90,30 90,50"/></zone></surface></facsimile>
<text><body><p>before</p><p facs="#b">begun <lb facs="#l1"/>first <lb facs="#leaf-1 #l2"/>second<lb/>third</p></body></text></TEI>`);
const zones = zonesOfLeaf(facsimilesOf(doc), leaf);
const linked = zonesInText(doc, zones);

function placeOf(word: string): number {
  let found = 0;
  doc.descendants((node, at) => {
    if (node.isText && node.text?.includes(word)) found = at + 1;
  });
  return found;
}

it('finds the zones of a leaf, and what in the text points to them', () => {
  expect(zones.map(({ id }) => id)).toEqual(['b', 'l1', 'l2']);
  expect(linked.map(({ zone, begins }) => [zone.id, begins])).toEqual([
    ['b', false],
    ['l1', true],
    ['l2', true],
  ]);
});

it.each([
  ['before', undefined],
  ['begun', 'b'],
  ['first', 'l1'],
  ['second', 'l2'],
  // Of a line that points to nothing, the block is known.
  ['third', 'b'],
])('knows where “%s” stands', (word, zone) => {
  expect(zoneAt(doc, zones, placeOf(word))?.id).toBe(zone);
});

it('finds the text of a point of the picture, and where it is none', () => {
  expect(textAt(linked, 50, 20)?.zone.id).toBe('l1');
  expect(textAt(linked, 50, 80)?.zone.id).toBe('b');
  expect(textAt(linked, 95, 20)).toBeUndefined();
});
