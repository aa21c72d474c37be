// The text of a printed volume in the habits of the sample, as OCR gives it, with damage; and the truth of it.
import { readFileSync } from 'node:fs';
import { random } from './generated-volume.mjs';
import { confusedFigure, spoiltCallout, spoiltDate, spoiltNumber } from './ocr-damage.mjs';
import { PageSetter } from './page-setter.mjs';

const sample = readFileSync(
  new URL('../../corpus/source/correspondence-volume-two.txt', import.meta.url),
  'utf8',
);
const vocabulary = [...new Set(sample.match(/(?<![\p{L}'-])\p{Ll}{2,}(?![\p{L}'-])/gu))];

const correspondents = [
  ['J. V. STALIN', 'J. STALIN', 'Mr Stalin'],
  ['F. ROOSEVELT', 'Franklin D. ROOSEVELT', 'Mr Roosevelt'],
  ['H. TRUMAN', 'Harry S. TRUMAN', 'Mr Truman'],
  ['W. CHURCHILL', 'Winston S. CHURCHILL', 'Mr Churchill'],
];
const places = ['Kuibyshev', 'Washington', 'London', 'Teheran'];

/**
 * @typedef {object} TrueDocument
 * @property {number} line where it begins in the text
 * @property {string | undefined} number undefined for an enclosure
 * @property {string[]} words in order, without callouts
 * @property {{ type: string, when: string }[]} dates
 * @property {string[]} notes the words of the notes that it calls, in the order of the callouts
 */

/**
 * A volume of documents with its text as OCR gives it.
 *
 * @param {number} count how many documents
 * @param {{ layout: 'markdown' | 'plain', seed?: number }} options Markdown has a paragraph a line, plain text is set line for line with
 *   divided words and running heads
 * @returns {{ text: string, documents: TrueDocument[], endnotes: string[][] }}
 */
export function printedVolume(count, { layout, seed = 1 }) {
  const pick = random(seed);
  const chance = (share) => pick(10_000) < share * 10_000;
  const one = (list) => list[pick(list.length)];
  const words = (length) =>
    Array.from({ length }, () => (chance(0.03) ? one(places) : one(vocabulary))).join(' ');
  const page = new PageSetter(layout, pick);
  const endnotes = [];
  const documents = [];

  front(page, words);
  for (let number = 1; number <= count; number += 1) {
    const begin = one(['sent', 'received', 'signed', 'signed']);
    documents.push(document({ number, begin }));
    if (chance(0.03)) documents.push(enclosure());
  }
  notes();
  return { text: page.text(), documents, endnotes: endnotes.map((note) => note.split(' ')) };

  function day(number) {
    const date = new Date(Date.UTC(1941, 7, 1 + number * 4));
    const printed = date.toLocaleDateString('en-US', {
      timeZone: 'UTC',
      month: 'long',
      day: 'numeric',
      year: 'numeric',
    });
    return { when: date.toISOString().slice(0, 10), printed };
  }

  function document({ number, begin }) {
    const truth = { line: 0, number: String(number), words: [], dates: [], notes: [] };
    const [from, to] = chance(0.5)
      ? [correspondents[0], one(correspondents.slice(1))]
      : [one(correspondents.slice(1)), correspondents[0]];
    const { when, printed } = day(number);
    let dated = printed;
    // Of a day in which another figure stands nothing tells that it does: the words are what the source says, only the date is not.
    let read = printed;
    if (chance(0.06)) dated = spoiltDate(printed, pick);
    else if (chance(0.01)) {
      dated = printed.replace(/\d+/, (day) => confusedFigure(day, pick));
      read = dated;
    }
    truth.dates.push({ type: begin, when });
    page.gap();
    const head = (line, said, markdown = line) => {
      const at = page.line(layout === 'markdown' ? markdown : line);
      truth.line ||= at;
      truth.words.push(...said.split(' '));
    };
    const isLost = chance(0.05);
    if (!isLost)
      head(
        `No. ${chance(0.06) ? spoiltNumber(number, pick) : chance(0.02) ? confusedFigure(number, pick) : number}`,
        `No. ${number}`,
      );
    if (begin !== 'signed') {
      const label =
        begin === 'sent' ? (chance(0.03) ? 'Scnt' : 'Sent') : chance(0.03) ? 'Rcceived' : 'Received';
      head(`${label} on ${dated}`, `${label} on ${read}`, `*${label} on ${dated}*`);
    }
    const title = `${from[0]} TO ${to[0]}`;
    const star = chance(0.05) ? '' : '\\*';
    head(`${title}${star.slice(-1)}`, title, `**${title}${star}**`);
    if (chance(0.4)) {
      const salutation = `My dear ${to[2]},`;
      page.line(salutation);
      truth.words.push(...salutation.split(' '));
    }
    body(truth, number);
    if (chance(0.6)) {
      const valediction = 'Yours very sincerely,';
      page.line(valediction);
      truth.words.push(...valediction.split(' '));
    }
    page.line(from[1]);
    truth.words.push(...from[1].split(' '));
    if (begin === 'signed') {
      const place = chance(0.2) ? `${one(places)}, ` : '';
      page.line(place + dated);
      truth.words.push(...(place + read).split(' '));
    }
    return truth;
  }

  function enclosure() {
    const truth = { line: 0, number: undefined, words: ['ENCLOSURE'], dates: [], notes: [] };
    page.gap();
    truth.line = page.line('ENCLOSURE');
    body(truth, 0);
    return truth;
  }

  function body(truth, number) {
    const paragraphs = 2 + pick(5);
    for (let index = 0; index < paragraphs; index += 1) {
      const pieces = [];
      const isItem = index > 0 && paragraphs > 5;
      if (isItem) pieces.push({ words: `(${index})` });
      const sentences = 2 + pick(4);
      for (let sentence = 0; sentence < sentences; sentence += 1) pieces.push(...sentenceOf(truth, number));
      page.paragraph(pieces, { isBroken: chance(0.04) });
      truth.words.push(...pieces.flatMap((piece) => piece.words.split(' ')));
    }
  }

  function sentenceOf(truth, number) {
    const start = words(6 + pick(8)).replace(/^./, (first) => first.toUpperCase());
    const end = words(5 + pick(8));
    const kind = pick(12);
    if (kind === 0) {
      const isAgain = endnotes.length > 3 && chance(0.25);
      if (!isAgain) endnotes.push(`The message of that month ${words(6 + pick(14))}.`);
      const label = isAgain ? 1 + pick(endnotes.length) : endnotes.length;
      truth.notes.push(endnotes[label - 1]);
      return [{ words: start, callout: calloutOf(label) }, { words: `${end}.` }];
    }
    if (kind === 1) {
      const note = `See the papers of ${words(4 + pick(8))}.`;
      truth.notes.push(note);
      return [{ words: start, footnote: { words: note, isDisplaced: chance(0.1) } }, { words: `${end}.` }];
    }
    if (kind === 2 && number > 2) return [{ words: `${start} (see No. ${1 + pick(number - 1)}) ${end}.` }];
    return [{ words: `${start}, ${end}.` }];
  }

  function calloutOf(label) {
    if (chance(0.05)) return spoiltCallout(label, pick);
    // One in a hundred is lost, one in a hundred is taken for another.
    if (chance(0.01)) return undefined;
    return chance(0.01) ? confusedFigure(label, pick) : String(label);
  }

  function notes() {
    page.section('NOTES');
    const order = endnotes.map((_, index) => index);
    for (let times = 0; times < 3; times += 1) {
      // A note that stands out of its order.
      const from = 5 + pick(Math.max(1, order.length - 10));
      const [moved] = order.splice(from, 1);
      order.splice(from + 2, 0, moved);
    }
    for (const index of order) {
      const label = chance(0.04) ? spoiltCallout(index + 1, pick) : String(index + 1);
      page.note(label, endnotes[index], { isBroken: chance(0.05) });
    }
  }
}

function front(page, words) {
  page.line('CORRESPONDENCE', '# ');
  page.line('VOLUME TWO', '## ');
  page.section('FOREWORD');
  for (let index = 0; index < 4; index += 1)
    page.paragraph([{ words: `This correspondence ${words(40)}.` }], {});
  page.section('DOCUMENTS');
}
