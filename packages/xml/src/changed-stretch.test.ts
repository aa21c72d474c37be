import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedStretch } from './changed-stretch.js';

/** Texts longer than what is held against each other at once, and all the same but for some places. */
const long = fc
  .tuple(fc.nat(9_000), fc.string({ maxLength: 3 }), fc.nat(9_000))
  .map(([before, text, after]) => 'ab'.repeat(before) + text + 'ba'.repeat(after));
const short = fc.array(fc.constantFrom('a', 'b', '𐌰')).map((parts) => parts.join(''));

test('what is around the stretch is the same, and no longer stretch is', () => {
  const texts = fc.oneof(fc.tuple(short, short), fc.tuple(long, long));
  fc.assert(
    fc.property(texts, ([before, after]) => {
      const { start, oldEnd, newEnd } = changedStretch(before, after);
      expect(after.slice(0, start)).toBe(before.slice(0, start));
      expect(after.slice(newEnd)).toBe(before.slice(oldEnd));
      expect(Math.min(oldEnd, newEnd)).toBeGreaterThanOrEqual(start);
      if (oldEnd > start && newEnd > start) {
        expect(after.charCodeAt(start)).not.toBe(before.charCodeAt(start));
        expect(after.charCodeAt(newEnd - 1)).not.toBe(before.charCodeAt(oldEnd - 1));
      }
    }),
  );
});

test('texts that are the same differ nowhere', () => {
  expect(changedStretch('same', 'same')).toEqual({ start: 4, oldEnd: 4, newEnd: 4 });
});
