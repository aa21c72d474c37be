import { childElements, type XmlElement } from '@chancery/xml';
import { ancestor, at, attribute, within } from './element-tree.js';
import type { DateType, LetterDate } from './letter-metadata.js';
import { readingText } from './reading-text.js';

const TYPES: readonly DateType[] = ['sent', 'received', 'signed', 'handed', 'transmitted'];

/** The header's word for each, where it is another. See TEI Guidelines, 2.4.6 Correspondence Description. */
const OF_ACTION: Readonly<Record<string, DateType>> = {
  sent: 'sent',
  received: 'received',
  signed: 'signed',
  transmitted: 'transmitted',
};

/** What a date of an action says; what was handed over says so, or names who gave it to whom. */
export function dateTypeOf(action: XmlElement): DateType | undefined {
  const type = OF_ACTION[attribute(action, 'type') ?? ''];
  const isHanded =
    attribute(action, 'subtype') === 'handed' ||
    childElements(action).some((child) => attribute(child, 'role')?.startsWith('handed'));
  return type === 'transmitted' && isHanded ? 'handed' : type;
}

/**
 * The dates of a letter: those marked in its text with `date/@type`, then those of `correspDesc` of a type that the
 * text does not give. Where neither says anything, a date in a `dateline` counts as signed.
 */
export function readDates(tei: XmlElement): LetterDate[] {
  return datesOf(tei)
    .filter(({ shadowed }) => !shadowed)
    .map(({ element, type, line }) => readDate(element, type, line));
}

/** A `date` that says something of a letter. */
export interface DateOfLetter {
  readonly element: XmlElement;
  readonly type: DateType;
  readonly line: XmlElement | undefined;
  /** It stands in the header, and the text gives a date of its type, which counts. */
  readonly shadowed: boolean;
}

/** The `date`s that {@link readDates} looks at, in its order. */
export function datesOf(tei: XmlElement): DateOfLetter[] {
  const inText: DateOfLetter[] = [];
  const unmarked: DateOfLetter[] = [];
  for (const text of at(tei, 'text')) {
    for (const element of within(text, ({ localName }) => localName !== 'note')) {
      if (element.localName !== 'date') continue;
      const line = ancestor(element, 'dateline', 'seg', 'head');
      const type = TYPES.find((candidate) => candidate === attribute(element, 'type'));
      if (type) inText.push({ element, type, line, shadowed: false });
      else if (line?.localName === 'dateline')
        unmarked.push({ element, type: 'signed', line, shadowed: false });
    }
  }
  const inHeader: DateOfLetter[] = [];
  for (const action of at(tei, 'teiHeader', 'profileDesc', 'correspDesc', 'correspAction')) {
    const type = dateTypeOf(action);
    if (!type) continue;
    const shadowed = inText.some((date) => date.type === type);
    for (const element of at(action, 'date')) inHeader.push({ element, type, line: undefined, shadowed });
  }
  const dates = [...inText, ...inHeader];
  return dates.some(({ shadowed }) => !shadowed) ? dates : unmarked;
}

/**
 * The date that stands for the letter in a calendar: sent, else received, else signed, else handed; or in another order,
 * such as that of the volume's rule.
 */
export function calendarDate(
  dates: readonly LetterDate[],
  order: readonly DateType[] = [],
): LetterDate | undefined {
  for (const type of [...order, ...TYPES]) {
    const ofType = dates.filter((date) => date.type === type);
    const date = ofType.find(({ when, notBefore, notAfter }) => when ?? notBefore ?? notAfter) ?? ofType[0];
    if (date) return date;
  }
  return undefined;
}

/** What one `date` says. */
export function readDate(date: XmlElement, type: DateType, line: XmlElement | undefined): LetterDate {
  return { type, ...readDateValue(date), line: line && readingText(line) };
}

/** The same, whatever it says it of. */
export function readDateValue(date: XmlElement): Omit<LetterDate, 'type' | 'line'> {
  const [from, to] = [attribute(date, 'from'), attribute(date, 'to')];
  return {
    when: attribute(date, 'when'),
    notBefore: attribute(date, 'notBefore') ?? from,
    notAfter: attribute(date, 'notAfter') ?? to,
    ...((from ?? to) === undefined ? {} : { isSpan: true }),
    cert: attribute(date, 'cert'),
    precision: attribute(date, 'precision'),
    evidence: attribute(date, 'evidence'),
    printed: readingText(date),
  };
}
