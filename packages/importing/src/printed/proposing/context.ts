import type { Furniture } from '../reading/page-furniture.js';
import type { SourceLine } from '../reading/source-line.js';
import type { CompiledRules } from '../rules/compile-rules.js';
import type { Doubts } from './doubts.js';

/** What every step of an import works with. */
export interface Context {
  readonly rules: CompiledRules;
  readonly doubts: Doubts;
  readonly furniture: ReadonlyMap<SourceLine, Furniture>;
  /** The line that a character of the source stands in. */
  lineAt(offset: number): SourceLine;
  /** The source tells where pages end: by numbers, by running heads, by form feeds. */
  readonly hasPages: boolean;
  /** How often a word stands in the source, not counting those that are divided at a line end. In small letters. */
  lexicon(): ReadonlyMap<string, number>;
  /** Says that characters of the source are no part of the text, and why. */
  exclude(start: number, end: number, reason: string): void;
  /** Says that characters of the source wait for a decision, with the entry of the queue. */
  leave(start: number, end: number, entry: string): void;
  /** Words that the editors have left out, which the volume lists with their reason. */
  readonly omitted: { readonly text: string; readonly reason: string }[];
}
