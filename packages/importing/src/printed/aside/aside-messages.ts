import type { PrintedVolume, PrintedVolumeOptions } from '../import-printed-volume.js';
import type { AccountedLine } from '../reporting/account-of-lines.js';
import type { PrintedSummary } from '../reporting/summary.js';
import type { RuleName, RuleSettings } from '../rules/rule.js';
import type { TriedRule } from '../rules/try-rules.js';

/** What the thread is asked. */
export type AsideOrder = {
  readonly source: string;
  /** Two whole numbers: the rule whose pattern is being tried, counted from 1, and which of its patterns, from 0. */
  readonly watched: SharedArrayBuffer;
} & (
  | { readonly task: 'import'; readonly options: Omit<PrintedVolumeOptions, 'watch'> }
  | { readonly task: 'try'; readonly rules: RuleSettings; readonly names: readonly RuleName[] | undefined }
);

/** An import with the account of its lines in the place of that of its characters, which is large. */
export interface PrintedReading extends Omit<PrintedVolume, 'ledger'> {
  readonly lines: readonly AccountedLine[];
  readonly summary: PrintedSummary;
}

/** What it answers. */
export type AsideReply =
  | { readonly begun: true }
  | { readonly reading: PrintedReading }
  | { readonly tried: readonly TriedRule[] }
  | { readonly failed: 'rules' | 'decisions'; readonly message: string; readonly path: readonly string[] };
