import { Transform } from 'prosemirror-transform';
import { expect, it } from 'vitest';
import { openLetter, positionAt } from '../open-letter.js';
import { suggestionWords } from './suggestion-words.js';

const source = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>
  <p>like the Devil<note place="bottom"><p>Which she may be.</p></note> in fact</p>
</div></body></text></TEI>`;
const { doc } = openLetter(source);
const at = (words: string) => positionAt(openLetter(source), source.indexOf(words));

/** What is said of deleting some words: the words around them, and themselves in brackets. */
function said(words: string): string[] {
  const { steps } = new Transform(doc).delete(at(words), at(words) + words.length);
  return suggestionWords(doc, steps).places.map(
    ({ before, removed, after }) => `${before}[${removed}]${after}`,
  );
}

it('quotes the text without the notes that are called in it', () => {
  expect(said('the')).toEqual(['like [the] Devil in fact']);
  expect(said('in')).toEqual(['like the Devil [in] fact']);
});

it('quotes a note for what is suggested in it', () => {
  expect(said('she')).toEqual(['Which [she] may be.']);
});
