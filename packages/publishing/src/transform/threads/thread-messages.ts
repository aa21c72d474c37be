import type { StylesheetMessage, Transformed } from '../transform.js';

/** A document, by a number under which the thread may know it; with its text where it does not. */
export interface SentSource {
  readonly kind: 'source';
  readonly key: number;
  readonly text?: string | undefined;
  /** Whether it will be asked for again. */
  readonly keep: boolean;
}

/** A computed value likewise: with how it is made where the thread has not made it. */
interface SentComputed {
  readonly kind: 'computed';
  readonly key: number;
  readonly recipe?:
    | { readonly stylesheet: string; readonly source: SentSource; readonly parameters: SentParameters }
    | undefined;
}

/** The value of a parameter as threads hand it to one another. */
export type SentValue = string | number | boolean | SentSource | SentComputed;

export type SentParameters = Readonly<Record<string, SentValue>>;

/** What a thread is asked: one transform. */
export interface TransformOrder {
  readonly id: number;
  readonly stylesheet: string;
  readonly source: SentSource;
  readonly parameters: SentParameters;
}

/** What a thread is told: what to make, or that what it knows will not be asked for again. */
export type ThreadMessage = TransformOrder | 'forget';

/** Why it failed, as far as errors of ours say more than their message. */
export type SentFailure =
  | {
      readonly kind: 'source';
      readonly code: string;
      readonly message: string;
      readonly advice: string;
      readonly line: number;
      readonly column: number;
    }
  | { readonly kind: 'escape'; readonly means: string }
  | {
      readonly kind: 'transform';
      readonly stylesheet: string;
      readonly code: string;
      readonly reason: string;
      readonly messages: readonly StylesheetMessage[];
    }
  | { readonly kind: 'other'; readonly error: unknown };

/** What it answers. */
export type TransformReply =
  | ({ readonly id: number } & Transformed)
  | { readonly id: number; readonly failed: SentFailure };
