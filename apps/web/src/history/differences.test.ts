import { compareBlocks, type ReadingBlock } from '@chancery/collation';
import { openLetter, readingBlocks } from '@chancery/prosemirror-tei';
import { expect, test } from 'vitest';
import { shownRows } from './differences.js';

const read = (body: string): ReadingBlock[] =>
  readingBlocks(
    openLetter(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>${body}</div></body></text></TEI>`)
      .doc,
  );

/** What is told of two letters, difference by difference. */
function told(one: string, other: string): string[] {
  const { rows, count } = shownRows(compareBlocks(read(one), read(other)), new Map([['n-b', '3']]));
  const text = (runs: readonly { text: string }[]) => runs.map((run) => run.text).join('');
  const said = rows.flatMap(({ note, pieces }) => [
    ...(note === '' ? [] : [note]),
    ...pieces.flatMap((piece) =>
      piece.kind === 'same'
        ? []
        : [`${piece.number}: ${text(piece.deleted)}>${text(piece.inserted)} ${piece.note}`],
    ),
  ]);
  expect(count).toBeGreaterThanOrEqual(said.filter((each) => /^\d/.test(each)).length);
  return said.map((each) => each.trim());
}

test('what stands in the place of other words is one difference with them', () => {
  expect(told('<p>with gratitute, of 10</p>', '<p>with gratitude, of ten</p>')).toEqual([
    '0: gratitute>gratitude',
    '1: 10>ten',
  ]);
});

test('words that were only marked are told with what they were marked as', () => {
  expect(told('<p>to Mr H</p>', '<p>to <persName>Mr H</persName></p>')).toEqual([
    '0: Mr H>Mr H marked as person',
  ]);
  expect(told('<p>to <persName>Mr H</persName></p>', '<p>to <unclear>Mr H</unclear></p>')).toEqual([
    '0: Mr H>Mr H marked as unclear; no longer person',
  ]);
});

test('a block that is new, gone, or has become another is told as a whole', () => {
  expect(told('<p>a b c</p>', '<p>a b c</p><p>quite another one</p>')).toEqual([
    'paragraph 2 added',
    '0: >quite another one',
  ]);
  expect(told('<p>Dear Sir</p>', '<salute>Dear Sir</salute>')).toEqual(['was paragraph, is salutation']);
});

test('a callout reads as the note that it calls, and is another when it calls another', () => {
  const call = (id: string) => `<p>Sir<ptr type="endnote" target="volume.xml#${id}"/></p>`;
  expect(told(call('n-a'), call('n-b'))).toEqual(['0: [note n-a]>[note 3]']);
});
