import { openLetter, schema, sourceStep } from '@chancery/prosemirror-tei';
import { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { describeChanges } from './describe-changes.js';

const source = `<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt></fileDesc>
    <profileDesc><correspDesc><correspAction type="sent"><date when="1941-11-04"/></correspAction></correspDesc></profileDesc>
  </teiHeader>
  <text><body><div type="letter">
    <p>Mr President,</p>
    <p>which should be credited primarily to Mr Harriman and to Beaverbrook, with heartfelt gratitute</p>
    <p>The Soviet Government is ready to do everything to supply the United States of America.</p>
  </div></body></text>
</TEI>`;

/** What is said of a letter that has become what these replacements make of it. */
function said(...changes: readonly (readonly [string, string])[]): string[] {
  const before = openLetter(source);
  const other = changes.reduce((text, [from, to]) => text.replace(from, to), source);
  const step = sourceStep(before, other);
  const doc = step?.apply(before.doc).doc ?? before.doc;
  return describeChanges(before.doc, doc);
}

describe('what was done is said in the words of the field', () => {
  test.each<[readonly (readonly [string, string])[], string[]]>([
    [[['to Beaverbrook', 'to <supplied>Mr</supplied> Beaverbrook']], ['Supplied [Mr] before Beaverbrook']],
    [[['Mr Harriman', '<persName>Mr Harriman</persName>']], ['Marked “Mr Harriman” as person']],
    [
      [
        ['Mr Harriman', '<persName>Mr Harriman</persName>'],
        ['Beaverbrook', '<persName>Beaverbrook</persName>'],
      ],
      ['Marked 2 persons'],
    ],
    [
      [['gratitute', '<choice><sic>gratitute</sic><corr>gratitude</corr></choice>']],
      ['Emendation: gratitute to gratitude'],
    ],
    [[['when="1941-11-04"', 'when="1941-11-05"']], ['Changed the header: date']],
    [
      [
        ['when="1941-11-04"', 'when="1941-11-05"'],
        ['</titleStmt>', '<author>X</author></titleStmt>'],
      ],
      ['Changed the header: author, date'],
    ],
    [[['gratitute', 'gratitude']], ['Changed “gratitute” to “gratitude” in paragraph 2']],
    [[['primarily ', '']], ['Deleted “primarily” in paragraph 2']],
    [[['Mr President,', 'Mr President, my friend,']], ['Typed “my friend,” in paragraph 1']],
    [
      [['everything', 'all that lies within its power and its means']],
      ['Typed 9 words in paragraph 3', 'Deleted one word in paragraph 3'],
    ],
    [
      [
        ['President,', 'President, my friend,'],
        ['everything', 'all'],
        ['gratitute', 'gratitute now'],
      ],
      ['Typed 4 words in 3 places', 'Deleted one word in paragraph 3'],
    ],
    [[['is ready ', 'is ready.</p><p>']], ['Typed “.” in paragraph 3', 'Divided paragraph 3']],
    [[['<p>Mr President,</p>', '<salute>Mr President,</salute>']], ['Made paragraph 1 a salutation']],
    [[['credited', '<pb n="2"/>credited']], ['Put in page break 2']],
    [[['<div type="letter">', '<div  type="letter">']], []],
  ])('%j', (changes, sentences) => {
    expect(said(...changes)).toEqual(sentences);
  });

  test('what is moved takes its marks along, and they are not told', () => {
    const marked = source.replace('Mr Harriman', '<persName>Mr Harriman</persName>');
    const { doc } = openLetter(marked);
    let place: { pos: number; node: Node } | undefined;
    doc.descendants((node, pos) => {
      if (node.attrs.name === 'p' && node.textContent.includes('Harriman')) place = { pos, node };
    });
    if (!place) throw new Error('There is no such paragraph.');
    const { pos, node } = place;
    // Cut and pasted, it has other instances.
    const pasted = JSON.parse(JSON.stringify(node).replaceAll('"id":"', '"id":"pasted.'));
    const moved = new Transform(doc).delete(pos, pos + node.nodeSize);
    const before = moved.doc.resolve(pos - 1).before();
    moved.insert(before, Node.fromJSON(schema, pasted));
    expect(describeChanges(doc, moved.doc)).toEqual([expect.stringMatching(/^Moved paragraph [12]$/)]);
  });

  test('what the server writes into the header at a point of revision is not told', () => {
    const before = openLetter(source);
    const pointed = source
      .replace('</titleStmt>', '<respStmt><resp>editing</resp><name>X</name></respStmt></titleStmt>')
      .replace('</teiHeader>', '<revisionDesc><change>x</change></revisionDesc></teiHeader>');
    const after = openLetter(pointed.replace('1941-11-04', '1941-11-05'));
    expect(describeChanges(before.doc, after.doc, true)).toEqual(['Changed the header: date']);
    expect(describeChanges(before.doc, openLetter(pointed).doc, true)).toEqual([]);
  });

  test('of many changes the first are told, and how many more there are', () => {
    const marked = source
      .replace('Mr Harriman', '<persName>Mr Harriman</persName>')
      .replace('Soviet Government', '<orgName>Soviet Government</orgName>')
      .replace('United States', '<placeName>United States</placeName>')
      .replace('gratitute', '<unclear>gratitute</unclear>');
    const told = said([source, marked.replace('1941-11-04', '1941-11-05').replace('primarily', 'first')]);
    expect(told).toHaveLength(5);
    expect(told.at(-1)).toBe('2 more changes');
  });
});
