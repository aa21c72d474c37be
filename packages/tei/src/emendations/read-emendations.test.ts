import { readdirSync, readFileSync } from 'node:fs';
import { parseTree } from '@chancery/xml';
import { describe, expect, it } from 'vitest';
import { within } from '../header/element-tree.js';
import { readEmendations } from './read-emendations.js';

const tei = (inner: string) =>
  parseTree(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
    <title><supplied>Not the text</supplied></title>
    <respStmt><resp>editing</resp><persName xml:id="ed">Edna Ed</persName></respStmt>
  </titleStmt></fileDesc></teiHeader><text><body><div type="letter">${inner}</div></body></text></TEI>`);

describe('the emendations of a text', () => {
  it.each([
    [
      'I have <choice><sic>recieved</sic><corr type="slip" resp="#ed" cert="high">received</corr></choice> it.',
      {
        kind: 'correction',
        label: 'paragraph 1',
        copy: 'recieved',
        edition: 'received',
        before: 'I have ',
        after: ' it.',
        reason: 'a slip of the pen',
        resp: 'Edna Ed',
        cert: 'high',
      },
    ],
    [
      'on <choice><reg>today</reg><orig>to-<lb break="no"/>day</orig></choice>',
      { kind: 'regularization', copy: 'to-day', edition: 'today', reason: undefined },
    ],
    [
      '<choice><abbr>Gen.</abbr><expan>General</expan></choice> Staff',
      { kind: 'expansion', copy: 'Gen.', edition: 'General', before: '', after: ' Staff' },
    ],
    [
      'Mr <supplied reason="lost" resp="../volume.xml#commission">Stalin</supplied>',
      { kind: 'supplied', copy: '', edition: 'Stalin', reason: 'the source has lost it', resp: 'commission' },
    ],
    [
      'the <surplus reason="repeated">the</surplus> end',
      { kind: 'surplus', copy: 'the', edition: '', before: 'the ', after: ' end' },
    ],
    ['on <unclear>Tuesday</unclear>', { kind: 'unclear', copy: 'Tuesday', edition: 'Tuesday' }],
    [
      'a <gap reason="illegible"/> b',
      { kind: 'gap', copy: '', edition: '', before: 'a ', after: ' b', reason: 'cannot be read' },
    ],
    ['<corr>by itself</corr>', { kind: 'correction', copy: 'by itself', edition: 'by itself' }],
  ])('%s', (words, expected) => {
    expect(readEmendations(tei(`<p>${words}</p>`))).toMatchObject([expected]);
  });

  it('with the names that the volume gives those who answer for them', () => {
    const commission = [{ id: 'commission', name: 'The Commission' }];
    const [found] = readEmendations(tei('<p><corr resp="../volume.xml#commission">x</corr></p>'), commission);
    expect(found?.resp).toBe('The Commission');
  });

  it('what only keeps a reading of the copy is none', () => {
    expect(readEmendations(tei('<p><sic>a</sic> <orig>b</orig> <abbr>c.</abbr></p>'))).toEqual([]);
  });

  it('with the evidence where no reason is given', () => {
    const [found] = readEmendations(
      tei('<p><choice><abbr>Gen.</abbr><expan evidence="external" resp="#ed">General</expan></choice></p>'),
    );
    expect(found).toMatchObject({ kind: 'expansion', reason: 'another source says so', resp: 'Edna Ed' });
  });

  it('in notes too, with the words of the note around', () => {
    const [found] = readEmendations(
      tei('<p>Words<note type="footnote"><p>See <supplied>Hull</supplied>.</p></note></p>'),
    );
    expect(found).toMatchObject({ before: 'See ', after: '.' });
  });

  it('with whole words around, not too many', () => {
    const many = 'word '.repeat(40);
    const [found] = readEmendations(tei(`<p>${many}<corr>x</corr> ${many}</p>`));
    expect(found?.before).toMatch(/^… (?:word )+$/);
    expect(found?.after).toMatch(/^(?: word)+ …$/);
  });
});

/** Draws whole numbers below a bound, the same for the same seed. */
function drawing(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('their number', () => {
  const plain = ['word ', 'a &amp; b ', '<hi>word</hi>', '<sic>kept</sic>', '<lb/>'];
  /** Each with the number of emendations in it. */
  const emended = [
    ['<choice><sic>a</sic><corr>b</corr></choice>', 1],
    ['<choice><corr>b</corr><sic>a<gap/></sic></choice>', 2],
    ['<choice><orig>a</orig><reg><supplied>b</supplied></reg></choice>', 2],
    ['<choice><unclear>a</unclear><unclear>b</unclear></choice>', 1],
    ['<choice><abbr>a</abbr><choice><expan>b</expan><expan>c</expan></choice></choice>', 1],
    ['<supplied>a<gap/></supplied>', 2],
    ['<surplus>a</surplus>', 1],
    ['<unclear>a</unclear>', 1],
    ['<gap/>', 1],
    ['<corr>a</corr>', 1],
  ] as const;
  const parts = [...plain.map((words) => [words, 0] as const), ...emended];

  it.each(Array.from({ length: 100 }, (_, seed) => seed))(
    'is that of what a text contains, however it is made up: %i',
    (seed) => {
      const next = drawing(seed);
      const paragraphs = Array.from({ length: next(6) }, () =>
        Array.from({ length: next(20) }, () => parts[next(parts.length)] ?? (['', 0] as const)),
      );
      const inner = paragraphs.map((some) => `<p>${some.map(([words]) => words).join('')}</p>`).join('');
      const wanted = paragraphs.flat().reduce((sum, [, count]) => sum + count, 0);
      expect(readEmendations(tei(inner))).toHaveLength(wanted);
    },
  );

  it('in the sample volume is that of its marks', () => {
    const corpus = new URL('../../../../corpus/', import.meta.url);
    const letters = readdirSync(new URL('letters/', corpus)).map((name) => `letters/${name}`);
    let all = 0;
    for (const file of ['volume.xml', ...letters]) {
      const tree = parseTree(readFileSync(new URL(file, corpus), 'utf8'));
      const text = [...within(tree)].find(({ localName }) => localName === 'text');
      const marks = [...within(text ?? tree)].filter(({ localName }) =>
        ['choice', 'supplied', 'surplus', 'unclear', 'gap'].includes(localName),
      );
      const found = readEmendations(tree);
      expect(found.map(({ start }) => start)).toEqual(marks.map(({ start }) => start));
      all += found.length;
    }
    expect(all).toBe(14);
  });
});
