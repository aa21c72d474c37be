import { teiNamespace } from '@chancery/tei';
import { escapeText } from '@chancery/xml';
import type { ProposedPiece } from '../proposing/propose-front.js';
import type { ProposedRegister } from '../proposing/propose-non-extant.js';
import type { ProposedTitlePage, TitlePart } from '../proposing/propose-title-page.js';
import type { ProposedDocument } from '../proposing/proposed-document.js';
import type { ProposedEndnote } from '../proposing/read-endnotes.js';
import type { Flow } from '../reading/flow.js';
import type { SourceLine } from '../reading/source-line.js';
import { pageBreak, type Span } from './inline.js';
import { Scribe, type Script } from './scribe.js';
import { softSpace, wrapped } from './wrap.js';
import type { Names } from './write-letter.js';

/** Words of the source that are left out as a whole. */
export interface LeftOut {
  readonly id: string;
  readonly lines: readonly Pick<SourceLine, 'plain'>[];
  readonly reason: string;
}

/** All of the volume but its documents' own texts. */
export interface ProposedVolume {
  readonly id: string;
  readonly titlePage: ProposedTitlePage;
  readonly pieces: readonly ProposedPiece[];
  readonly hasContents: boolean;
  readonly documentsHead: Flow | undefined;
  readonly documentsPage: string | undefined;
  readonly documents: readonly ProposedDocument[];
  /** The text is no printed volume, but letters that nobody has put into one. */
  readonly isOfLetters: boolean;
  /** The heading of the notes, in the source or in its contents. */
  readonly notesHead: Flow | string | undefined;
  readonly endnotes: readonly ProposedEndnote[];
  readonly register: ProposedRegister | undefined;
  readonly leftOut: readonly LeftOut[];
}

/** The text of the file that holds the volume together. Letters are to be written before it: they enter names. */
export function writeVolumeText(volume: ProposedVolume, script: Script, names: Names): string {
  const scribe = new Scribe(script, 'volume.xml', '');
  const front = [
    ...titlePage(volume.titlePage.parts, scribe, 'title-page'),
    ...volume.titlePage.others.flatMap((parts, index) => titlePage(parts, scribe, `title-page-${index + 2}`)),
    ...pieces(volume, scribe),
  ];
  const notes = notesDivision(volume, scribe);
  const register = volume.register ? registerDivision(volume.register, scribe, names) : [];
  return `  <text xml:lang="en">
    <front>
${front.join('\n')}
    </front>
    <body>
${documents(volume, scribe).join('\n')}
    </body>
    <back>
${[...notes, ...register, '      <divGen type="index" xml:id="index"/>'].join('\n')}
    </back>
  </text>`;
}

/** The volume's own file, of its text and its header. */
export function volumeFile({ id }: Pick<ProposedVolume, 'id'>, header: string, text: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="../schemas/letters.rng" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>
<?xml-model href="../schemas/letters.sch" type="application/xml" schematypens="http://purl.oclc.org/dsdl/schematron"?>
<TEI xmlns="${teiNamespace}" xml:id="${id}">
${header}
${text}
</TEI>
`;
}

function titlePage(parts: readonly TitlePart[], scribe: Scribe, id: string): string[] {
  if (parts.length === 0) return [];
  const titles = parts.filter(({ type }) => type !== 'publisher' && type !== 'place-and-year');
  const imprint = parts.filter((part) => !titles.includes(part)).map((part) => imprintPart(part, scribe));
  return [
    `      <titlePage xml:id="${id}">`,
    '        <docTitle>',
    ...titles.map(
      ({ type, flow }) =>
        `          <titlePart type="${type}">${hard(scribe.line(flow, 'title page', 'hi'))}</titlePart>`,
    ),
    '        </docTitle>',
    ...(imprint.length > 0 ? [`        <docImprint>${imprint.join('<lb/>')}</docImprint>`] : []),
    '      </titlePage>',
  ];
}

function imprintPart({ type, flow }: TitlePart, scribe: Scribe): string {
  if (type === 'publisher') return `<publisher>${hard(scribe.line(flow, 'title page', 'none'))}</publisher>`;
  const year = flow.text.length - 4;
  const place = flow.text.slice(0, year).trimEnd().replace(/,$/, '');
  const spans: Span[] = [
    { from: 0, to: place.length, open: '<pubPlace>', close: '</pubPlace>' },
    { from: year, to: year + 4, open: `<docDate when="${flow.text.slice(year)}">`, close: '</docDate>' },
  ];
  return hard(scribe.line(flow, 'title page', 'none', spans));
}

/** In displayed lines no space is a line end. */
function hard(written: string): string {
  return written.replaceAll(softSpace, ' ');
}

const order = ['commission', 'contents', 'foreword', 'publishers-note'];

function pieces({ pieces: proposed, hasContents }: ProposedVolume, scribe: Scribe): string[] {
  const written = proposed.map(({ kind, head, page, parts }) => ({
    kind: kind as string,
    lines: [
      `      <div type="${kind}" xml:id="${kind === 'commission' ? 'commission-members' : kind}">`,
      ...(page === undefined ? [] : [`        ${pageBreak(page)}`]),
      `        <head>${hard(scribe.running(head, 'heading', 'none'))}</head>`,
      ...parts.map((part) => {
        if (part.type === 'page') return `        ${pageBreak(part.n)}`;
        if (part.type === 'p')
          return wrapped(`<p>${scribe.running(part.flow, kind, 'title')}</p>`, '        ');
        scribe.generated(part.flow, 'separator');
        return '        <milestone unit="section" rend="asterisks"/>';
      }),
      '      </div>',
    ],
  }));
  if (hasContents)
    written.push({ kind: 'contents', lines: ['      <divGen type="contents" xml:id="contents"/>'] });
  return written
    .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
    .flatMap(({ lines }) => lines);
}

function documents(volume: ProposedVolume, scribe: Scribe): string[] {
  const { documents: all, documentsHead, documentsPage } = volume;
  const items = all
    .filter(({ enclosedIn }) => enclosedIn === undefined)
    .flatMap((document) => {
      const enclosed = all.filter(({ enclosedIn }) => enclosedIn === document);
      const pointer = (of: ProposedDocument) => `<ptr target="letters/${of.id}.xml"/>`;
      if (enclosed.length === 0) return [`          <item>${pointer(document)}</item>`];
      return [
        `          <item>${pointer(document)}`,
        '            <list type="enclosures">',
        ...enclosed.map((each) => `              <item>${pointer(each)}</item>`),
        '            </list>',
        '          </item>',
      ];
    });
  return [
    '      <div type="documents" xml:id="documents">',
    ...(documentsPage === undefined ? [] : [`        ${pageBreak(documentsPage)}`]),
    ...(documentsHead ? [`        <head>${hard(scribe.line(documentsHead, 'heading', 'none'))}</head>`] : []),
    ...(items.length > 0
      ? ['        <list type="documents">', ...items, '        </list>']
      : ['        <p><gap reason="not-in-source"/></p>']),
    '      </div>',
  ];
}

function notesDivision({ notesHead, endnotes }: ProposedVolume, scribe: Scribe): string[] {
  if (endnotes.length === 0 && notesHead === undefined) return [];
  const head =
    typeof notesHead === 'string'
      ? [`        <head source="#excluded-contents">${escapeText(notesHead)}</head>`]
      : notesHead
        ? [`        <head>${hard(scribe.line(notesHead, 'heading', 'none'))}</head>`]
        : [];
  return [
    '      <div type="notes" xml:id="notes">',
    ...head,
    ...endnotes.map((note) => wrapped(endnote(note, scribe), '        ')),
    '      </div>',
  ];
}

function endnote({ value, label, paragraphs }: ProposedEndnote, scribe: Scribe): string {
  const open = `<note type="endnote" xml:id="endnote-${value}">`;
  if (paragraphs.length === 0) return `${open}<gap reason="not-in-source"/></note>`;
  if (label) scribe.generated(label, 'note');
  const words = paragraphs.map((flow) => `<p>${scribe.running(flow, 'note', 'title')}</p>`);
  return `${open}${words.join('')}</note>`;
}

function registerDivision({ head, entries }: ProposedRegister, scribe: Scribe, names: Names): string[] {
  return [
    '      <div type="non-extant" xml:id="non-extant">',
    `        <head>${hard(scribe.line(head, 'heading', 'none'))}</head>`,
    '        <list type="non-extant">',
    ...entries.map(({ flow, sender, addressee, date, evidenceFrom }) => {
      const spans: Span[] = [];
      for (const [role, place] of [
        ['sender', sender],
        ['addressee', addressee],
      ] as const)
        if (place) {
          const { id } = names.persons.person(flow.text.slice(...place));
          spans.push({
            from: place[0],
            to: place[1],
            open: `<persName role="${role}" ref="#${id}">`,
            close: '</persName>',
          });
        }
      if (date)
        spans.push({
          from: date.place[0],
          to: date.place[1],
          open: `<date when="${date.when}">`,
          close: '</date>',
        });
      spans.push({ from: evidenceFrom, to: flow.text.length, open: '<bibl>', close: '</bibl>' });
      return wrapped(`<item>${scribe.line(flow, 'register', 'title', spans)}</item>`, '          ');
    }),
    '        </list>',
    '      </div>',
  ];
}
