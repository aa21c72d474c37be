import { openLetter } from '@chancery/prosemirror-tei';
import type { Finding } from '@chancery/validation';
import { describe, expect, it } from 'vitest';
import { placeFindings } from './place-findings.js';

const source = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter">
  <teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
  <text><body><div type="letter"><p>On <date when="1941-11-02">November <hi>2</hi></date> he came.</p><p/></div></body></text>
</TEI>`;

const letter = openLetter(source);

/** The text over which a finding about this piece of the source is placed. */
function placed(piece: string): string | undefined {
  const offset = source.indexOf(piece);
  const finding: Finding = {
    code: 'code',
    severity: 'warning',
    message: 'Message.',
    path: '/TEI',
    line: 1,
    column: 1,
    offset,
    endOffset: offset + piece.length,
    origin: 'schematron',
  };
  const { from, to } = placeFindings([finding], letter)[0] ?? {};
  return from === undefined || to === undefined ? undefined : letter.doc.textBetween(from, to);
}

describe('placeFindings', () => {
  it.each(['<date when="1941-11-02">', 'when', '1941-11-02'])('places %s over the whole date', (piece) => {
    expect(placed(piece)).toBe('November 2');
  });

  it('places an element that is a block over the whole of it', () => {
    expect(placed('<p>On')).toBe('On November 2 he came.');
  });

  it('places text where it stands, and what is in the header nowhere', () => {
    expect(placed('he came')).toBe('he came');
    expect(placed('<title>')).toBeUndefined();
  });
});
