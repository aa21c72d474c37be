import { escapeText } from '@chancery/xml';
import type { TitlePart } from '../proposing/propose-title-page.js';
import { softSpace, wrapped } from './wrap.js';
import type { Names } from './write-letter.js';
import type { LeftOut, ProposedVolume } from './write-volume.js';

/** What the header says of the source: a book, or letters that nobody has put into one. */
const ofBook = {
  resp: 'edited the printed volume, numbered the documents and gave titles to those that had none',
  editors: 'The editors of the printed volume',
  encoded: 'encoded the text in TEI and supplied the numbers that its source has lost',
  source: 'A text of that book, read from its pages by a machine. The encoding follows this text.',
} as const;
const ofLetters = {
  resp: 'wrote the letters into files and gave titles to them',
  editors: 'The editors of the letters',
  encoded: 'encoded the text in TEI',
  source: 'The text of those files. The encoding follows this text.',
} as const;

/**
 * The header of the volume's own file. It is written last: its registers hold every name that the texts have, and its list
 * everything that was left out of them.
 */
export function volumeHeader(
  volume: ProposedVolume,
  { persons, places }: Names,
  leftOut: readonly LeftOut[],
): string {
  const { titlePage: page } = volume;
  const part = (type: TitlePart['type']) => page.parts.find((each) => each.type === type)?.flow.text;
  const { isOfLetters } = volume;
  const title = part('main') ?? (isOfLetters ? 'Letters' : 'Printed volume');
  const words = isOfLetters ? ofLetters : ofBook;
  const subtitle = part('sub');
  const publisher = part('publisher');
  const placeAndYear = part('place-and-year');
  const commission = volume.pieces.find(({ kind }) => kind === 'commission');
  const register = persons
    .register()
    .map(
      ({ id, name }) => `          <person xml:id="${id}"><persName>${escapeText(name)}</persName></person>`,
    );
  const placeRegister = places
    .register()
    .map(
      ({ id, name }) => `          <place xml:id="${id}"><placeName>${escapeText(name)}</placeName></place>`,
    );
  return `  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title type="main">${escapeText(title)}</title>${optional('<title type="volume">', part('volume'))}${optional('<title type="sub">', subtitle)}
        <respStmt xml:id="commission">
          <resp>${words.resp}</resp>
          <orgName>${escapeText(commission?.head.text ?? words.editors)}</orgName>
        </respStmt>
        <respStmt xml:id="chancery">
          <resp>${words.encoded}</resp>
          <orgName>Chancery</orgName>
        </respStmt>
      </titleStmt>
      <publicationStmt>
        <p>Not published.</p>
      </publicationStmt>
      <sourceDesc>
        <bibl xml:id="printed-volume"><title level="m">${escapeText(title)}</title>${publisher ? `, <publisher>${escapeText(publisher)}</publisher>` : ''}${placeAndYear ? `, ${escapeText(placeAndYear)}` : ''}.</bibl>
        <bibl xml:id="source-text">${words.source}</bibl>
      </sourceDesc>
    </fileDesc>
    <encodingDesc>
      <samplingDecl>
        <p>Every word of the source text stands once in the encoding, or is left out with a reason: running
          heads, page numbers, and what this list holds.</p>
${excludedList(leftOut)}      </samplingDecl>
      <editorialDecl>
        <hyphenation eol="none">
          <p>Words that a line end divides in the source are whole again.</p>
        </hyphenation>
        <segmentation>
          <p>Sentences that a page end cuts in the source are whole again, and the page break stands where the
            page ended. A page break bears a number only where the source supports it.</p>
        </segmentation>
      </editorialDecl>
      <tagsDecl>
        <rendition scheme="free" selector="date[type=signed]">under the text, at the left</rendition>
        <rendition scheme="free" selector="date[type=sent]">under the number</rendition>
        <rendition scheme="free" selector="date[type=received]">under the number</rendition>
      </tagsDecl>
    </encodingDesc>
    <profileDesc>
      <langUsage>
        <language ident="en">English</language>
      </langUsage>${
        register.length === 0
          ? ''
          : `
      <particDesc>
        <listPerson type="correspondence">
${register.join('\n')}
        </listPerson>
      </particDesc>`
      }${
        placeRegister.length === 0
          ? ''
          : `
      <settingDesc>
        <listPlace>
${placeRegister.join('\n')}
        </listPlace>
      </settingDesc>`
      }
    </profileDesc>
  </teiHeader>`;
}

function optional(open: string, text: string | undefined): string {
  return text === undefined ? '' : `\n        ${open}${escapeText(text)}</title>`;
}

function excludedList(leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return '';
  const items = leftOut.map(({ id, lines, reason }) => {
    const words = lines.map(({ plain }) => escapeText(plain.replace(/\s+/g, ' ')).replaceAll(' ', softSpace));
    return `            <item xml:id="${id}">
${wrapped(`<quote>${words.join('<lb/>')}</quote>`, '              ')}
${wrapped(`<note type="reason">${escapeText(reason).replaceAll(' ', softSpace)}</note>`, '              ')}
            </item>
`;
  });
  return `        <p>
          <list type="excluded">
${items.join('')}          </list>
        </p>
`;
}
