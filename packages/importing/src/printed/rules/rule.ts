/** The habits of a printed volume that the importer looks for. */
export type RuleName =
  | 'commission'
  | 'contents'
  | 'contents-line'
  | 'foreword'
  | 'publishers-note'
  | 'documents'
  | 'notes'
  | 'non-extant'
  | 'number'
  | 'received'
  | 'sent'
  | 'title'
  | 'kind'
  | 'handed'
  | 'enclosure'
  | 'salutation'
  | 'valediction'
  | 'signature'
  | 'dateline'
  | 'item'
  | 'separator'
  | 'running-head'
  | 'page-number'
  | 'footnote'
  | 'endnote'
  | 'callout'
  | 'cross-reference';

/** What is known of a rule beside its patterns. */
export interface Rule {
  readonly name: RuleName;
  readonly label: string;
  /** What it finds, in a sentence. */
  readonly gloss: string;
  /** `line`: a whole line, or a title of several, free of the signs of Markdown. `within`: any place in a line. */
  readonly scope: 'line' | 'within';
  /** The named groups that its patterns may have, and which of them they must. */
  readonly groups: readonly string[];
  readonly needs: readonly string[];
  /** Regular expressions as ECMAScript has them, with the flag `u`. The first that fits holds. */
  readonly patterns: readonly string[];
}

/** Patterns that take the place of a rule's own; an empty list switches the rule off. */
export type RuleSettings = Readonly<Partial<Record<RuleName, readonly string[]>>>;
