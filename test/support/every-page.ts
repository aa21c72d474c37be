import type { EditionSource } from '@chancery/publishing';

const xmlns = 'xmlns="http://www.tei-c.org/ns/1.0"';
const head = (title: string, more = '', source = '<p/>') =>
  `<teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc>${source}</sourceDesc></fileDesc>${more}</teiHeader>`;

/** What must come out as text, wherever it stands, with a word that can be searched for. */
export const hostile =
  '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script></mark><b>bold</b>';

const escaped = hostile.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * A small volume that has what the sample volume has not: organisations, a bibliography, the images of a copy.
 *
 * @param letter the identifier of its second letter
 */
export function volumeOfEveryPage(letter: string): EditionSource {
  const registers =
    '<profileDesc><particDesc><listPerson><person xml:id="ada"><persName>Ada King</persName></person></listPerson><listOrg><org xml:id="society"><orgName>The Society</orgName><note>A learned society.</note></org></listOrg></particDesc></profileDesc>';
  const books =
    '<listBibl><bibl xml:id="memoirs"><title>Memoirs of the Society</title>, London 1843</bibl></listBibl>';
  const file = (id: string, title: string, body: string, facsimile = '') => ({
    path: `letters/${id}.xml`,
    source: `<TEI ${xmlns} xml:id="${id}">${head(title, '<profileDesc><correspDesc><correspAction type="sent"><orgName ref="../volume.xml#society">Society</orgName><date when="1843-07-10"/></correspAction></correspDesc></profileDesc>')}${facsimile}<text xml:lang="en"><body><div type="letter"><head type="number">No. 1</head><head type="title">${title}</head>${body}</div></body></text></TEI>`,
  });
  return {
    volume: {
      path: 'volume.xml',
      source: `<TEI ${xmlns} xml:id="v">${head('Letters', registers, books)}<text xml:lang="en"><front><div type="foreword" xml:id="foreword"><head>FOREWORD</head><p>On the <orgName ref="#society">Society</orgName>.</p></div></front><body><div type="documents"><list type="documents"><item><ptr target="letters/first.xml"/></item><item><ptr target="letters/${letter}.xml"/></item></list></div></body></text></TEI>`,
    },
    letters: [
      file(
        'first',
        'The Society to Ada',
        '<p><pb n="1" facs="#s1"/>See <bibl><ref target="../volume.xml#memoirs">Memoirs</ref></bibl>, of the <orgName ref="../volume.xml#society">Society</orgName>, <persName ref="../volume.xml#ada">Ada</persName>.</p>',
        '<facsimile><surface xml:id="s1"><graphic url="https://images.example.org/1.jpg"/></surface></facsimile>',
      ),
      file(letter, 'The Society to Ada again', `<p>Needlework ${escaped} needlework.</p>`),
    ],
  };
}
