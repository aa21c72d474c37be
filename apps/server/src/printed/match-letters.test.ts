import type { ImportedFile } from '@chancery/importing';
import { expect, test } from 'vitest';
import { matchLetters } from './match-letters.js';

const tei = (id: string, words: string) =>
  `<TEI xml:id="${id}"><teiHeader/><text><body><p>${words}</p></body></text></TEI>`;
const known = (name: string, words: string) => ({ name, source: tei(name, words) });
const file = (id: string, words: string): ImportedFile => ({
  path: `letters/${id}.xml`,
  id,
  kind: 'letter',
  source: tei(id, words),
  encoding: 'UTF-8',
  bom: false,
});
const ship = 'The old ship came in this morning with all hands';
const bank = 'The bank refused every bill that we had sent them';

test('a letter that bears another name is known by its words, and called so wherever it is referred to', () => {
  const refers = `${bank}, see <ptr target="adams-5.xml"/>`;
  const { files, doubtful } = matchLetters(
    [known('adams-4', ship), known('bowen-9', bank)],
    [
      file('adams-5', ship.replace('morning', 'evening')),
      file('bowen-9', refers),
      file('new', 'Quite another.'),
    ],
  );
  expect(files.map(({ path }) => path)).toEqual([
    'letters/adams-4.xml',
    'letters/bowen-9.xml',
    'letters/new.xml',
  ]);
  expect(files[0]?.source).toContain('<TEI xml:id="adams-4">');
  expect(files[1]?.source).toContain('<ptr target="adams-4.xml"/>');
  expect(doubtful.size).toBe(0);
});

test('two that have changed their names with each other are changed back', () => {
  const { files } = matchLetters(
    [known('a-4', ship), known('a-9', bank)],
    [file('a-4', bank), file('a-9', ship)],
  );
  expect(files).toEqual([file('a-9', bank), file('a-4', ship)]);
});

test('of letters with the same words the nearest one is it', () => {
  const { files } = matchLetters(
    [known('a', ship), known('b', ship), known('c', bank)],
    [file('x', ship), file('y', ship), file('c', bank)],
  );
  expect(files.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('one that has the name of another letter gets a name of its own, and one that is half alike is doubtful', () => {
  const half = 'The old ship came in, but no bill was sent to us by the bank that day';
  const { files, doubtful } = matchLetters([known('a', ship)], [file('a', half)]);
  expect(files.map(({ id }) => id)).toEqual(['a-2']);
  expect([...doubtful]).toEqual(['a-2']);
});
