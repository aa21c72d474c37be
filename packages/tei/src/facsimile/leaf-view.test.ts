import { parseTree } from '@chancery/xml';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { patched } from '../header/write/source-patch.js';
import { removedLeafPatches } from './leaf-patches.js';
import { type LeafView, leafViewOf, leafViewPatches } from './leaf-view.js';
import { readPageImages } from './read-page-images.js';
import { surfacesOf } from './surfaces.js';
import { movedZonePatches, removedZonePatches, zonePatches } from './zone-patches.js';
import { zonesOf } from './zones.js';

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
  expect(leafViewPatches(two, leaf, { rotation: 90, crop: null })).toEqual([]);
});

const views = fc.record({
  rotation: fc.constantFrom(0, 90, 180, 270),
  crop: fc.option(
    fc.record({
      left: fc.integer({ min: 0, max: 299 }),
      top: fc.integer({ min: 0, max: 399 }),
      width: fc.integer({ min: 1, max: 300 }),
      height: fc.integer({ min: 1, max: 400 }),
    }),
  ),
});
const areas = fc
  .tuple(fc.nat(290), fc.nat(390), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 400 }))
  .map(([left, top, width, height]) => ({ left, top, right: left + width, bottom: top + height }));
const edits = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('view' as const), view: views }),
    fc.record({ kind: fc.constant('add' as const), area: areas }),
    fc.record({ kind: fc.constant('move' as const), area: areas, which: fc.nat(5) }),
    fc.record({ kind: fc.constant('remove' as const), which: fc.nat(5) }),
  ),
  { maxLength: 12 },
);
const facsimiles = fc.record({
  edges: fc.constantFrom(
    '',
    ' ulx="0" uly="0" lrx="600" lry="800"',
    " ulx='-7.5' uly='2' lrx='52.5' lry='82'",
    ' uly="0" ulx="0"\n lry="1600" lrx="1200"',
  ),
  prefix: fc.constantFrom('', 'tei:'),
  before: fc.constantFrom('', '<!-- a note -->', '\r\n\t', '<?pi?>'),
  zones: fc.array(areas, { maxLength: 3 }),
  edits,
});

it('loses nothing of any facsimile, whatever is done to a leaf and its zones', () => {
  fc.assert(
    fc.property(facsimiles, ({ edges, prefix, before, zones, edits: all }) => {
      const p = prefix;
      const head = `<${p}TEI xmlns${p === '' ? '' : ':tei'}="http://www.tei-c.org/ns/1.0"><${p}facsimile><${p}surface xml:id="other" ulx='1'><${p}graphic url="other.jpg"/></${p}surface>`;
      const tail = `<!-- behind --></${p}facsimile><${p}text><${p}body><${p}p facs="#leaf-1">Words &amp; signs</${p}p></${p}body></${p}text></${p}TEI>`;
      const written = `${before}<${p}graphic  url="a.jpg"/>`;
      let source = `${head}<${p}surface xml:id="leaf-1"${edges}>${written}</${p}surface>${tail}`;
      const begun = zonePatches(
        source,
        leaf,
        zones.map((area) => ({ area, type: 'line' })),
      );
      source = patched(source, begun.patches);
      const first = source;
      let isCropped = false;
      const zonesNow = () => zonesOf(surfaceIn(source), leaf);
      for (const edit of all) {
        const told = zonesNow();
        if (edit.kind === 'view') {
          source = shown(source, edit.view);
          isCropped ||= edit.view.crop !== null;
          expect(leafViewOf(surfaceIn(source), leaf)).toEqual(edit.view);
          expect(zonesNow().map(({ id, area }) => [id, area])).toEqual(
            told.map(({ id, area }) => [id, area]),
          );
        } else if (edit.kind === 'add')
          source = patched(source, zonePatches(source, leaf, [{ area: edit.area, type: 'block' }]).patches);
        else {
          const zone = told[edit.which % Math.max(1, told.length)]?.id;
          if (zone === undefined) continue;
          const view = leafViewOf(surfaceIn(source), leaf);
          source = patched(
            source,
            edit.kind === 'move'
              ? movedZonePatches(source, leaf, zone, edit.area)
              : removedZonePatches(source, leaf, zone),
          );
          expect(leafViewOf(surfaceIn(source), leaf)).toEqual(view);
        }
        // All that is not of this leaf stays byte for byte, and so does the picture.
        expect(source.startsWith(head)).toBe(true);
        expect(source.endsWith(tail)).toBe(true);
        expect(source).toContain(`<${p}graphic  url="a.jpg"/>`);
        expect(source).toContain(before);
      }
      // Where nothing else was done, or is taken back, the leaf is as it was.
      const isOnlyShown = all.every(({ kind }) => kind === 'view');
      if (isOnlyShown && (edges !== '' || !isCropped)) expect(shown(source, asItIs)).toBe(first);
    }),
    { numRuns: 300 },
  );
});
