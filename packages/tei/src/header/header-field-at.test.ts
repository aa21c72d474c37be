import { expect, test } from 'vitest';
import { headerFieldAt } from './header-field-at.js';

const source = `<TEI><teiHeader><fileDesc><titleStmt><title>To Ada</title></titleStmt><publicationStmt><p>Made</p></publicationStmt>
<notesStmt><note type="text-basis">From a copy</note><note type="source">Archive</note></notesStmt>
<sourceDesc><bibl>First <textLang mainLang="ru"/></bibl><bibl>Second</bibl></sourceDesc></fileDesc>
<profileDesc><correspDesc>
<correspAction type="sent"><persName>Charles</persName><placeName>London</placeName><date when="1843-07-10">July</date></correspAction>
<correspAction type="received"><persName>Augusta</persName><date when="1843-07-11">Later</date></correspAction>
<correspContext><ref type="prev">The first</ref></correspContext></correspDesc></profileDesc></teiHeader>
<text><body><div><p>My dear <date type="sent" when="1843-07-09">Sunday</date></p></div></body></text></TEI>`;

test.each([
  ['To Ada', 'headerTitle'],
  ['From a copy', 'textBasis'],
  ['Archive', 'notes.0'],
  ['<textLang', 'originalLanguage'],
  ['Second', 'sources.1'],
  ['Charles', 'senders.0'],
  ['<placeName', 'places.0'],
  ['Augusta', 'addressees.0'],
  ['Later', 'date.received.0'],
  ['The first', 'context.0'],
  // The text says when it was sent, and that is what the form shows.
  ['July', undefined],
  ['Made', undefined],
  ['My dear', undefined],
])('%s stands in the field %s', (words, field) => {
  expect(headerFieldAt(source, source.indexOf(words))).toBe(field);
});
