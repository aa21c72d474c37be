import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patchBetween, patchedWith } from './source-patch.js';

const text = fc.array(fc.constantFrom('a', 'b', '𐌰', '𐌱', '🄰', '<p>')).map((parts) => parts.join(''));

test('a patch makes the one the other, and never parts a character', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const patch = patchBetween(before, after);
      expect(patchedWith(before, patch)).toBe(after);
      expect(patch.text).not.toMatch(/\p{Surrogate}/u);
      expect(before.slice(0, patch.start)).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});

test('it is as short as may be', () => {
  expect(patchBetween('My dear Babbage', 'My dear Mr Babbage')).toEqual({ start: 8, end: 8, text: 'Mr ' });
  expect(patchBetween('same', 'same')).toEqual({ start: 4, end: 4, text: '' });
});
