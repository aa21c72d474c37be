import { parseTree } from '@chancery/xml';
import { expect, it } from 'vitest';
import { patched } from '../header/write/source-patch.js';
import { surfacesOf } from './surfaces.js';
import { movedZonePatches, removedZonePatches, zonePatches } from './zone-patches.js';
import { overlap, zonesOf } from './zones.js';

const leaf = { url: 'a.jpg', width: 1000, height: 2000 };
const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

const letter = (zones: string, surface = '', facs = '') => `<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <facsimile>
    <surface xml:id="leaf-1"${surface}>
      <graphic url="a.jpg"/>${zones}
    </surface>
  </facsimile>
  <text><body><p>${facs}</p></body></text>
</TEI>`;

const areas = (source: string) => {
  const [surface] = surfacesOf(parseTree(source));
  return surface ? zonesOf(surface, leaf).map(({ id, area }) => [id, area]) : [];
};

it('enters zones with those within them, as boxes and outlines, under names that nothing has', () => {
  const points = [
    { x: 30, y: 40 },
    { x: 90, y: 40 },
    { x: 90, y: 60 },
  ];
  const { patches, written } = zonePatches(letter('', '', '<lb xml:id="leaf-1-line-1"/>'), leaf, [
    {
      area: box(20, 30, 500, 300),
      type: 'block',
      within: [
        { area: { ...box(30, 40, 90, 60), points }, type: 'line' },
        { area: undefined, type: 'line' },
      ],
    },
  ]);
  const source = patched(letter('', '', '<lb xml:id="leaf-1-line-1"/>'), patches);
  expect(source).toBe(
    letter(
      `
      <zone xml:id="leaf-1-block-1" type="block" ulx="20" uly="30" lrx="500" lry="300">
        <zone xml:id="leaf-1-line-2" type="line" points="30,40 90,40 90,60"/>
      </zone>`,
      '',
      '<lb xml:id="leaf-1-line-1"/>',
    ),
  );
  expect(written).toEqual([
    {
      pointer: '#leaf-1-block-1',
      within: [
        { pointer: '#leaf-1-line-2', within: [] },
        { pointer: undefined, within: [] },
      ],
    },
  ]);
  expect(areas(source)[1]).toEqual(['leaf-1-line-2', { ...box(30, 40, 90, 60), points }]);
});

it('does not enter a second time what lies there already', () => {
  const before = letter('<zone xml:id="z" type="line" ulx="100" uly="100" lrx="500" lry="140"/>');
  const { patches, written } = zonePatches(before, leaf, [{ area: box(102, 98, 500, 141), type: 'line' }]);
  expect(patches).toEqual([]);
  expect(written).toEqual([{ pointer: '#z', within: [] }]);
});

it('tells and writes zones in the coordinates of the leaf, whatever they are', () => {
  const before = letter(
    '<zone xml:id="z" ulx="10" uly="20" lrx="60" lry="30"/>',
    ' ulx="0" uly="0" lrx="100" lry="200"',
  );
  expect(areas(before)).toEqual([['z', box(100, 200, 600, 300)]]);
  const moved = patched(before, movedZonePatches(before, leaf, 'z', box(250, 200, 600, 305)));
  expect(moved).toBe(before.replace('ulx="10"', 'ulx="25"').replace('lry="30"', 'lry="31"'));
});

it('lays an outline elsewhere as a box, and takes a zone away with what points to it', () => {
  const before = letter(
    '<zone xml:id="b"><zone xml:id="z" points="1,2 3,4 5,6"/></zone>',
    '',
    '<lb facs="#z"/>One<lb facs="#leaf-1 #z"/>two',
  );
  const moved = patched(before, movedZonePatches(before, leaf, 'z', box(25, 30, 40, 50)));
  expect(moved).toBe(before.replace('points="1,2 3,4 5,6"', 'ulx="25" uly="30" lrx="40" lry="50"'));
  const gone = patched(before, removedZonePatches(before, leaf, 'z'));
  expect(gone).toBe(letter('<zone xml:id="b"></zone>', '', '<lb/>One<lb facs="#leaf-1"/>two'));
  expect(() => removedZonePatches(gone, leaf, 'z')).toThrow('not there any more');
});

it('says how much two areas are the same', () => {
  expect(overlap(box(0, 0, 10, 10), box(0, 0, 10, 10))).toBe(1);
  expect(overlap(box(0, 0, 10, 10), box(5, 0, 15, 10))).toBeCloseTo(1 / 3);
  expect(overlap(box(0, 0, 10, 10), box(10, 0, 20, 10))).toBe(0);
});
