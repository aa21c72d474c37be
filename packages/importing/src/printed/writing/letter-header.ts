import { escapeText } from '@chancery/xml';
import { inSmallLetters } from '../proposing/names.js';
import {
  type DateLine,
  isCounted,
  type ProposedDate,
  type ProposedDocument,
  type ProposedName,
  titleOfFile,
} from '../proposing/proposed-document.js';
import type { Flow } from '../reading/flow.js';
import { softSpace, wrapped } from './wrap.js';
import type { Names } from './write-letter.js';

/** Where the volume's own file is, from a letter. */
export const volumePath = '../volume.xml';

/** The header of a letter, as its head and its names tell it. */
export function letterHeader(document: ProposedDocument, names: Names): string {
  const { number, title, file } = document;
  const label = number && `No. ${number.flow ? number.value : `[${number.value}]`}`;
  const words = title ? headerTitle(title.flow, title) : file && titleOfFile(file);
  const called = [label, words].filter(Boolean).join('. ');
  const evidence = number?.evidence
    ? `
      <notesStmt>
${wrapped(`<note type="number">${soft(number.evidence)}</note>`, '        ')}
      </notesStmt>`
    : '';
  const source = file === undefined ? 'The printed volume' : `The file “${escapeText(file)}”`;
  const where = label ? `, <biblScope unit="document">${label}</biblScope>,` : ',';
  return `  <teiHeader>
    <fileDesc>
      <titleStmt>
${wrapped(`<title>${soft(called || document.id)}</title>`, '        ')}
      </titleStmt>
      <publicationStmt>
        <p>Part of the <ref target="${volumePath}">volume</ref>.</p>
      </publicationStmt>${evidence}
      <sourceDesc>
${wrapped(soft(`<bibl corresp="${volumePath}#printed-volume">${source}${where} after the <ref target="${volumePath}#source-text">source text</ref>.</bibl>`, true), '        ')}
      </sourceDesc>
    </fileDesc>
    <profileDesc>
      <langUsage>
        <language ident="en">English</language>
      </langUsage>
      <correspDesc>
${actionsOf(document, names)}
      </correspDesc>
    </profileDesc>
  </teiHeader>`;
}

function actionsOf(document: ProposedDocument, names: Names): string {
  const { senders, addressees, datelines, closing, opening, handed } = document;
  const dateOf = (type: ProposedDate['type']): DateLine | undefined =>
    [...datelines, ...(opening ? [opening] : []), ...closing.filter((part) => part.type === 'dateline')].find(
      ({ date }) => date.type === type,
    );
  const signed = dateOf('signed');
  const person = ({ name, id }: ProposedName, role?: string) =>
    `<persName${role ? ` role="${role}"` : ''} ref="${volumePath}#${id}">${escapeText(name)}</persName>`;
  const inHeader = (line: DateLine | undefined) =>
    line && line.date.when !== undefined
      ? [
          `<date when="${line.date.when}">${escapeText(readingOf(line.flow, line.date.from, line.date.to))}</date>`,
        ]
      : [];
  const place = signed?.place ? signed.flow.text.slice(...signed.place) : undefined;
  const actions: [string, string[]][] = [];
  const sent = [...senders.map((name) => person(name)), ...inHeader(dateOf('sent'))];
  if (sent.length > 0) actions.push(['sent', sent]);
  const dated = inHeader(signed);
  // A letter of no volume is by whoever signs it, though no register has the name.
  const signer = isCounted(document) ? closing.find((part) => part.type === 'signed') : undefined;
  const signers = senders.slice(0, 1).map((name) => person(name));
  if (signer && signers.length === 0)
    signers.push(`<persName>${escapeText(inSmallLetters(signer.flow.text))}</persName>`);
  if (dated.length > 0 || (signer && senders.length === 0))
    actions.push([
      'signed',
      [...signers, ...(place === undefined ? [] : [placeName(place, names)]), ...dated],
    ]);
  if (handed) {
    const by = handed.by === undefined ? [] : [person(names.persons.person(handed.by), 'handed-by')];
    const to = handed.to === undefined ? [] : [person(names.persons.person(handed.to), 'handed-to')];
    const title = document.title;
    const date =
      title && handed.date.when !== undefined && title.handedDate
        ? [
            `<date when="${handed.date.when}">${escapeText(readingOf(title.flow, title.handedDate.from, title.handedDate.to))}</date>`,
          ]
        : [];
    actions.push(['transmitted" subtype="handed', [...by, ...to, ...date]]);
  }
  const received = [...addressees.map((name) => person(name)), ...inHeader(dateOf('received'))];
  if (received.length > 0) actions.push(['received', received]);
  const known = actions.some(([type]) => type === 'sent' || type === 'signed');
  return [
    ...actions.map(
      ([type, parts]) =>
        `        <correspAction type="${type}">\n${parts.map((part) => `          ${part}\n`).join('')}        </correspAction>`,
    ),
    ...(known ? [] : ['        <note>The source names neither who sent this nor when it was signed.</note>']),
  ].join('\n');
}

function placeName(name: string, names: Names): string {
  return `<placeName ref="${volumePath}#${names.places.person(name).id}">${escapeText(name)}</placeName>`;
}

/** The words of a flow as they are written, with what is read for them. */
function readingOf(flow: Flow, from: number, to: number): string {
  let words = '';
  for (let index = from; index < to; ) {
    const reading = flow.readings.find((each) => each.from === index);
    words += reading?.as ?? flow.text[index] ?? '';
    index = reading?.to ?? index + 1;
  }
  return words;
}

function headerTitle(
  flow: Flow,
  { handedFrom, handedDate }: { handedFrom?: number; handedDate?: ProposedDate },
): string {
  if (handedFrom === undefined) return inSmallLetters(flow.text.replace(/<sup>.*?<\/sup>/g, ''));
  const handed = flow.text.slice(handedFrom, handedDate?.from).replace(/,? on $/, '');
  return `${inSmallLetters(flow.text.slice(0, handedFrom - 1))}, ${handed.charAt(0).toLowerCase()}${handed.slice(1)}`;
}

function soft(text: string, isMarkup = false): string {
  if (!isMarkup) return escapeText(text).replaceAll(' ', softSpace);
  return text.replace(/<[^>]*>| /g, (piece) => (piece === ' ' ? softSpace : piece));
}
