import { parseTree } from '@chancery/xml';
import { expect, it } from 'vitest';
import { readPublication } from './read-publication.js';

const read = (statement: string, titles = '') =>
  readPublication(
    parseTree(
      `<TEI><teiHeader><fileDesc><titleStmt><title>T</title>${titles}</titleStmt><publicationStmt>${statement}</publicationStmt></fileDesc></teiHeader></TEI>`,
    ),
  );

it('reads who publishes an edition, where and when, and by what number it is known', () => {
  const statement =
    '<publisher>The Press</publisher><pubPlace>Oxford</pubPlace><date when="2026-05-01"/><idno type="DOI">https://doi.org/10.1/x</idno>';
  expect(read(statement, '<editor>Ada Byron</editor><editor>B. King</editor>')).toMatchObject({
    editors: ['Ada Byron', 'B. King'],
    publishers: ['The Press'],
    place: 'Oxford',
    date: '2026-05-01',
    doi: '10.1/x',
  });
});

it('takes those for editors of whom it is said, and all who are named where it is said of none', () => {
  const encoded = '<respStmt><resp>encoded the text</resp><orgName>A Program</orgName></respStmt>';
  const edited = '<respStmt><resp>edited the volume</resp><orgName>The Commission</orgName></respStmt>';
  expect(read('', encoded + edited).editors).toEqual(['The Commission']);
  expect(read('', encoded).editors).toEqual(['A Program']);
});

it('reads by which identifiers a document was known before', () => {
  const statement = '<idno type="former">letter-12</idno><idno type="DOI">10.1/x</idno><idno type="former"/>';
  expect(read(statement).formerIds).toEqual(['letter-12']);
  expect(read('').formerIds).toEqual([]);
});
