import { describe, expect, it } from 'vitest';
import { openLetter } from '../open-letter.js';
import { readingBlocks } from './reading-blocks.js';

const read = (body: string) =>
  readingBlocks(
    openLetter(
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><p>no</p></teiHeader><text><body><div>${body}</div></body></text></TEI>`,
    ).doc,
  );

const shown = (body: string) =>
  read(body).map(({ label, runs }) => {
    const texts = runs.map(({ text, markup }) => [...markup.map(({ name }) => name), text].join('>'));
    return `${label}: ${texts.join('|')}`;
  });

describe('readingBlocks', () => {
  it('names blocks by their places and gives words with the elements around them', () => {
    expect(
      shown('<p>a</p><p>to <persName>Mr <hi>H</hi></persName><pb n="2"/></p><closer>z</closer>'),
    ).toEqual(['paragraph 1: a', 'paragraph 2: to |persName>Mr |persName>hi>H|⟨page break 2⟩', 'closer: z']);
  });

  it('gives both readings of an emendation where they stand', () => {
    expect(shown('<p>a <choice><sic>teh</sic><corr>the</corr></choice> b</p>')).toEqual([
      'paragraph 1: a |choice>sic>teh|choice>corr>the| b',
    ]);
  });

  it('says of a callout which note it calls', () => {
    const [block] = read('<p>a<ptr type="endnote" target="volume.xml#endnote-3"/></p>');
    expect(block?.runs[1]).toEqual({
      text: '⟨callout endnote-3⟩',
      markup: [{ name: 'ptr', attrs: { type: 'endnote', target: 'volume.xml#endnote-3' } }],
      object: true,
    });
  });

  it('puts a footnote behind the block that calls it', () => {
    const body = '<p>a<note place="bottom" type="footnote"><p>said <hi>so</hi></p></note> b</p><p>c</p>';
    expect(shown(body)).toEqual([
      'paragraph 1: a|note>⟨page footnote⟩| b',
      'page footnote: said |hi>so',
      'paragraph 2: c',
    ]);
    expect(read(body)[1]?.markup.map(({ name }) => name)).toEqual(['note', 'p']);
  });
});
