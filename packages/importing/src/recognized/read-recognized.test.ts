import { describe, expect, it } from 'vitest';
import { readRecognized } from './read-recognized.js';
import type { RecognizedPage } from './recognized-page.js';

const read = (source: string) => readRecognized(new TextEncoder().encode(source));

/** A page, block by block and line by line, as its words. */
const words = (page: RecognizedPage | undefined) =>
  page?.blocks.map(({ lines }) => lines.map((line) => line.words.map(({ text }) => text).join(' ')));

describe('PAGE-XML', () => {
  const page = (content: string, version = '2019-07-15') =>
    `<?xml version="1.0"?>
<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/${version}"><Page imageFilename="a.jpg" imageWidth="600" imageHeight="800">
${content}
</Page></PcGts>`;

  it('reads regions in their reading order, lines with outlines, and words with how sure they are', () => {
    const [read1] = read(
      page(`<ReadingOrder><OrderedGroup id="o"><RegionRefIndexed index="1" regionRef="r1"/><RegionRefIndexed index="0" regionRef="r2"/></OrderedGroup></ReadingOrder>
<TextRegion id="r1"><Coords points="10,300 500,300 500,400 10,400"/>
  <TextLine id="l2"><Coords points="10,300 500,310 500,340 10,330"/><Word><Coords points="10,300 90,300 90,330 10,330"/><TextEquiv conf="0.41"><Unicode>second</Unicode></TextEquiv></Word><TextEquiv><Unicode>second</Unicode></TextEquiv></TextLine>
</TextRegion>
<TextRegion id="r2"><Coords points="10,10 500,10 500,100 10,100"/>
  <TextLine><TextEquiv index="1"><Unicode>worse</Unicode></TextEquiv><TextEquiv index="0" conf="0.9"><Unicode>Dear  Sir,</Unicode></TextEquiv></TextLine>
</TextRegion>`),
    );
    expect(words(read1)).toEqual([['Dear Sir,'], ['second']]);
    expect(read1).toMatchObject({ size: { width: 600, height: 800 }, picture: 'a.jpg' });
    expect(read1?.blocks[1]).toEqual({
      area: { left: 10, top: 300, right: 500, bottom: 400 },
      lines: [
        {
          area: {
            left: 10,
            top: 300,
            right: 500,
            bottom: 340,
            points: [
              { x: 10, y: 300 },
              { x: 500, y: 310 },
              { x: 500, y: 340 },
              { x: 10, y: 330 },
            ],
          },
          words: [{ text: 'second', confidence: 0.41, area: { left: 10, top: 300, right: 90, bottom: 330 } }],
        },
      ],
    });
    expect(read1?.blocks[0]?.lines[0]?.words[0]).toEqual({ text: 'Dear', confidence: 0.9 });
  });

  it('reads the corners of the version of 2010, and the order that Transkribus says', () => {
    const line = (index: number, text: string) =>
      `<TextLine custom="readingOrder {index:${index};}"><Coords><Point x="1" y="2"/><Point x="9" y="2"/><Point x="9" y="5"/></Coords><TextEquiv><Unicode>${text}</Unicode></TextEquiv></TextLine>`;
    const [older] = read(page(`<TextRegion>${line(1, 'two')}${line(0, 'one')}</TextRegion>`, '2010-03-19'));
    expect(words(older)).toEqual([['one', 'two']]);
    expect(older?.blocks[0]?.lines[0]?.area).toMatchObject({ left: 1, top: 2, right: 9, bottom: 5 });
  });

  it('takes what was corrected in the line over its words, and lines of which only the text is told', () => {
    const [corrected] = read(
      page(
        `<TextRegion><TextLine><Word><TextEquiv><Unicode>Lordon</Unicode></TextEquiv></Word><TextEquiv><Unicode>London</Unicode></TextEquiv></TextLine></TextRegion><TextRegion><TextEquiv><Unicode>one\ntwo</Unicode></TextEquiv></TextRegion>`,
      ),
    );
    expect(words(corrected)).toEqual([['London'], ['one', 'two']]);
  });
});

describe('ALTO', () => {
  const alto = (
    namespace: string,
  ) => `<alto${namespace}><Description><MeasurementUnit>mm10</MeasurementUnit><sourceImageInformation><fileName>a.tif</fileName></sourceImageInformation></Description>
<Layout><Page WIDTH="2100" HEIGHT="2970"><TopMargin><TextBlock ID="m"><TextLine><String CONTENT="7"/></TextLine></TextBlock></TopMargin><PrintSpace><ComposedBlock><TextBlock ID="b" HPOS="10" VPOS="20" WIDTH="300" HEIGHT="80">
<TextLine HPOS="10" VPOS="20" WIDTH="300" HEIGHT="30"><Shape><Polygon POINTS="10 20 310 25 310 50"/></Shape><String CONTENT="the" WC="0.97"/><SP/><String CONTENT="recom" SUBS_TYPE="HypPart1" SUBS_CONTENT="recommend" WC="0.5" HPOS="50" VPOS="20" WIDTH="60" HEIGHT="30"/><HYP CONTENT="-"/></TextLine>
<TextLine HPOS="10" VPOS="60" WIDTH="300" HEIGHT="30"><String CONTENT="mend" SUBS_TYPE="HypPart2" SUBS_CONTENT="recommend"/></TextLine>
</TextBlock></ComposedBlock></PrintSpace></Page></Layout></alto>`;

  it.each([
    ['1', ''],
    ['2', ' xmlns="http://www.loc.gov/standards/alto/ns-v2#"'],
    ['3', ' xmlns="http://www.loc.gov/standards/alto/ns-v3#"'],
    ['4', ' xmlns="http://www.loc.gov/standards/alto/ns-v4#"'],
  ])('reads version %s: measures in any unit, margins, hyphens', (_version, namespace) => {
    const [page] = read(alto(namespace));
    expect(words(page)).toEqual([['7'], ['the recom-', 'mend']]);
    expect(page).toMatchObject({ size: { width: 2100, height: 2970 }, picture: 'a.tif' });
    expect(page?.blocks[1]?.area).toEqual({ left: 10, top: 20, right: 310, bottom: 100 });
    const [first, second] = page?.blocks[1]?.lines ?? [];
    expect(first).toMatchObject({
      goesOn: true,
      area: { left: 10, bottom: 50, points: [{ x: 10, y: 20 }, {}, {}] },
    });
    expect(first?.words[1]).toEqual({
      text: 'recom-',
      confidence: 0.5,
      area: { left: 50, top: 20, right: 110, bottom: 50 },
    });
    expect(second?.goesOn).toBeUndefined();
  });

  it('follows the reading order of version 4.3', () => {
    const [page] = read(
      alto('').replace(
        '<Layout>',
        '<ReadingOrder><OrderedGroup><ElementRef REF="b"/><ElementRef REF="m"/></OrderedGroup></ReadingOrder><Layout>',
      ),
    );
    expect(words(page)?.map(([first]) => first)).toEqual(['the recom-', '7']);
  });
});

describe('hOCR', () => {
  const page = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta name='ocr-system' content='x'><title></title></head><body>
<div class='ocr_page' title='image "a; b.png"; bbox 0 0 600 800; ppageno 0'>
<div class='ocr_carea' title="bbox 10 10 500 200"><p class='ocr_par' title="bbox 10 10 500 90">
<span class='ocr_line' title="bbox 10 10 500 40; baseline 0 -5"><span class='ocrx_word' title='bbox 10 10 90 40; x_wconf 96'><strong>Dear</strong></span> <span class='ocrx_word' title='bbox 100 10 190 40; x_wconf 31'>Sïr&amp;</span></span>
<span class='ocr_line' title="bbox 10 50 500 90">of no words
</span><p class='ocr_par' title="bbox 10 100 500 200"><span class='ocr_header' title="bbox 10 100 500 120; poly 10 100 500 100 480 120"><span class='ocrx_word'>Next</span></span></div></div>`;

  it('reads HTML as browsers do, paragraph by paragraph', () => {
    const [read1] = read(page);
    expect(words(read1)).toEqual([['Dear Sïr&', 'of no words'], ['Next']]);
    expect(read1).toMatchObject({ size: { width: 600, height: 800 }, picture: 'a; b.png' });
    expect(read1?.blocks[0]?.area).toEqual({ left: 10, top: 10, right: 500, bottom: 90 });
    expect(read1?.blocks[0]?.lines[0]?.words[1]).toEqual({
      text: 'Sïr&',
      confidence: 0.31,
      area: { left: 100, top: 10, right: 190, bottom: 40 },
    });
    expect(read1?.blocks[1]?.lines[0]?.area?.points).toHaveLength(3);
  });

  it('says where a box is none', () => {
    expect(() => read(page.replace('bbox 10 50 500 90', 'bbox 10 50 500'))).toThrow(
      'has the box “10 50 500” in line 6.',
    );
  });
});

it.each([
  [
    'an outline with half a corner',
    '<PcGts><Page>\n<TextRegion>\n<Coords points="1,2 3"/></TextRegion></Page></PcGts>',
    'in line 3 of 3 numbers',
  ],
  [
    'a measure that is no number',
    '<alto><Layout>\n<Page WIDTH="wide"/></Layout></alto>',
    'has “wide” in line 2',
  ],
  ['broken XML', '<PcGts>\n<Page></PcGts>', 'is not well-formed XML: line 2'],
  ['another format', '<TEI/>', 'begins with the element TEI. It must be PAGE-XML'],
  ['a file without pages', '<alto/>', 'tells of no page'],
  ['a PDF', '%PDF-1.7', 'is a PDF'],
  [
    'entities that grow without end',
    '<!DOCTYPE alto [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><alto><Layout><Page>&b;</Page></Layout>',
    'is not well-formed XML',
  ],
  [
    'more lines than a page has',
    `<alto><Layout><Page><TextBlock>${'<TextLine/>'.repeat(5_001)}</TextBlock></Page></Layout></alto>`,
    'has a page of 5001 lines',
  ],
  ['HTML without end', `<html><div class="ocr_page">${'<div>'.repeat(300)}`, 'more than 256 elements'],
])('refuses %s, saying where and why', (_what, source, message) => {
  expect(() => read(source)).toThrow(message);
});
