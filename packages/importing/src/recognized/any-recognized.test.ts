import { escapeText } from '@chancery/xml';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRecognized } from './read-recognized.js';
import { NotRecognizedText } from './recognized-page.js';

type Box = readonly [left: number, top: number, width: number, height: number];

interface Line {
  readonly box: Box;
  readonly words: readonly string[];
}

const box: fc.Arbitrary<Box> = fc.tuple(
  fc.nat(400),
  fc.nat(700),
  fc.integer({ min: 1, max: 99 }),
  fc.integer({ min: 1, max: 99 }),
);
const word = fc.stringMatching(/^[A-Za-zéß&<"’.,]{1,8}$/);
const line: fc.Arbitrary<Line> = fc.record({
  box,
  words: fc.array(word, { minLength: 1, maxLength: 4 }),
});
const blocks = fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });

const quoted = (text: string) => escapeText(text).replaceAll('"', '&quot;');
const each = <Of>(list: readonly Of[], written: (one: Of) => string) => list.map(written).join('\n');

const formats = {
  'PAGE-XML': (page: readonly (readonly Line[])[]) =>
    `<PcGts><Page imageFilename="a" imageWidth="600" imageHeight="900">${each(
      page,
      (lines) =>
        `<TextRegion>${each(
          lines,
          ({ box: [x, y, w, h], words }) =>
            `<TextLine><Coords points="${x},${y} ${x + w},${y} ${x + w},${y + h} ${x},${y + h}"/><TextEquiv><Unicode>${escapeText(words.join(' '))}</Unicode></TextEquiv></TextLine>`,
        )}</TextRegion>`,
    )}</Page></PcGts>`,
  ALTO: (page: readonly (readonly Line[])[]) =>
    `<alto><Layout><Page WIDTH="600" HEIGHT="900"><PrintSpace>${each(
      page,
      (lines) =>
        `<TextBlock>${each(
          lines,
          ({ box: [x, y, w, h], words }) =>
            `<TextLine HPOS="${x}" VPOS="${y}" WIDTH="${w}" HEIGHT="${h}">${each(words, (text) => `<String CONTENT="${quoted(text)}"/>`)}</TextLine>`,
        )}</TextBlock>`,
    )}</PrintSpace></Page></Layout></alto>`,
  hOCR: (page: readonly (readonly Line[])[]) =>
    `<html><body><div class="ocr_page" title="bbox 0 0 600 900">${each(
      page,
      (lines) =>
        `<p class="ocr_par">${each(
          lines,
          ({ box: [x, y, w, h], words }) =>
            `<span class="ocr_line" title="bbox ${x} ${y} ${x + w} ${y + h}">${each(words, (text) => `<span class="ocrx_word">${escapeText(text)}</span>`)}</span>`,
        )}</p>`,
    )}</div></body></html>`,
};

const read = (text: string) => readRecognized(new TextEncoder().encode(text));
const names = Object.keys(formats) as (keyof typeof formats)[];

it.each(names)('any page is read from %s with all its words, each line where it lies', (name) => {
  fc.assert(
    fc.property(blocks, (page) => {
      const [found] = read(formats[name](page));
      expect(
        found?.blocks.map(({ lines }) =>
          lines.map(({ area, words }) => ({
            box: area && [area.left, area.top, area.right - area.left, area.bottom - area.top],
            words: words.map(({ text }) => text),
          })),
        ),
      ).toEqual(page);
    }),
    { numRuns: 60 },
  );
});

it.each(names)(
  'a file of %s that is broken anywhere is read or refused, and nothing else happens',
  (name) => {
    fc.assert(
      fc.property(blocks, fc.nat(), fc.string({ maxLength: 4 }), fc.nat(20), (page, place, put, gone) => {
        const text = formats[name](page);
        const at = place % text.length;
        try {
          read(text.slice(0, at) + put + text.slice(at + gone));
        } catch (error) {
          expect(error).toBeInstanceOf(NotRecognizedText);
        }
      }),
      { numRuns: 100 },
    );
  },
);
