/** One line of the calendar, ready to be shown. */
export interface LetterLine {
  /** The file's id, which is its address. */
  id: string;
  /** By which the volume's list knows the file, and where it stands in the edition's folder. */
  name: string;
  path: string;
  /** A place inside the file, for pieces of the front matter. */
  anchor?: string;
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
  errors: number;
  warnings: number;
  /** Whether the validator has looked at this version yet. */
  checked: boolean;
  /** When the text last changed, as an ISO time. */
  updatedAt: string;
}

/** A line as the calendar shows it, which need not know where its file lies. */
export type ShownLine = Omit<LetterLine, 'name' | 'path'>;

/** Whether a line is a letter, numbered or not, and no piece of the volume's own file. */
export function isLetter({ group }: LetterLine): boolean {
  return group !== 'Front matter' && group !== 'Notes';
}
