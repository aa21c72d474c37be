import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  cropOf,
  drawnFrame,
  edgesOf,
  heldAt,
  movedFrame,
  noEdges,
  resizedFrame,
  turnedEdges,
} from './crop-edges.js';

const leaf = { width: 600, height: 800 };

it('cuts off what is said at each edge, and says it back', () => {
  const edges = { left: 10, top: 5, right: 20, bottom: 2.5 };
  const crop = cropOf(edges, leaf);
  expect(crop).toEqual({ left: 60, top: 40, width: 420, height: 740 });
  expect(edgesOf({ ...leaf, crop: crop ?? null })).toEqual(edges);
});

it('knows when nothing is cut off, and when nothing would be left', () => {
  expect(cropOf(noEdges, leaf)).toBeNull();
  expect(edgesOf({ ...leaf, crop: null })).toEqual(noEdges);
  expect(cropOf({ left: 60, top: 0, right: 40, bottom: 0 }, leaf)).toBeUndefined();
});

const asked = { left: 10, top: 20, right: 30, bottom: 40 };

it('turns edges with the picture, and back', () => {
  // What lies at the left is above when the picture is turned to the right once.
  expect(turnedEdges(asked, 90)).toEqual({ left: 40, top: 10, right: 20, bottom: 30 });
  for (const degrees of [0, 90, 180, 270])
    expect(turnedEdges(turnedEdges(asked, degrees), -degrees)).toEqual(asked);
});

it('moves and resizes a frame as far as there is room', () => {
  expect(movedFrame(asked, { x: 5, y: -5 })).toEqual({ left: 15, top: 15, right: 25, bottom: 45 });
  expect(movedFrame(asked, { x: -50, y: 500 })).toEqual({ left: 0, top: 60, right: 40, bottom: 0 });
  expect(resizedFrame(asked, { x: 5, y: -5 })).toEqual({ left: 10, top: 20, right: 25, bottom: 45 });
  expect(resizedFrame(asked, { x: 500, y: -500 })).toEqual({ left: 10, top: 20, right: 0, bottom: 79 });
});

it('draws a frame from any corner to the other, on the picture', () => {
  expect(drawnFrame({ x: 70, y: 110 }, { x: -5, y: 20 })).toEqual({ left: 0, top: 20, right: 30, bottom: 0 });
  expect(drawnFrame({ x: 50, y: 50 }, { x: 50.2, y: 90 })).toBeUndefined();
});

it('takes hold of a corner, of the frame, or of nothing', () => {
  const reach = { x: 2, y: 2 };
  expect(heldAt(asked, { x: 11, y: 19 }, reach)).toEqual({ stays: { x: 70, y: 60 } });
  expect(heldAt(asked, { x: 69, y: 61 }, reach)).toEqual({ stays: { x: 10, y: 20 } });
  expect(heldAt(asked, { x: 40, y: 40 }, reach)).toBe('frame');
  expect(heldAt(asked, { x: 90, y: 90 }, reach)).toBeUndefined();
  // All of a picture is no frame that could be moved: there one is drawn.
  expect(heldAt(noEdges, { x: 40, y: 40 }, reach)).toBeUndefined();
});

it('keeps something of the picture, whatever is done to a frame', () => {
  const place = fc.record({
    x: fc.double({ min: -200, max: 200, noNaN: true }),
    y: fc.double({ min: -200, max: 200, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), place), { maxLength: 20 }), (acts) => {
      let edges = asked;
      for (const [moves, by] of acts) edges = moves ? movedFrame(edges, by) : resizedFrame(edges, by);
      expect(Math.min(...Object.values(edges))).toBeGreaterThanOrEqual(0);
      expect(cropOf(edges, leaf)).toBeDefined();
    }),
  );
});
