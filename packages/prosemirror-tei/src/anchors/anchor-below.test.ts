import { Transform } from 'prosemirror-transform';
import { expect, test } from 'vitest';
import { openLetter } from '../open-letter.js';
import { schema } from '../schema/schema.js';
import { anchorAt, anchorOn, anchorOnNode, anchorWords, placeOfAnchor } from './anchor.js';
import { anchorBelow } from './anchor-below.js';

const { doc } = openLetter(
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>My dear Babbage</p><p>I am here</p></body></text></TEI>',
);
const at = (words: string, inside = doc) => {
  let found = -1;
  inside.descendants((node, pos) => {
    const offset = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (offset >= 0 && found < 0) found = pos + offset;
  });
  return found;
};
const edited = new Transform(doc);
edited.insert(at('dear'), schema.text('very '));
edited.delete(at('am here', edited.doc), at('here', edited.doc));
const now = edited.doc;

test('words that were there before are found where they stood', () => {
  const here = anchorBelow(anchorOn(now, at('Babbage', now), at('Babbage', now) + 7), edited.steps, doc);
  expect(here).toEqual(anchorOn(doc, at('Babbage'), at('Babbage') + 7));
});

test('of words partly put in, what was there is left', () => {
  const here = anchorBelow(anchorOn(now, at('very', now), at('Babbage', now)), edited.steps, doc);
  expect(anchorWords(here)).toBe('dear');
});

test('words that were put in leave the place between', () => {
  const here = anchorBelow(anchorOn(now, at('very', now), at('very', now) + 4), edited.steps, doc);
  expect(placeOfAnchor(here)).toEqual({ from: at('dear'), to: at('dear') });
});

test('a caret and an element stay what they are', () => {
  const place = at('here', now);
  expect(placeOfAnchor(anchorBelow(anchorAt(now, place), edited.steps, doc))?.from).toBe(at('am here'));
  const paragraph = at('I ', now) - 1;
  expect(anchorBelow(anchorOnNode(now, paragraph), edited.steps, doc)).toEqual(
    anchorOnNode(doc, at('I ') - 1),
  );
});

test('an element that was put in leaves its place', () => {
  const with_ = new Transform(doc).insert(at('I ') - 1, now.nodeAt(at('I ', now) - 1) ?? []);
  const here = anchorBelow(anchorOnNode(with_.doc, at('I ') - 1), with_.steps, doc);
  expect(here.whole).toBeUndefined();
  expect(placeOfAnchor(here)).toEqual({ from: at('I ') - 1, to: at('I ') - 1 });
});
