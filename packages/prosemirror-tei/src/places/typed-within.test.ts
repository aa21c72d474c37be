import fc from 'fast-check';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { tidy } from '../commands/tidy.js';
import { edited, edits, letter, writer } from '../rebasing/testing/writers.js';
import { typedWithin } from './typed-within.js';

describe('typedWithin', () => {
  it('knows what was typed within one paragraph', () => {
    const me = writer('me');
    const typed = typedWithin(letter, me.tr.insertText('!', 20).doc);
    expect(typed?.block.attrs.name).toBe('p');
    expect(typed?.texts.some(({ text }) => text?.includes('!'))).toBe(true);
  });

  it('knows nothing of blocks and elements that are others', () => {
    const { tr } = writer('me');
    expect(typedWithin(letter, letter)).toBeUndefined();
    expect(typedWithin(letter, tr.split(20).doc)).toBeUndefined();
    expect(typedWithin(letter, tr.delete(15, 60).doc)).toBeUndefined();
  });
});

describe('the letter of somebody who edits', () => {
  it('is tidy after each edit', () => {
    fc.assert(
      fc.property(edits(12), (all) => {
        let me = writer('me');
        for (const edit of all) {
          me = edited(me, edit).state;
          expect(tidy(new Transform(me.doc)).docChanged).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});
