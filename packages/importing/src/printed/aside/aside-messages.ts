import type { TeiArchive } from '../../read-tei-archive.js';
import type { DocumentRefused } from '../../written/open-package.js';
import type { WrittenSource } from '../../written/written-document.js';
import type { PrintedVolume, PrintedVolumeOptions } from '../import-printed-volume.js';
import type { AccountedLine } from '../reporting/account-of-lines.js';
import type { PrintedSummary } from '../reporting/summary.js';
import type { RuleName, RuleSettings } from '../rules/rule.js';
import type { TriedRule } from '../rules/try-rules.js';

/** What the thread is asked. */
export type AsideOrder = {
  /** Two whole numbers: the rule whose pattern is being tried, counted from 1, and which of its patterns, from 0. */
  readonly watched: SharedArrayBuffer;
} & (
  | { readonly task: 'document'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly task: 'tei'; readonly bytes: Uint8Array; readonly named: string | undefined }
  | {
      readonly task: 'import';
      readonly source: string;
      readonly options: Omit<PrintedVolumeOptions, 'watch'>;
    }
  | {
      readonly task: 'try';
      readonly source: string;
      readonly rules: RuleSettings;
      readonly names: readonly RuleName[] | undefined;
    }
);

/** An import with the account of its lines in the place of that of its characters, which is large. */
export interface PrintedReading extends Omit<PrintedVolume, 'ledger'> {
  readonly lines: readonly AccountedLine[];
  readonly summary: PrintedSummary;
}

/** What it answers. */
export type AsideReply =
  | { readonly begun: true }
  | { readonly written: WrittenSource }
  | { readonly archive: TeiArchive }
  | { readonly reading: PrintedReading }
  | { readonly tried: readonly TriedRule[] }
  | { readonly failed: 'rules' | 'decisions'; readonly message: string; readonly path: readonly string[] }
  | {
      readonly failed: 'document';
      readonly code: DocumentRefused['code'];
      readonly message: string;
      readonly advice: string;
    };
