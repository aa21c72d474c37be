import { expect, test } from 'vitest';
import { asPrintedEdition } from './as-printed-edition.js';
import { orderEdition } from './order-edition.js';

const xmlns = 'xmlns="http://www.tei-c.org/ns/1.0"';
const call = (id: string) => `<ptr type="endnote" target="../volume.xml#${id}"/>`;
const letter = (id: string, body: string) => ({
  path: `letters/${id}.xml`,
  source: `<TEI ${xmlns} xml:id="${id}"><teiHeader/><text><body><p>${body}</p></body></text></TEI>`,
});

function printed(first: string, second: string, said = '', one = 'One.') {
  const { volume, documents } = asPrintedEdition(
    orderEdition({
      volume: {
        path: 'volume.xml',
        source: `<TEI ${xmlns}><teiHeader>${said}</teiHeader><text><body><list type="documents"><item><ptr target="letters/a.xml"/></item><item><ptr target="letters/b.xml"/></item></list></body><back><div type="notes">
<note type="endnote" xml:id="one">${one}</note>
<note type="endnote" xml:id="two" n="†">Two.</note>
<note xml:id="three" type="endnote"/></div></back></text></TEI>`,
      },
      letters: [letter('b', second), letter('a', first)],
    }),
  );
  return {
    volume: volume.source,
    letters: documents.map(({ file }) => file?.source ?? ''),
  };
}

test('endnotes print in the order of their first callouts, under their labels; a fixed label is kept', () => {
  const { volume } = printed(`A${call('three')}`, `B${call('two')} ${call('one')} ${call('three')}`);
  expect(volume).toContain(`<div type="notes">
<note xml:id="three" type="endnote" n="1"/>
<note type="endnote" xml:id="two" n="†">Two.</note>
<note type="endnote" xml:id="one" n="2">One.</note></div>`);
});

test('a callout that moves to an earlier letter numbers all anew, and what refers to the note', () => {
  const refer = '<ptr type="note" target="../volume.xml#one"/>';
  expect(printed(`A${call('three')}`, `B${call('one')} ${refer}`).letters[1]).toContain('>note 2</ref>');
  expect(printed(`A${call('one')}${call('three')}`, `B ${refer}`).letters[1]).toContain('>note 1</ref>');
});

test('a letter by itself has the labels of the whole volume, where it is known what the others call', () => {
  const edition = orderEdition({
    volume: {
      path: 'volume.xml',
      source: `<TEI ${xmlns}><teiHeader/><text><body/><back><div type="notes"><note type="endnote" xml:id="one">One.</note><note type="endnote" xml:id="two">Two.</note><note type="endnote" xml:id="three">Three.</note></div></back></text></TEI>`,
    },
    letters: [letter('b', `B${call('one')}`)],
  });
  const numbered = asPrintedEdition(edition, {
    calledAround: { before: ['three'], after: ['two', 'three'] },
  });
  expect(numbered.volume.source).toContain(
    '<note type="endnote" xml:id="three" n="1">Three.</note><note type="endnote" xml:id="one" n="2">One.</note><note type="endnote" xml:id="two" n="3">Two.</note>',
  );
  expect(asPrintedEdition(edition).volume.source).toContain('xml:id="one" n="1">');
});

test('a note that refers to another names it by its label', () => {
  const { volume } = printed(
    `A${call('one')}`,
    `B${call('three')}`,
    '',
    'See <ptr type="note" target="#three"/>.',
  );
  expect(volume).toContain('See <ref type="note" target="#three">note 2</ref>.');
});

test('a page of the copy is named as its break has it, signs of XML included', () => {
  const { letters } = printed(
    'A<pb xml:id="p" n="4 &amp; 5"/> goes on.',
    'B <ptr type="page" target="a.xml#p"/>.',
  );
  expect(letters[1]).toContain('>p. 4 &amp; 5 of the copy');
});

test('textual notes are lettered by document; page footnotes are left to their page', () => {
  const notes =
    'x<note type="textual">x] y</note><note type="footnote">F</note><note type="textual">z<note type="textual">in it</note></note>';
  const [first, second] = printed(notes, notes).letters;
  expect(first).toContain('<note type="textual" n="a">x] y</note><note type="footnote">F</note>');
  expect(second).toContain('<note type="textual" n="b">z<note type="textual">in it</note></note>');
});

test('labels are what the volume says: of what they are made, and where page footnotes begin again', () => {
  const rule = (series: string, words: string) =>
    `<rendition scheme="free" selector="note[type=${series}]">${words}</rendition>`;
  const rules = [
    rule('endnote', 'numbered by volume, in roman numerals'),
    rule('footnote', 'numbered by document, in signs'),
    rule('textual', 'numbered by document, in figures'),
  ];
  const notes =
    'x<note type="textual">x] y</note><note type="footnote" n="1">F</note><note type="footnote" n="1">G</note>';
  const said = `<encodingDesc><tagsDecl>${rules.join('')}</tagsDecl></encodingDesc>`;
  const { volume, letters } = printed(`${notes}${call('three')}`, notes, said);
  expect(volume).toContain('<note xml:id="three" type="endnote" n="i"/>');
  for (const letter of letters)
    expect(letter).toContain(
      '<note type="textual" n="1">x] y</note><note type="footnote" n="*">F</note><note type="footnote" n="†">G</note>',
    );
});

test('through the volume labels run on from document to document, and references say them', () => {
  const rule = (series: string, words: string) =>
    `<rendition scheme="free" selector="note[type=${series}]">${words}</rendition>`;
  const said = `<encodingDesc><tagsDecl>${rule('footnote', 'numbered by volume, in figures')}${rule('textual', 'numbered by volume, in letters')}</tagsDecl></encodingDesc>`;
  const notes =
    'x<note type="textual">x] y</note><note type="footnote" n="1">F</note><note type="footnote" xml:id="g">G</note>';
  const refer = '<ptr type="note" target="a.xml#g"/>';
  const [first, second] = printed(
    `${notes}<note type="footnote" n="4">H</note>`,
    notes + refer,
    said,
  ).letters;
  expect(first).toContain(
    'n="a">x] y</note><note type="footnote" n="1">F</note><note type="footnote" xml:id="g" n="2">',
  );
  expect(second).toContain(
    'n="b">x] y</note><note type="footnote" n="4">F</note><note type="footnote" xml:id="g" n="5">',
  );
  expect(second).toContain('>the document, note 2</ref>');
});

test('what readers download is the file, under the number that it has in the volume', () => {
  const { documents } = asPrintedEdition(
    orderEdition({
      volume: {
        path: 'volume.xml',
        source: `<TEI ${xmlns}><teiHeader/><text><body><list type="documents" rend="numbered"><item><ptr target="letters/a.xml"/></item></list></body></text></TEI>`,
      },
      letters: [
        {
          path: 'letters/a.xml',
          source: `<TEI ${xmlns}><teiHeader/><text><body><div><head type="number">No. 7</head><p>x<note type="textual">y</note></p></div></body></text></TEI>`,
        },
      ],
    }),
  );
  expect(String(Buffer.from(documents[0]?.file?.bytes ?? []))).toBe(
    `<TEI ${xmlns}><teiHeader/><text><body><div><head type="number">No. 1</head><p>x<note type="textual">y</note></p></div></body></text></TEI>`,
  );
});
