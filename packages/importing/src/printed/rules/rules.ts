import { figureLike } from '../reading/misread.js';
import type { Rule, RuleName } from './rule.js';

const date = `\\p{L}{3,10}\\.?\\s+[${figureLike}]{1,2}\\s*[,.]\\s*[${figureLike}]{4}|[${figureLike}]{1,2}\\s+\\p{L}{3,10}\\.?,?\\s+[${figureLike}]{4}`;
const figures = `[${figureLike}]{1,4}`;

function line(
  name: RuleName,
  label: string,
  gloss: string,
  patterns: readonly string[],
  groups: readonly string[] = [],
  needs: readonly string[] = [],
): Rule {
  return { name, label, gloss, scope: 'line', groups, needs, patterns };
}

const headings: readonly Rule[] = [
  line('commission', 'Commission', 'The heading over those who published the volume.', ['^COMMISSION$']),
  line('contents', 'Contents', 'The heading of the printed list of contents.', ['^(?:TABLE OF )?CONTENTS$']),
  line(
    'contents-line',
    'Line of the contents',
    'An entry of the printed list of contents with its page.',
    ['^(?<heading>\\S.*?)(?:(?:\\s*[.·…]){2,}\\s*|\\s*\\t\\s*)(?<page>\\d{1,4})$'],
    ['heading', 'page'],
    ['heading', 'page'],
  ),
  line('foreword', 'Foreword', 'The heading of the foreword.', ['^(?:FOREWORD|PREFACE)$']),
  line('publishers-note', 'Publisher’s note', 'The heading of the publisher’s note.', [
    "^PUBLISHER['’]?S['’]? NOTE$",
  ]),
  line('documents', 'Documents', 'The heading under which the documents begin.', ['^DOCUMENTS$']),
  line('notes', 'Notes', 'The heading under which the notes of the volume begin.', ['^NOTES$']),
  line('non-extant', 'Messages not found', 'The heading of the register of messages that were not found.', [
    '^(?:REGISTER OF )?MESSAGES (?:THAT WERE )?NOT FOUND$',
    '^NON-EXTANT (?:MESSAGES|LETTERS)$',
  ]),
];

const ofDocuments: readonly Rule[] = [
  line(
    'number',
    'Number',
    'The number over a document.',
    [`^N[o0°º]\\s?[.,]?\\s{0,3}(?<number>${figures})\\.?$`],
    ['number'],
    ['number'],
  ),
  line(
    'received',
    'Received on',
    'The line that says when a document was received.',
    [`^R\\p{L}{5,8}d\\s+on\\s+(?<date>${date}|.{4,40})$`],
    ['date'],
    ['date'],
  ),
  line(
    'sent',
    'Sent on',
    'The line that says when a document was sent.',
    [`^S\\p{L}{2}t\\s+on\\s+(?<date>${date}|.{4,40})$`],
    ['date'],
    ['date'],
  ),
  line(
    'title',
    'Title',
    'Who writes to whom, in capitals; an asterisk says that the editors gave the title.',
    ['^(?<senders>[^\\p{Ll}]{3,80}?)\\sTO\\s(?<addressees>[^\\p{Ll}]{3,100}?)(?<asterisk>\\*?)$'],
    ['senders', 'addressees', 'asterisk'],
    ['senders', 'addressees'],
  ),
  line(
    'kind',
    'Kind of document',
    'A title that says what the document is, in capitals.',
    ['^(?<kind>AIDE-M[EÉ]MOIRE|MEMORANDUM|STATEMENT|TELEGRAM)(?<asterisk>\\*?)$'],
    ['kind', 'asterisk'],
    ['kind'],
  ),
  line(
    'handed',
    'Handed to',
    'The line under a title that says through whose hands the document went.',
    [
      `^(?:Handed|Delivered|Transmitted) to (?<to>.{3,80}?) by (?<by>.{3,120}?),? on (?<date>${date})(?<asterisk>\\*?)$`,
    ],
    ['to', 'by', 'date', 'asterisk'],
    ['date'],
  ),
  line('enclosure', 'Enclosure', 'The heading of something that was sent with a document.', [
    '^(?:ENCLOSURE|Enclosure)(?:\\s+(?:No\\.\\s*)?\\d{1,2})?\\*?$',
  ]),
  line('salutation', 'Salutation', 'The line that speaks to the one who is written to.', [
    '^(?:My [Dd]ear|Dear)\\s.{2,60}[,:]$',
    '^(?:Mr\\.?|Madam|Your)\\s(?:President|Prime Minister|Chairman|Premier|Excellency|Marshal)[,:]$',
  ]),
  line('valediction', 'Valediction', 'The phrase that takes leave, over the signature.', [
    '^(?:Yours|Sincerely|Respectfully|Faithfully|With (?:best|kind|warm|deep|sincere|respect))\\b.{0,60},$',
    '^(?:Yours (?:very )?(?:sincerely|truly|faithfully)|Sincerely(?: yours)?|Respectfully)[.,]?$',
  ]),
  line('signature', 'Signature', 'The name of who signs, with the surname in capitals.', [
    "^(?:\\p{Lu}[\\p{L}.’'-]*\\s){0,4}\\p{Lu}[\\p{Lu}’'-]{2,}(?:\\s\\p{Lu}[\\p{Lu}’'-]{2,})?$",
  ]),
  line(
    'dateline',
    'Date under the text',
    'The date, and perhaps the place, under the text of a document.',
    [`^(?:(?<place>\\p{Lu}[\\p{L} .’'-]{2,40}),\\s+)?(?<date>${date})$`],
    ['place', 'date'],
    ['date'],
  ),
  line(
    'item',
    'Numbered item',
    'The label with which a numbered paragraph begins.',
    ['^(?<label>\\((?:\\d{1,2}|[a-z])\\))\\s'],
    ['label'],
    ['label'],
  ),
];

const ofPages: readonly Rule[] = [
  line('separator', 'Asterisks', 'A row of asterisks between two sections.', ['^\\*(?:\\s*\\*){1,4}$']),
  line(
    'running-head',
    'Running head',
    'The line at the head of a page, with or without its number.',
    ['^(?:(?<page>\\d{1,4})\\s+)?CORRESPONDENCE(?: WITH .{3,60}?)?(?:\\s+(?<page2>\\d{1,4}))?$'],
    ['page', 'page2'],
  ),
  line(
    'page-number',
    'Page number',
    'The number of a page, alone in its line.',
    ['^[-–—[(]?\\s?(?<page>\\d{1,4})\\s?[-–—\\])]?$'],
    ['page'],
    ['page'],
  ),
];

const ofNotes: readonly Rule[] = [
  line(
    'footnote',
    'Page footnote',
    'A note at the foot of a page.',
    [
      `^<sup>(?<label>[${figureLike}]{1,3}|\\*{1,3}|†)</sup>\\s*(?=\\S)`,
      '^(?<label>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)\\s*(?=\\S)',
      '^\\[\\^(?<label>\\w{1,4})\\]:\\s*(?=\\S)',
      '^(?<label>\\*{1,3}|†)\\s+(?=\\p{Lu})',
    ],
    ['label'],
    ['label'],
  ),
  line(
    'endnote',
    'Note of the volume',
    'The label with which a note at the end of the volume begins.',
    [
      `^<sup>(?<label>[${figureLike}]{1,3})</sup>\\s*(?=\\S)`,
      `^(?<label>[${figureLike}]{1,3})[.)]?\\s+(?=\\S)`,
      '^(?<label>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)\\s*(?=\\S)',
      '^\\[\\^(?<label>\\w{1,4})\\]:\\s*(?=\\S)',
    ],
    ['label'],
    ['label'],
  ),
  {
    name: 'callout',
    label: 'Callout',
    gloss: 'The sign in the text that calls a note.',
    scope: 'within',
    groups: ['label'],
    needs: ['label'],
    patterns: [
      `<sup>\\s?(?<label>[${figureLike}]{1,3}|\\*{1,3}|†)\\s?</sup>`,
      '(?<label>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)',
      '\\[\\^(?<label>\\w{1,4})\\]',
    ],
  },
  {
    name: 'cross-reference',
    label: 'Reference',
    gloss: 'The mention of a document, in this volume or in another, by its number.',
    scope: 'within',
    groups: ['volume', 'number', 'numbers'],
    needs: [],
    patterns: [
      '(?<volume>Volume\\s+(?:One|Two|Three|Four|[IVX]+))(?:\\s+of\\s+this\\s+book)?,\\s+pp?\\.\\s+\\d+(?:-\\d+)?,\\s+Doc\\.\\s+No\\.\\s+(?<number>\\d{1,4})',
      '(?<![\\p{L}\\d])Nos\\.\\s+(?<numbers>\\d{1,4}(?:(?:,|,?\\s+and)\\s+\\d{1,4})*)(?!\\d)',
      '(?<![\\p{L}\\d])(?:Doc\\.\\s+)?No\\.\\s+(?<number>\\d{1,4})(?!\\d)',
    ],
  },
];

/** Every rule with its usual patterns, which are the habits of the sample volume. */
export const rules: readonly Rule[] = [...headings, ...ofDocuments, ...ofPages, ...ofNotes];
