import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EditionSource } from '../edition-source.js';

/** The sample volume that comes with Chancery. */
export function sampleVolume(): EditionSource {
  const corpus = fileURLToPath(new URL('../../../../corpus/', import.meta.url));
  const file = (path: string) => ({ path, source: readFileSync(`${corpus}${path}`, 'utf8') });
  const letters = readdirSync(`${corpus}letters`).filter((name) => name.endsWith('.xml'));
  return { volume: file('volume.xml'), letters: letters.map((name) => file(`letters/${name}`)) };
}

const xmlns = 'xmlns="http://www.tei-c.org/ns/1.0"';

/** What must come out as text, wherever it stands. */
export const injected = `</p><script>alert(1)</script>"'><img src=x onerror=alert(2)>#{panic("x")}`;

const written = injected.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A volume of three letters that says everything that interchange asks for, in several languages, with pictures of pages. */
export function richVolume(): EditionSource {
  const letter = (
    id: string,
    {
      actions,
      text,
      body,
      facsimile = '',
    }: { actions: string; text: string; body: string; facsimile?: string },
  ) => ({
    path: `letters/${id}.xml`,
    source: `<TEI ${xmlns} xml:id="${id}"><teiHeader><fileDesc><titleStmt><title>No. 1. ${id}</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc><profileDesc><correspDesc>${actions}</correspDesc></profileDesc></teiHeader>${facsimile}<text xml:lang="${text}"><body><div type="letter">${body}</div></body></text></TEI>`,
  });
  return {
    volume: {
      path: 'volume.xml',
      source: `<TEI ${xmlns} xml:id="letters-of-ada"><teiHeader><fileDesc><titleStmt><title type="main">Letters &amp; papers</title><title type="volume">Volume One</title><editor>E. Ditor</editor></titleStmt><publicationStmt><publisher>A Press</publisher><idno type="url">https://ada.example.org/letters</idno><date when="2026-11-28"/><availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability></publicationStmt><sourceDesc><bibl>The papers.</bibl></sourceDesc></fileDesc><profileDesc><particDesc><listPerson><person xml:id="ada"><persName>Ada King</persName><idno type="VIAF">22172362</idno><idno type="GND">119232022</idno></person></listPerson><listOrg><org xml:id="society"><orgName>The Society</orgName></org></listOrg></particDesc><settingDesc><listPlace><place xml:id="london"><placeName>London</placeName><idno type="GeoNames">2643743</idno></place></listPlace></settingDesc></profileDesc></teiHeader><text xml:lang="en"><front><div type="foreword" xml:id="foreword"><head>FOREWORD</head><p>First.</p></div></front><body><div type="documents"><list type="documents"><item><ptr target="letters/one.xml"/></item><item><ptr target="letters/two.xml"/></item><item><ptr target="letters/three.xml"/></item></list></div></body><back><div type="notes" xml:id="notes"><head>NOTES</head><note type="endnote" xml:id="n1">On <hi rend="italic">Babbage</hi>.</note></div></back></text></TEI>`,
    },
    letters: [
      letter('one', {
        text: 'en',
        actions:
          '<correspAction type="sent"><persName ref="../volume.xml#ada">Ada</persName><placeName ref="../volume.xml#london">London</placeName><date notBefore="1843-07-10" notAfter="1843-07-12" cert="medium"/></correspAction><correspAction type="received"><orgName ref="../volume.xml#society">Society</orgName><date when="1843-07-14T10:00:00"/></correspAction>',
        body: '<head type="number">No. 1</head><head type="title">ADA TO THE SOCIETY</head><opener><salute>Dear Sirs,</salute></opener><p xml:id="p1">I write<ptr type="endnote" target="../volume.xml#n1"/> again<note type="footnote">A slip.</note>.</p><list><item>one</item><item>two</item></list><table><row><cell>a</cell><cell>b</cell></row></table><lg><l>Verse one</l><l>Verse two</l></lg><closer><signed>ADA</signed></closer>',
        facsimile:
          '<facsimile><surface xml:id="s1" ulx="0" uly="0" lrx="400" lry="300"><graphic url="https://iiif.example.org/image/1/"/></surface><surface n="1v"><graphic url="https://img.example.org/2.jpg"/></surface><surface><graphic url="javascript:alert(1)"/></surface></facsimile>',
      }),
      letter('two', {
        text: 'ru',
        actions:
          '<correspAction type="sent"><persName>Неизвестный</persName><date from="1843" to="1844-02"/></correspAction>',
        body: '<head type="title">TWO</head><p>Привет, мир. <foreign xml:lang="he">שלום</foreign></p>',
      }),
      letter('three', {
        text: 'en',
        actions: `<correspAction type="sent"><persName>${written}</persName><date when="not a date"/></correspAction><correspAction type="received"><persName ref="https://d-nb.info/gnd/119232022">Ada</persName></correspAction>`,
        body: `<head type="title">${written}</head><p rend="${written}">${written}<ref target="javascript:alert(1)">here</ref><odd:odd xmlns:odd="urn:odd" onclick="alert(1)">Odd words.</odd:odd></p>`,
      }),
    ],
  };
}
