import { parseTree } from '@chancery/xml';
import { expect, it } from 'vitest';
import { patched } from '../header/write/source-patch.js';
import { leafPatches, pointingToLeaf, removedLeafPatches } from './leaf-patches.js';
import { readPageImages } from './read-page-images.js';
import { surfacesOf } from './surfaces.js';

const leaf = { url: '../images/scan-1.jpg', label: '1r', width: 600, height: 800 };

const letter = (facsimile: string, facs = '') => `<TEI xmlns='http://www.tei-c.org/ns/1.0'>
  <teiHeader><fileDesc/></teiHeader>${facsimile}
  <!-- kept -->
  <text${facs}>
    <body><p>One <pb n='2' facs='#leaf-9 #zone-1'/>two</p></body>
  </text>
</TEI>`;

const entered = (source: string) => {
  const { patches, pointer } = leafPatches(source, leaf);
  return { source: patched(source, patches), pointer };
};

it('begins a facsimile between header and text, in the habits of the file', () => {
  expect(entered(letter(''))).toEqual({
    pointer: '#leaf-1',
    source: letter(`
  <facsimile>
    <surface xml:id='leaf-1' n='1r' ulx='0' uly='0' lrx='600' lry='800'>
      <graphic url='../images/scan-1.jpg' width='600px' height='800px'/>
    </surface>
  </facsimile>`),
  });
});

it('enters a leaf behind those that are there, under a name that nothing has', () => {
  const one = `
  <facsimile>
    <surface xml:id='leaf-1'><graphic url='other.jpg'/></surface>
  </facsimile>`;
  const { source, pointer } = entered(letter(one));
  expect(pointer).toBe('#leaf-2');
  expect(surfacesOf(parseTree(source)).map(({ url }) => url)).toEqual(['other.jpg', leaf.url]);
});

it('changes nothing of a leaf that is there, but for a name that it lacks', () => {
  const named = letter(`<facsimile><surface xml:id='s'><graphic url='${leaf.url}'/></surface></facsimile>`);
  expect(entered(named)).toEqual({ pointer: '#s', source: named });
  const bare = letter(`<facsimile><surface n='x'><graphic url='${leaf.url}'/></surface></facsimile>`);
  expect(entered(bare).source).toBe(bare.replace("n='x'", "n='x' xml:id='leaf-1'"));
});

it('takes a leaf out again, with a facsimile that it leaves empty', () => {
  const before = letter('');
  const { source } = entered(before);
  expect(patched(source, removedLeafPatches(source, leaf.url))).toBe(before);
  const said = letter(
    `<facsimile><surface><graphic url='${leaf.url}'/><zone xml:id='z'/></surface></facsimile>`,
  );
  expect(patched(said, removedLeafPatches(said, leaf.url))).toBe(
    said.replace(`<graphic url='${leaf.url}'/>`, ''),
  );
});

it('finds what points to a leaf or one of its zones, and the first page where the text bears it', () => {
  const tei = parseTree(
    letter(
      `<facsimile><surface xml:id='a'><graphic url='a.jpg'/><zone xml:id='zone-1'/></surface><surface xml:id='b'><graphic url='b.jpg'/></surface></facsimile>`,
      " facs='#b'",
    ),
  );
  const [a, b] = surfacesOf(tei);
  expect(a && pointingToLeaf(tei, a).map(({ name }) => name)).toEqual(['pb']);
  expect(b && pointingToLeaf(tei, b).map(({ name }) => name)).toEqual(['text']);
  expect(readPageImages(tei).map(({ url }) => url)).toEqual(['b.jpg', 'a.jpg']);
});

it('says where there is no text for a leaf', () => {
  expect(() => leafPatches('<TEI><teiHeader/></TEI>', leaf)).toThrow('The file has no text');
});
