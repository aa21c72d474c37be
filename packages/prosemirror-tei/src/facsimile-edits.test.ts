import {
  type LeafView,
  leafViewOf,
  leafViewPatches,
  movedZonePatches,
  patched,
  removedZonePatches,
  surfacesOf,
  zonePatches,
  zonesOf,
} from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const leaf = { url: 'a.jpg', width: 600, height: 800 };
const asItIs: LeafView = { rotation: 0, crop: null };
const shown = (source: string, view: LeafView) => patched(source, leafViewPatches(source, leaf, view));
const surfaceIn = (source: string) => {
  const surface = surfacesOf(parseTree(source)).find(({ url }) => url === leaf.url);
  if (!surface) throw new Error('no leaf');
  return surface;
};

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

/** A leaf of which the file tells no coordinates, turned and turned back. */
const turned = {
  edges: '',
  prefix: '',
  before: '',
  zones: [],
  edits: [{ kind: 'view', view: { rotation: 90, crop: null } }],
} as const;

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
    { numRuns: 300, examples: [[{ ...turned, zones: [], edits: [...turned.edits] }]] },
  );
});
