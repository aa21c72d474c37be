import { volumeName } from '../parts/volume-name.js';

/** Somebody as citations name him: the name in its order, and as lists have it. */
export interface CitedName {
  readonly name: string;
  /** “Stalin, J. V.”; of a body the same as the name. */
  readonly listed: string;
  readonly isPerson: boolean;
}

/** What a citation of a document says. */
export interface CitedDocument {
  readonly id: string;
  /** As the contents have it, for a document that names no sender. */
  readonly title: string;
  /** The number without “No.”; the empty string for none. */
  readonly number: string;
  /** In words, and as ISO 8601 as far as it is known. */
  readonly date: string;
  readonly when: string;
  readonly senders: readonly CitedName[];
  readonly addressees: readonly CitedName[];
  /** BCP 47; undefined where neither it nor the volume says. */
  readonly language: string | undefined;
  /** Its lasting address on the web, where the edition states its own. */
  readonly address?: string | undefined;
}

/** The edition that it stands in. */
export interface CitedEdition {
  readonly title: string;
  readonly volume: string;
  readonly editors: readonly string[];
  readonly publisher?: string | undefined;
  readonly place?: string | undefined;
  readonly year?: string | undefined;
  readonly doi?: string | undefined;
}

/** A citation in words: what comes before the title of the edition, the title, and what comes after it. */
export interface WordedCitation {
  readonly before: string;
  readonly title: string;
  readonly after: string;
}

const listOf = (names: readonly string[]): string =>
  names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;

const sentence = (words: string): string => (/[.?!]$/.test(words) ? words : `${words}.`);

/** “J. V. Stalin to F. Roosevelt”, or the title of a document that names nobody. */
function fromTo({ senders, addressees, title }: CitedDocument): string {
  if (senders.length === 0) return title;
  const from = listOf(senders.map(({ name }) => name));
  return addressees.length === 0 ? from : `${from} to ${listOf(addressees.map(({ name }) => name))}`;
}

/** The Chicago Manual of Style, 18th ed., 14.13: a letter in a published collection, as a note has it. */
export function chicago(document: CitedDocument, edition: CitedEdition): WordedCitation {
  const { editors, place, publisher, year } = edition;
  const imprint = [[place, publisher].filter(Boolean).join(': '), year].filter(Boolean).join(', ');
  const number = document.number === '' ? '' : `no. ${document.number}`;
  const after = [
    ...[edition.volume, editors.length > 0 ? `ed. ${listOf(editors)}` : '']
      .filter(Boolean)
      .map((part) => `, ${part}`),
    imprint === '' ? '' : ` (${imprint})`,
    document.address ? `, ${document.address}` : '',
  ].join('');
  return {
    before: `${[fromTo(document), document.date, number].filter(Boolean).join(', ')}, in `,
    title: edition.title,
    after: sentence(after),
  };
}

/** Months of more than four letters are shortened (MLA Handbook, 9th ed., 6.39). */
const mlaMonths = [
  'Jan.',
  'Feb.',
  'Mar.',
  'Apr.',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
];

function mlaDate({ when, date }: CitedDocument): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(when) ?? [];
  if (year === undefined) return date;
  const name = month && mlaMonths[Number(month) - 1];
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}

/** MLA Handbook, 9th ed., appendix 2: a letter in a published collection, as the list of works cited has it. */
export function mla(document: CitedDocument, edition: CitedEdition): WordedCitation {
  const { editors, publisher, year } = edition;
  const [first, ...more] = document.senders;
  // More than two are not all named (MLA Handbook, 5.8).
  const others = more.length > 1 ? 'et al.' : more.map(({ name }) => `and ${name}`)[0];
  const authors = first && [first.listed, others].filter(Boolean).join(', ');
  const to = listOf(document.addressees.map(({ name }) => name));
  const letter = authors === undefined || to === '' ? document.title : `Letter to ${to}`;
  const date = mlaDate(document);
  const after = [
    editors.length > 0 ? `edited by ${listOf(editors)}` : '',
    edition.volume,
    publisher ?? '',
    year ?? '',
    document.number === '' ? '' : `no. ${document.number}`,
    document.address?.replace(/^https?:\/\//, '') ?? '',
  ].filter(Boolean);
  return {
    before: [authors, letter, date].map((part) => (part ? `${sentence(part)} ` : '')).join(''),
    title: edition.title,
    after: sentence(['', ...after].join(', ')),
  };
}

/** TeX's own signs as text. */
function tex(words: string): string {
  const signs: Readonly<Record<string, string>> = {
    '\\': '\\textbackslash{}',
    '^': '\\textasciicircum{}',
    '~': '\\textasciitilde{}',
  };
  return oneLine(words).replace(/[\\{}$&#%_^~]/g, (sign) => signs[sign] ?? `\\${sign}`);
}

/** A line of a file in which lines have a meaning. */
const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

const headingOf = (document: CitedDocument): string =>
  [fromTo(document), document.date].filter(Boolean).join(', ');

/** An entry for BibTeX and biblatex, in UTF-8. Bodies stand in braces of their own, so that no name is parted. */
export function bibtex(document: CitedDocument, edition: CitedEdition): string {
  const { editors, publisher, place, year, doi } = edition;
  const authors = document.senders.map(({ listed, isPerson }) =>
    isPerson ? tex(listed) : `{${tex(listed)}}`,
  );
  const fields = {
    author: authors.join(' and '),
    title: `{${tex(headingOf(document))}}`,
    booktitle: `{${tex(volumeName(edition))}}`,
    editor: editors.map((name) => `{${tex(name)}}`).join(' and '),
    number: tex(document.number),
    publisher: publisher === undefined ? '' : `{${tex(publisher)}}`,
    address: tex(place ?? ''),
    year: year ?? '',
    origdate: /^\d{4}(-\d\d){0,2}$/.test(document.when) ? document.when : '',
    language: tex(document.language ?? ''),
    doi: tex(doi ?? ''),
    url: oneLine(document.address ?? '').replace(/[{}\\]/g, encodeURIComponent),
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@incollection{${document.id.replace(/[^\w.-]/g, '_')},\n${lines.join('')}}\n`;
}

/** An entry in the RIS format, whose lines end as it asks for. */
export function ris(document: CitedDocument, edition: CitedEdition): string {
  const { editors, publisher, place, year, doi } = edition;
  const lines: [string, string | undefined][] = [
    ['TY', 'CHAP'],
    ...document.senders.map(({ listed }): [string, string] => ['AU', listed]),
    ['TI', headingOf(document)],
    ['T2', volumeName(edition)],
    ...editors.map((name): [string, string] => ['A2', name]),
    ['M1', document.number],
    ['PB', publisher],
    ['CY', place],
    ['PY', year],
    ['OP', document.date],
    ['LA', document.language],
    ['DO', doi],
    ['UR', document.address],
    ['ID', document.id],
  ];
  const written = lines.flatMap(([tag, value]) => {
    const words = oneLine(value ?? '');
    return words === '' ? [] : [`${tag}  - ${words}\r\n`];
  });
  return `${written.join('')}ER  - \r\n`;
}

/** The same as CSL-JSON, as reference managers exchange it: a list of one item. */
export function cslJson(document: CitedDocument, edition: CitedEdition): string {
  const { editors, publisher, place, year, doi } = edition;
  const item = {
    id: document.id,
    type: 'chapter',
    title: headingOf(document),
    genre: 'letter',
    'container-title': volumeName(edition),
    ...(document.senders.length > 0 ? { author: document.senders.map(cslName) } : {}),
    ...(editors.length > 0 ? { editor: editors.map((literal) => ({ literal })) } : {}),
    ...(document.number === '' ? {} : { 'chapter-number': document.number }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(place === undefined ? {} : { 'publisher-place': place }),
    ...(year === undefined ? {} : { issued: { 'date-parts': [[Number(year)]] } }),
    ...(/^\d{4}(-\d\d){0,2}$/.test(document.when)
      ? { 'original-date': { 'date-parts': [document.when.split('-').map(Number)] } }
      : {}),
    language: document.language,
    ...(doi === undefined ? {} : { DOI: doi }),
    ...(document.address === undefined ? {} : { URL: document.address }),
  };
  return `${JSON.stringify([item], undefined, 1)}\n`;
}

function cslName({ name, listed, isPerson }: CitedName): Record<string, string> {
  const [family = '', given = '', suffix] = listed.split(', ');
  if (!isPerson || given === '') return { literal: name };
  return { family, given, ...(suffix === undefined ? {} : { suffix }) };
}
