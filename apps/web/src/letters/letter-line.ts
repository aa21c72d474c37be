import type { CalendarLine } from '@chancery/server/api';
import { dateWord } from './date-word.js';

/** What a letter is called, and when it was written. */
export interface NamedLine {
  /** The file's id, which is its address. */
  id: string;
  /** The group it stands in: a year, the front matter, the notes. */
  group: string;
  /** The printed number; empty for pieces without one. */
  number: string;
  /** Whether the number was supplied by the editors and so stands in brackets. */
  numberSupplied: boolean;
  title: string;
  /** Whether the title was supplied by the editors and so has an asterisk. */
  titleSupplied: boolean;
  /** The name of the letter that it is an enclosure of. */
  enclosedIn: string | null;
  /** The word before the date (“Sent on”), and the date as printed; empty when there is none. */
  dateWord: string;
  date: string;
  /** The date as `YYYY-MM-DD`, for sorting; empty when there is none. */
  when: string;
  incipit: string;
  stage: string;
}

/** Its number and its date, as every list shows them. */
export function numberAndDate({
  number,
  date,
}: Pick<CalendarLine, 'number' | 'date'>): Pick<
  NamedLine,
  'number' | 'numberSupplied' | 'dateWord' | 'date' | 'when'
> {
  return {
    number: number?.text ?? '',
    numberSupplied: number?.supplied ?? false,
    dateWord: date ? dateWord(date.type) : '',
    date: date?.printed || date?.when || '',
    when: date?.when ?? '',
  };
}

/** A file of the volume as the desk knows it. */
export interface LetterLine extends NamedLine {
  /** By which the volume's list knows the file, and where it stands in the edition's folder. */
  name: string;
  path: string;
}

/** One line of the calendar, ready to be shown. */
export interface ShownLine extends NamedLine {
  /** A place inside the file, for pieces of the front matter. */
  anchor?: string;
  errors: number;
  warnings: number;
  /** Whether the validator has looked at this version yet. */
  checked: boolean;
  /** When the text last changed, as an ISO time. */
  updatedAt: string;
}
