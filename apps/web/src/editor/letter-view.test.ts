import { gutterName, openLetter, placedBlocks, placeName } from '@chancery/prosemirror-tei';
import { EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { placeFindings } from '../findings/place-findings.js';
import { callouts } from './callouts.js';
import { describeCaret } from './caret.js';
import { endnoteOrder } from './endnote-order.js';
import { startOfText } from './start-of-text.js';

const source = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter">
  <teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
  <text><body><div type="letter">
    <head type="number">No. <supplied>6</supplied></head>
    <dateline>Received on <date when="1941-08-15">August 15, 1941</date></dateline>
    <opener><salute>Mr President,</salute></opener>
    <p>I have met <persName>Mr Harriman</persName>.</p>
    <p>The Conference<ptr type="endnote" target="../volume.xml#endnote-3"/> met<note type="footnote"><p>Later.</p></note>.</p>
    <closer><salute>Yours,</salute><signed>J. STALIN</signed><dateline><date>November 4, 1941</date></dateline></closer>
  </div></body></text>
</TEI>`;

const letter = openLetter(source);

/** The position of the first place of `text` in the document. */
function positionOf(text: string): number {
  let found = -1;
  letter.doc.descendants((node, pos) => {
    const at = node.text?.indexOf(text) ?? -1;
    if (found === -1 && at !== -1) found = pos + at;
  });
  return found;
}

describe('the gutter', () => {
  it('names the blocks of a letter in order, and leaves the insides of notes out', () => {
    expect(placedBlocks(letter.doc).map(gutterName)).toEqual([
      'number',
      'date line',
      'salutation',
      '1',
      '2',
      'closer',
      'signature',
      'dateline',
    ]);
  });

  it('names the place of a position', () => {
    expect(placeName(letter.doc, positionOf('Harriman'))).toBe('paragraph 1');
    expect(placeName(letter.doc, positionOf('STALIN'))).toBe('signature');
  });
});

describe('callouts', () => {
  it('counts an endnote behind those that letters before call, and counts footnotes', () => {
    const found = callouts(
      letter.doc,
      endnoteOrder([{ id: 'endnote-3' }, { id: 'endnote-9' }], { before: ['endnote-9'], after: [] }),
    );
    expect(found.map(({ kind, figure }) => [kind, figure])).toEqual([
      ['endnote', '2'],
      ['footnote', '1'],
    ]);
  });

  it('shows that the volume lacks the note', () => {
    expect(callouts(letter.doc, endnoteOrder([]))[0]?.figure).toBe('?');
  });
});

describe('describeCaret', () => {
  function at(pos: number): string {
    const state = EditorState.create({ doc: letter.doc, selection: TextSelection.create(letter.doc, pos) });
    return describeCaret(state).place;
  }

  it('says what the caret is in', () => {
    expect(at(positionOf('Harriman'))).toBe('Paragraph 1 › person');
    expect(at(positionOf('met <'.slice(0, 3)))).toBe('Paragraph 1');
  });

  it('begins past the header', () => {
    expect(placeName(letter.doc, startOfText(letter.doc).from)).toBe('number');
  });
});

describe('placeFindings', () => {
  const finding = {
    code: 'date-without-value',
    severity: 'warning',
    message: 'Dateline has no date value.',
    origin: 'schematron',
    path: '/TEI/text/body/div/closer/dateline/date',
    line: 9,
    column: 1,
  } as const;

  it('finds the words, and the element that a fix would change', () => {
    const offset = source.indexOf('<date>');
    const [placed] = placeFindings(
      [
        {
          ...finding,
          offset,
          endOffset: source.indexOf('</date>', offset) + 7,
          fix: {
            label: 'Record 1941-11-04',
            changes: [{ kind: 'set-attribute', offset, name: 'when', value: '1941-11-04' }],
          },
        },
      ],
      letter,
    );
    expect(placed && letter.doc.textBetween(placed.from ?? 0, placed.to ?? 0)).toBe('November 4, 1941');
    expect(placed?.remedies).toEqual([
      { kind: 'attribute', id: expect.any(String), name: 'when', value: '1941-11-04' },
    ]);
  });

  it('gives a finding about the header no place in the text', () => {
    const [placed] = placeFindings([{ ...finding, offset: source.indexOf('<title>') }], letter);
    expect(placed?.from).toBeUndefined();
  });

  it('tells two findings of one rule and place apart', () => {
    const keys = placeFindings([finding, finding], letter).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });
});
