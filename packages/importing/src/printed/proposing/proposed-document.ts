import type { Flow } from '../reading/flow.js';
import type { PrintedDay } from '../reading/printed-date.js';
import type { FootnoteItem } from './item.js';

/** A date of a document, where it stands in its line. */
export interface ProposedDate {
  readonly type: 'sent' | 'received' | 'signed' | 'handed';
  readonly from: number;
  readonly to: number;
  /** Undefined where the words could not be read as a date. */
  readonly when: string | undefined;
  readonly certainty: PrintedDay['certainty'] | 'decided' | 'unread';
}

/** A line with a date in it. */
export interface DateLine {
  readonly flow: Flow;
  readonly date: ProposedDate;
  readonly place?: readonly [number, number] | undefined;
}

/** Somebody who writes, is written to, or signs. */
export interface ProposedName {
  /** In capitals and small letters: `J. V. Stalin`. */
  readonly name: string;
  /** The `xml:id` in the register. */
  readonly id: string;
}

export type BodyPart =
  | { readonly type: 'p'; readonly flow: Flow }
  | { readonly type: 'item'; readonly flow: Flow; readonly label: readonly [number, number] }
  | { readonly type: 'separator'; readonly flow: Flow }
  | { readonly type: 'page'; readonly n: string | undefined };

export type ClosingPart =
  | { readonly type: 'salute' | 'signed' | 'postscript'; readonly flow: Flow }
  | ({ readonly type: 'dateline' } & DateLine);

/** A document as the importer proposes it. */
export interface ProposedDocument {
  /** The `xml:id`, and the name of its file. Given last, when its writers and date are known. */
  id: string;
  /** The file that it is the text of, where each file holds a letter. */
  readonly file?: string | undefined;
  /** `letter`, `message`, `aide-memoire`, `enclosure`. */
  kind: string;
  /** The document that it was sent with. */
  readonly enclosedIn: ProposedDocument | undefined;
  /** A page begins with the document, or between the lines over its text. */
  pages: { n: string | undefined }[];
  number?: ProposedNumber;
  datelines: DateLine[];
  title?: ProposedTitle;
  salute?: Flow;
  opening?: DateLine;
  body: BodyPart[];
  closing: ClosingPart[];
  footnotes: FootnoteItem[];
  senders: ProposedName[];
  addressees: ProposedName[];
  handed?: { readonly to?: string; readonly by?: string; readonly date: ProposedDate };
}

export interface ProposedNumber {
  /** The line that it stands in; undefined where it is lost. */
  readonly flow: Flow | undefined;
  /** Where the figures stand. */
  readonly place: readonly [number, number];
  readonly written: string;
  value: string;
  /** Why it is known, where it is lost. A number that is neither in the source nor lost is only counted. */
  evidence?: string;
}

export interface ProposedTitle {
  /** With its line ends; without the asterisk. */
  readonly flow: Flow;
  /** Where the line about its handing over begins. */
  readonly handedFrom?: number;
  readonly handedDate?: ProposedDate;
  /** The asterisk that says that the editors gave the title. */
  readonly asterisk: boolean;
  readonly senders?: readonly [number, number] | undefined;
  readonly addressees?: readonly [number, number] | undefined;
}

/** The letter is of no volume that numbered it. */
export function isCounted({ number }: Pick<ProposedDocument, 'number'>): boolean {
  return number !== undefined && number.flow === undefined && number.evidence === undefined;
}

/** What a file is called without its folders and its ending: `letters/anna.docx` → `anna`. */
export function titleOfFile(file: string): string {
  return file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
}
