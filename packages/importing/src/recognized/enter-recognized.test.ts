import { parseTree } from '@chancery/xml';
import { describe, expect, it } from 'vitest';
import { enterRecognized } from './enter-recognized.js';
import type { RecognizedPage } from './recognized-page.js';

const leaf = { url: '../images/a.jpg', label: '1r', width: 600, height: 800 };

/** A page on which each line has its place by its number. */
const page = (...blocks: string[][]): RecognizedPage => {
  let count = 0;
  return {
    size: { width: 300, height: 400 },
    blocks: blocks.map((lines) => ({
      lines: lines.map((line) => {
        count += 1;
        return {
          area: { left: 10, top: 20 * count, right: 200, bottom: 20 * count + 15 },
          words: line.split(' ').map((text) => ({ text })),
        };
      }),
    })),
  };
};

const surface =
  '<surface xml:id="leaf-1" n="1r" ulx="0" uly="0" lrx="600" lry="800"><graphic url="../images/a.jpg" width="600px" height="800px"/></surface>';
const letter = (body: string, text = '', facsimile = '') =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>${facsimile}<text${text}><body>
  <div type="letter">
    ${body}
  </div>
</body></text></TEI>`;

/** What the text says, without the facsimile. */
const bodyOf = (source: string) => /<text[\s\S]*<\/text>/.exec(source)?.[0];

describe('a page that has no text yet', () => {
  it('gets a draft: a paragraph for each block, lines that point to their zones, hyphens as they stand', () => {
    const before = letter('<head type="title">To Roosevelt</head>\n    <p/>');
    const { source, ...told } = enterRecognized(before, {
      leaf,
      page: page(['I recom-', 'mend & more'], ['Yours']),
      breaks: true,
    });
    expect(bodyOf(source)).toBe(
      bodyOf(
        letter(
          `<head type="title">To Roosevelt</head>
    <p><lb facs="#leaf-1-line-1"/>I recom-<lb facs="#leaf-1-line-2" break="no"/>mend &amp; more</p>
    <p><lb facs="#leaf-1-line-3"/>Yours</p>`,
          ' facs="#leaf-1"',
        ),
      ),
    );
    expect(source).toContain(
      '<zone xml:id="leaf-1-line-2" type="line" ulx="20" uly="80" lrx="400" lry="110"/>',
    );
    expect(told).toEqual({ drafted: true, lines: 3, linked: 3, unmatched: [] });
    expect(() => parseTree(source)).not.toThrow();
  });

  it('gets it behind its page break, within a paragraph or between them', () => {
    const facs = `<facsimile>${surface}</facsimile>`;
    const within = letter('<p>Before<pb n="2" facs="#leaf-1"/></p>', '', facs);
    expect(bodyOf(enterRecognized(within, { leaf, page: page(['on'], ['next']), breaks: true }).source)).toBe(
      bodyOf(
        letter(`<p>Before<pb n="2" facs="#leaf-1"/><lb facs="#leaf-1-line-1"/>on</p>
    <p><lb facs="#leaf-1-line-2"/>next</p>`),
      ),
    );
    const between = letter('<p>Before</p>\n    <pb facs="#leaf-1"/>', '', facs);
    expect(bodyOf(enterRecognized(between, { leaf, page: page(['on']), breaks: true }).source)).toBe(
      bodyOf(letter('<p>Before</p>\n    <pb facs="#leaf-1"/>\n    <p><lb facs="#leaf-1-line-1"/>on</p>')),
    );
  });

  it('is begun at the end where the text ends beside the leaf before', () => {
    const before = letter(
      '<p>Before</p>',
      ' facs="#leaf-0"',
      '<facsimile><surface xml:id="leaf-0"><graphic url="0.jpg"/></surface></facsimile>',
    );
    const entered = enterRecognized(before, { leaf, page: page(['on']), follows: ['#leaf-0'], breaks: true });
    expect(bodyOf(entered.source)).toBe(
      bodyOf(
        letter(
          '<p>Before</p>\n    <pb facs="#leaf-1"/>\n    <p><lb facs="#leaf-1-line-1"/>on</p>',
          ' facs="#leaf-0"',
        ),
      ),
    );
    expect(() => enterRecognized(before, { leaf, page: page(['on']), breaks: true })).toThrow(
      'No page of the text stands beside this image.',
    );
  });
});

describe('a page that has text', () => {
  const lines = page(['Dear Mr Presldent', 'I recom-', 'mend <some> thing'], ['of another hand']);

  it('keeps it word for word: lines are found by their words, also within a word and before a phrase', () => {
    const before = letter(
      '<p>Dear <persName>Mr President</persName>, <note>not on it</note>I recommend &lt;some&gt; thing.</p>',
      ' facs="#leaf-1"',
      `<facsimile>${surface}</facsimile>`,
    );
    const { source, ...told } = enterRecognized(before, { leaf, page: lines, breaks: true });
    expect(bodyOf(source)).toBe(
      bodyOf(
        letter(
          '<p><lb facs="#leaf-1-line-1"/>Dear <persName>Mr President</persName>, <note>not on it</note><lb facs="#leaf-1-line-2"/>I recom<lb facs="#leaf-1-line-3" break="no"/>mend &lt;some&gt; thing.</p>',
          ' facs="#leaf-1"',
        ),
      ),
    );
    expect(told).toEqual({ drafted: false, lines: 4, linked: 3, unmatched: ['of another hand'] });
    expect(source.replace(/<lb[^>]*>|<zone[^>]*>|<\/zone>|\s+/g, '')).toBe(before.replace(/\s+/g, ''));
    // Read once more, there is nothing that is not there already.
    expect(enterRecognized(source, { leaf, page: lines, breaks: true }).source).toBe(source);
  });

  it('links the line breaks that are there, and enters none where that is not wanted', () => {
    const before = letter(
      '<p><lb/>Dear Mr President <lb n="2"/>I recommend some thing</p>',
      ' facs="#leaf-1"',
    );
    const { source, linked } = enterRecognized(before, { leaf, page: lines, breaks: false });
    expect(bodyOf(source)).toContain(
      '<p><lb facs="#leaf-1-line-1"/>Dear Mr President <lb n="2" facs="#leaf-1-line-2"/>I recommend some thing</p>',
    );
    expect(linked).toBe(2);
  });

  it('refuses what is of a picture of other proportions', () => {
    const wide = { ...lines, size: { width: 400, height: 300 } };
    expect(() => enterRecognized(letter('<p/>'), { leaf, page: wide, breaks: true })).toThrow(
      'not in proportion',
    );
  });
});
