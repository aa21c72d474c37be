/** What the importer can be in doubt about. */
export type DoubtCode =
  | 'title-page'
  | 'text-unplaced'
  | 'boundary'
  | 'number-misread'
  | 'number-lost'
  | 'number-doubtful'
  | 'date-misread'
  | 'date-unread'
  | 'sentence-cut'
  | 'page-end'
  | 'hyphen'
  | 'closing'
  | 'callout-misread'
  | 'callout-without-note'
  | 'note-without-callout'
  | 'note-displaced'
  | 'page-number'
  | 'unplaced';

/** One of the answers to a doubt. */
export interface QueueChoice<Choice extends string = string> {
  readonly choice: Choice;
  /** What it comes to, for people. */
  readonly words: string;
}

/** A doubt that waits for the editors; the import goes by the proposal until they decide. */
export interface QueueEntry {
  /** The same in every import of the same line. */
  readonly id: string;
  readonly code: DoubtCode;
  /** Counted from 1. */
  readonly line: number;
  /** The line's place in the source, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The words of the line. */
  readonly source: string;
  readonly proposal: QueueChoice;
  readonly alternatives: readonly QueueChoice[];
  /** The proposed value, where another may be given, and what it is called: “a number”. */
  readonly value?: string;
  readonly valueCalled?: string;
  readonly why: string;
  /** The identifier of the document that it stands in. */
  readonly document?: string;
  readonly decided?: Decision;
}

/** What the editors say to a doubt: one of its choices, a value, or both. */
export interface Decision {
  readonly id: string;
  readonly choice?: string;
  readonly value?: string;
}

export type Decisions = readonly Decision[];
