export type { ImportedRow, ImportFinding, ImportReport } from './import-report.js';
export type { FileToMend, ImportedEdition, ImportedFile, InputFile } from './imported-file.js';
export {
  type DocumentProposal,
  importPrintedVolume,
  type PrintedVolume,
  type PrintedVolumeOptions,
} from './printed/import-printed-volume.js';
export type { Fate, LedgerEntry } from './printed/ledger.js';
export type {
  Decision,
  Decisions,
  DoubtCode,
  QueueChoice,
  QueueEntry,
} from './printed/proposing/queue-entry.js';
export { DecisionError, readDecisions } from './printed/proposing/read-decisions.js';
export type { AccountedLine, LineOutcome } from './printed/reporting/account-of-lines.js';
export { isOpen } from './printed/reporting/open-doubts.js';
export { queueFile } from './printed/reporting/queue-file.js';
export type { PrintedSummary } from './printed/reporting/summary.js';
export { RuleError } from './printed/rules/compile-rules.js';
export { readRuleSettings } from './printed/rules/read-rule-settings.js';
export type { Rule, RuleName, RuleSettings } from './printed/rules/rule.js';
export { rules } from './printed/rules/rules.js';
export { type RuleMatch, type TriedRule, tryRules } from './printed/rules/try-rules.js';
export { lineOfError, SettingsError } from './printed/settings/settings-error.js';
export { type Refused, readSource } from './read-source.js';
export { isRefused, longestToMend, readTeiFile } from './read-tei-file.js';
export { type ImportResult, type ReadOptions, readTeiFiles } from './read-tei-files.js';
export { NotAText, readText } from './read-text.js';
export { readRecognized } from './recognized/read-recognized.js';
export { NotRecognizedText, type RecognizedPage, recognizedLimits } from './recognized/recognized-page.js';
export {
  DocumentMissing,
  documentIn,
  isChangedAround,
  joinSeries,
  withDocument,
} from './series/join-series.js';
export { type MergedSeries, mergeSeries, SeriesNotMerged } from './series/merge-series.js';
export type { ImportedSeries, SeriesFrame } from './series/series-file.js';
