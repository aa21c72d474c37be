import { teiNamespace } from '@chancery/tei';
import { escapeAttribute, escapeText } from '@chancery/xml';

/** What a test may say about a letter; what it does not say is made up. */
export interface LetterDetails {
  /** `TEI/@xml:id`. */
  readonly id?: string;
  readonly kind?: 'letter' | 'message' | 'aide-memoire';
  readonly number?: string;
  /** The number is supplied by the editors. */
  readonly isNumberSupplied?: boolean;
  readonly title?: string;
  /** The title is supplied by the editors. */
  readonly isTitleSupplied?: boolean;
  /** Days as `1941-08-04`. */
  readonly sent?: string;
  readonly received?: string;
  readonly signed?: string;
  readonly from?: string;
  readonly to?: string;
  readonly salutation?: string;
  /** TEI markup, one string a paragraph. */
  readonly paragraphs?: readonly string[];
  readonly greeting?: string;
}

/** A letter as TEI, valid against `letters.rng`, in the encoding of the sample volume. */
export function buildLetter(details: LetterDetails = {}): string {
  const id = details.id ?? 'letter-1';
  const number = details.number ?? '1';
  const from = details.from ?? 'J. V. Stalin';
  const to = details.to ?? 'F. Roosevelt';
  const title = details.title ?? `${from} to ${to}`.toUpperCase();
  const paragraphs = details.paragraphs ?? ['I have received your letter.'];
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<TEI xmlns="${teiNamespace}" xml:id="${escapeAttribute(id)}">`,
    '  <teiHeader>',
    '    <fileDesc>',
    `      <titleStmt><title>No. ${escapeText(number)}. ${escapeText(from)} to ${escapeText(to)}</title></titleStmt>`,
    '      <publicationStmt><p>Made for a test.</p></publicationStmt>',
    '      <sourceDesc><p>Made for a test.</p></sourceDesc>',
    '    </fileDesc>',
    '    <profileDesc>',
    '      <langUsage><language ident="en">English</language></langUsage>',
    '      <correspDesc>',
    action('sent', from, details.sent),
    action('received', to, details.received),
    '      </correspDesc>',
    '    </profileDesc>',
    '  </teiHeader>',
    '  <text xml:lang="en">',
    '    <body>',
    `      <div type="${details.kind ?? 'letter'}">`,
    `        <head type="number">No. ${supplied(number, details.isNumberSupplied)}</head>`,
    ...dateline('sent', details.sent),
    ...dateline('received', details.received),
    `        <head type="title">${supplied(title, details.isTitleSupplied)}</head>`,
    `        <opener><salute>${escapeText(details.salutation ?? 'Mr President,')}</salute></opener>`,
    ...paragraphs.map((paragraph) => `        <p>${paragraph}</p>`),
    '        <closer>',
    `          <salute>${escapeText(details.greeting ?? 'Yours sincerely,')}</salute>`,
    `          <signed><persName>${escapeText(from)}</persName></signed>`,
    ...(details.signed === undefined
      ? []
      : [`          <dateline>${date('signed', details.signed)}</dateline>`]),
    '        </closer>',
    '      </div>',
    '    </body>',
    '  </text>',
    '</TEI>',
  ];
  return `${lines.join('\n')}\n`;
}

function supplied(text: string, isSupplied = false): string {
  return isSupplied ? `<supplied reason="lost">${escapeText(text)}</supplied>` : escapeText(text);
}

function action(type: 'sent' | 'received', person: string, day: string | undefined): string {
  const when = day === undefined ? '' : `<date when="${escapeAttribute(day)}"/>`;
  return `        <correspAction type="${type}"><persName>${escapeText(person)}</persName>${when}</correspAction>`;
}

function dateline(type: 'sent' | 'received', day: string | undefined): readonly string[] {
  if (day === undefined) return [];
  return [`        <dateline>${type === 'sent' ? 'Sent' : 'Received'} on ${date(type, day)}</dateline>`];
}

function date(type: string, day: string): string {
  const printed = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return `<date type="${type}" when="${escapeAttribute(day)}">${printed}</date>`;
}
