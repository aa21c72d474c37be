import { parseTree } from '@chancery/xml';
import { expect, it } from 'vitest';
import { patched } from '../header/write/source-patch.js';
import { removedLeafPatches } from './leaf-patches.js';
import { type LeafView, leafViewOf, leafViewPatches, saysLeafView } from './leaf-view.js';
import { readPageImages } from './read-page-images.js';
import { surfacesOf } from './surfaces.js';

const leaf = { url: 'a.jpg', width: 600, height: 800 };
const letter = (surface: string) =>
  `<TEI xmlns='http://www.tei-c.org/ns/1.0'>
  <facsimile><!-- kept -->
    <surface xml:id='leaf-0'><graphic url='0.jpg'/></surface>
    ${surface}
  </facsimile>
  <text facs='#leaf-1'><body><p>My dear <lb facs='#z'/>Babbage</p></body></text>
</TEI>`;
const plain = letter(
  `<surface xml:id='leaf-1' ulx='0' uly='0' lrx='600' lry='800'>
      <graphic url='a.jpg' width='600px' height='800px'/>
      <zone xml:id='z' ulx='10' uly='20' lrx='300' lry='40'/>
    </surface>`,
);
const asItIs: LeafView = { rotation: 0, crop: null };
const shown = (source: string, view: LeafView) => patched(source, leafViewPatches(source, leaf, view));
const surfaceIn = (source: string) => {
  const surface = surfacesOf(parseTree(source)).find(({ url }) => url === leaf.url);
  if (!surface) throw new Error('no leaf');
  return surface;
};

it('tells of a turn and a crop by a zone that is as large as the picture, and no more when they are taken back', () => {
  const turned = shown(plain, { rotation: 90, crop: { left: 30, top: 40, width: 500, height: 700 } });
  expect(turned).toBe(
    plain
      .replace(`ulx='0' uly='0' lrx='600' lry='800'`, `ulx='30' uly='40' lrx='530' lry='740'`)
      .replace(/<graphic url='a.*\/>/, `<zone ulx='0' uly='0' lrx='600' lry='800' rotate='270'>$&</zone>`),
  );
  expect(readPageImages(parseTree(turned))[0]).toEqual({
    url: 'a.jpg',
    pointers: ['#leaf-1', '#z', 'a.jpg'],
    label: undefined,
    start: turned.indexOf("<graphic url='a.jpg'"),
    width: 600,
    height: 800,
    view: { rotation: 90, crop: { left: 30, top: 40, width: 500, height: 700 } },
  });
  expect(shown(turned, { rotation: 180, crop: null })).toContain(`lry='800' rotate='180'>`);
  expect(shown(turned, asItIs)).toBe(plain);
  const gone = patched(turned, removedLeafPatches(turned, leaf.url));
  expect(gone).not.toMatch(/a\.jpg|rotate/);
});

it('reads what others have written: coordinates of their own, more of a zone, pictures of parts', () => {
  const guidelines = letter(
    `<surface ulx='50' uly='20' lrx='400' lry='280'><zone ulx='0' uly='0' lrx='500' lry='320'><graphic url='a.jpg'/></zone></surface>`,
  );
  const surface = surfaceIn(guidelines);
  expect(leafViewOf(surface, { width: 1_000, height: 640 })).toEqual({
    rotation: 0,
    crop: { left: 100, top: 40, width: 700, height: 520 },
  });
  const named = letter(
    `<surface xml:id='leaf-1'><zone xml:id='whole' rotate='-90'><graphic url='a.jpg'/></zone></surface>`,
  );
  expect(leafViewOf(surfaceIn(named), leaf)).toEqual({ rotation: 90, crop: null });
  expect(shown(named, asItIs)).toBe(named.replace(" rotate='-90'", ''));
  const part = letter(
    `<surface ulx='0' uly='0' lrx='9' lry='9'><zone ulx='1' uly='1' lrx='3' lry='3'><graphic url='a.jpg'/></zone></surface>`,
  );
  expect(surfaceIn(part).element.localName).toBe('zone');
  expect(leafViewPatches(part, leaf, { rotation: 90, crop: null })).toEqual([]);
  // No zone stands before another picture of a leaf.
  const two = letter(`<surface><graphic url='a.jpg'/><graphic url='b.jpg'/></surface>`);
  const turned = { rotation: 90, crop: null };
  expect(leafViewPatches(two, leaf, turned)).toEqual([]);
  const says = (source: string, view: LeafView) => saysLeafView(parseTree(source), leaf, view);
  expect([says(two, turned), says(two, asItIs)]).toEqual([false, true]);
  expect([says(plain, turned), says(shown(plain, turned), turned)]).toEqual([false, true]);
  expect(says(letter(''), turned)).toBe(true);
});
