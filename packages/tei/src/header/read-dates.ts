import type { XmlElement } from '@chancery/xml';
import { ancestor, at, attribute, within } from './element-tree.js';
import type { DateType, LetterDate } from './letter-metadata.js';
import { readingText } from './reading-text.js';

const TYPES: readonly DateType[] = ['sent', 'received', 'signed', 'handed'];

/** The header's word for each, where it is another. See TEI Guidelines, 2.4.6 Correspondence Description. */
const OF_ACTION: Readonly<Record<string, DateType>> = {
  sent: 'sent',
  received: 'received',
  signed: 'signed',
  transmitted: 'handed',
};

/**
 * The dates of a letter: those marked in its text with `date/@type`, then those of `correspDesc` of a type that the
 * text does not give. Where neither says anything, a date in a `dateline` counts as signed.
 */
export function readDates(tei: XmlElement): LetterDate[] {
  const inText: LetterDate[] = [];
  const unmarked: LetterDate[] = [];
  for (const text of at(tei, 'text')) {
    for (const date of within(text, (element) => element.localName !== 'note')) {
      if (date.localName !== 'date') continue;
      const line = ancestor(date, 'dateline', 'seg', 'head');
      const type = TYPES.find((candidate) => candidate === attribute(date, 'type'));
      if (type) inText.push(readDate(date, type, line));
      else if (line?.localName === 'dateline') unmarked.push(readDate(date, 'signed', line));
    }
  }
  const inHeader: LetterDate[] = [];
  for (const action of at(tei, 'teiHeader', 'profileDesc', 'correspDesc', 'correspAction')) {
    const type = OF_ACTION[attribute(action, 'type') ?? ''];
    if (!type || inText.some((date) => date.type === type)) continue;
    for (const date of at(action, 'date')) inHeader.push(readDate(date, type, undefined));
  }
  const dates = [...inText, ...inHeader];
  return dates.length > 0 ? dates : unmarked;
}

/** The date that stands for the letter in a calendar: sent, else received, else signed, else handed. */
export function calendarDate(dates: readonly LetterDate[]): LetterDate | undefined {
  for (const type of TYPES) {
    const ofType = dates.filter((date) => date.type === type);
    const date = ofType.find(({ when, notBefore, notAfter }) => when ?? notBefore ?? notAfter) ?? ofType[0];
    if (date) return date;
  }
  return undefined;
}

function readDate(date: XmlElement, type: DateType, line: XmlElement | undefined): LetterDate {
  return {
    type,
    when: attribute(date, 'when'),
    notBefore: attribute(date, 'notBefore') ?? attribute(date, 'from'),
    notAfter: attribute(date, 'notAfter') ?? attribute(date, 'to'),
    printed: readingText(date),
    line: line && readingText(line),
  };
}
