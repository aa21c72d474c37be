import { childElements, type XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../header/element-tree.js';
import { readingText } from '../header/reading-text.js';
import type { PageSetting } from './page-setting.js';

/** The imprint, in paragraphs, as far as the header says it: the edition, who publishes it, who made it, its terms. */
export function imprintOf(tei: XmlElement): string[] {
  const [file] = at(tei, 'teiHeader', 'fileDesc');
  const [publication] = at(file, 'publicationStmt');
  const said = publication ? childElements(publication) : [];
  const isTerm = ({ localName }: XmlElement) => localName === 'availability' || localName === 'p';
  const terms = said
    .filter(isTerm)
    .flatMap((term) => [term, ...within(term)])
    .filter(({ localName }) => localName === 'p' || localName === 'licence')
    .filter(({ children }) => children.every((child) => child.type !== 'element' || child.localName !== 'p'));
  return [
    at(file, 'editionStmt').map(readingText).join(' '),
    said
      .filter((each) => !isTerm(each))
      .map((each) => (each.localName === 'idno' ? identifier(each) : readingText(each)))
      .filter(Boolean)
      .join(', '),
    ...at(file, 'titleStmt', 'respStmt').map(responsibility),
    ...terms.map(readingText),
  ].filter(Boolean);
}

/** A number with the name of its kind, such as “DOI” or “ISBN”; an address says by itself what it is. */
function identifier(idno: XmlElement): string {
  const value = readingText(idno);
  const kind = attribute(idno, 'type');
  return kind === undefined || value === '' || /^[a-z]+:/i.test(value) ? value : `${kind} ${value}`;
}

function responsibility(statement: XmlElement): string {
  const parts = childElements(statement);
  const read = (isOf: (name: string) => boolean, between: string) =>
    parts
      .filter(({ localName }) => isOf(localName))
      .map(readingText)
      .filter(Boolean)
      .join(between);
  const work = read((name) => name === 'resp', '; ');
  const who = read((name) => name !== 'resp', ', ');
  return [who, work].filter(Boolean).join(': ');
}

/** The colophon, in paragraphs: how the volume is set, and which release of the edition it is. */
export function colophonOf(
  { face, size, figures, width, height, template }: PageSetting,
  release: string | undefined,
): string[] {
  const leading = Math.round((size / 11.5) * 14 * 10) / 10;
  const manner = template === 'documentary diplomatic' ? ', line for line as the copy stands' : '';
  return [
    `The text is set in ${face}, ${size} on ${leading} points, with ${figures} figures${manner}, on a page of ${width} by ${height} mm.`,
    'Composed with Typst from TEI-XML by Chancery. The pages, the web edition and the source say the same: they are made of the same files.',
    ...(release === undefined ? [] : [`Release ${release}.`]),
  ];
}
