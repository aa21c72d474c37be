import { openLetter, suggestedParts } from '@chancery/prosemirror-tei';
import { describe, expect, it } from 'vitest';
import { placesOf, withSource } from './letter-changes.js';

const sourceOf = (words: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div><p>${words}</p></div></body></text></TEI>`;

/** What each place says that would be suggested. */
function places(words: string, corrected: string): string[][] | undefined {
  const base = openLetter(sourceOf(words));
  return placesOf(base, withSource(base, sourceOf(corrected)))?.map((steps) =>
    suggestedParts(base.doc, steps).map(({ removed, inserted }) => `${removed}>${inserted}`),
  );
}

describe('placesOf', () => {
  it('has a word that is parted, or parts that are made one, as one place', () => {
    const [parted, one] = ['About one third of them all.', 'About one-third of them all.'];
    expect(places(one, parted)).toEqual([['-> ']]);
    expect(places(parted, one)).toEqual([[' >-']]);
    expect(places('We can not go.', 'We cannot go.')).toHaveLength(1);
  });

  it('leaves words beside one another that are each corrected to be decided each by itself', () => {
    expect(places('I recieve teh letters.', 'I receive the letters.')).toEqual([
      ['recieve>receive'],
      ['teh>the'],
    ]);
  });
});
