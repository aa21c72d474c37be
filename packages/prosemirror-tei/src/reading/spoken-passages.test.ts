import { describe, expect, it } from 'vitest';
import { openLetter } from '../open-letter.js';
import { sayText } from './say-text.js';
import { spokenPassages } from './spoken-passages.js';

const open = (body: string) =>
  openLetter(
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><p>no</p></teiHeader><text><body><div>${body}</div></body></text></TEI>`,
  ).doc;
const said = (body: string) => spokenPassages(open(body)).map((passage) => passage.said);

describe('sayText', () => {
  it.each([
    ['Mr H. said, “10”', 'capital Mr capital H point said comma open quote figures 1 0 close quote'],
    ['the U.S.S.R.; a', 'the capital U point capital S point capital S point capital R point semicolon a'],
    ['MOSCOW 7 – don’t', 'all capitals MOSCOW figure 7 short dash don’t with apostrophe'],
    ['McKinley', 'mixed capitals McKinley'],
    ['well-being (sic)?', 'well hyphen being open bracket sic close bracket question mark'],
    ['Économie ¶', 'capital Économie ¶'],
    ['  ', ''],
  ])('says of %s: %s', (text, words) => {
    expect(sayText(text)).toBe(words);
  });
});

describe('spokenPassages', () => {
  it('goes sentence by sentence, and tells where a block begins', () => {
    expect(said('<p>So it is. And so not!</p><closer>Yours</closer>')).toEqual([
      'paragraph capital So it is point',
      'capital And so not exclamation mark',
      'closer capital Yours',
    ]);
  });

  it('does not end a sentence with an initial or a short title', () => {
    expect(said('<head>No. 4</head><p>J. V. Stalin met Mr. Hull. He left.</p>')).toEqual([
      'heading capital No point figure 4',
      'paragraph capital J point capital V point capital Stalin met capital Mr point capital Hull point',
      'capital He left point',
    ]);
  });

  it('tells of emphasis where it begins and ends, over sentences too', () => {
    expect(said('<p>a <hi rend="italic">b. C</hi> d</p>')).toEqual([
      'paragraph a italic b point',
      'capital C end italic d',
    ]);
    expect(said('<p>a <hi rend="bold">b</hi></p>')).toEqual(['paragraph a bold b end bold']);
  });

  it('tells of what the editors did, and not of names', () => {
    expect(
      said('<p><persName>mr b</persName> <supplied>has</supplied> <gap reason="illegible"/></p>'),
    ).toEqual(['paragraph mr b supplied has end supplied gap illegible']);
    expect(said('<p><choice><sic>teh</sic><corr>the</corr></choice> end</p>')[0]).toMatch(
      /^paragraph (.+) teh end \1 (.+) the end \2 end$/u,
    );
  });

  it('reads a footnote behind the block that calls it', () => {
    expect(said('<p>a<note place="bottom" type="footnote"><p>b</p></note> c</p><p>d</p>')).toEqual([
      'paragraph a callout of a page footnote c',
      'page footnote b',
      'paragraph d',
    ]);
  });

  it('says where each sentence stands, with its own words', () => {
    const doc = open('<p>One <hi>two</hi>. Three four.</p><p>Five.</p>');
    const passages = spokenPassages(doc);
    expect(passages.map(({ from, to }) => doc.textBetween(from, to).trim())).toEqual([
      'One two.',
      'Three four.',
      'Five.',
    ]);
    expect(passages.map(({ place }) => place)).toEqual(['paragraph 1', 'paragraph 1', 'paragraph 2']);
  });
});
