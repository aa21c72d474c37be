import type { DateType, Manuscript, Witness } from '../letter-metadata.js';

/** What a date is to say. What is undefined is taken away. */
export interface DateValue {
  readonly when?: string | undefined;
  readonly notBefore?: string | undefined;
  readonly notAfter?: string | undefined;
  /** Whether the two are the ends of a time that it lasted. */
  readonly isSpan?: boolean | undefined;
  readonly cert?: string | undefined;
  readonly precision?: string | undefined;
  readonly evidence?: string | undefined;
}

/** Somebody, or a place, as the header is to name them. */
export interface NameValue {
  readonly name: string;
  readonly ref?: string | undefined;
  /** For those through whose hands a letter went: `handed-by`, `handed-to`. */
  readonly role?: string | undefined;
}

/**
 * One change of what a letter says of itself, in the terms of `LetterMetadata` and `LetterDescription`. Where there is an
 * `index`, it counts what these give; without one something is added; a value of `null` takes away.
 */
export type MetadataEdit =
  | { readonly field: 'headerTitle' | 'number' | 'title' | 'kind' | 'language'; readonly value: string }
  /** Enters somebody among those who answer for the edition's text, unless the header names them so. */
  | { readonly field: 'responsible'; readonly value: string }
  /** The language that the letter was written in, and its way in words; empty for none. */
  | { readonly field: 'originalLanguage' | 'route'; readonly value: string }
  /** Whether the editors supplied the number, which then prints in brackets, or the title, with an asterisk. */
  | { readonly field: 'supplied'; readonly of: 'number' | 'title'; readonly value: boolean }
  | { readonly field: 'manuscripts'; readonly index?: number; readonly value: Manuscript | null }
  | { readonly field: 'witnesses'; readonly index?: number; readonly value: Witness | null }
  | {
      readonly field: 'textBasis';
      readonly value: { readonly text: string; readonly type?: string | undefined };
    }
  | {
      readonly field: 'date';
      readonly type: DateType;
      readonly index?: number;
      readonly value: DateValue | null;
    }
  | {
      readonly field: 'senders' | 'signatories' | 'addressees' | 'intermediaries';
      readonly index?: number;
      readonly value: NameValue | null;
    }
  | {
      readonly field: 'places';
      /** The type of the `correspAction`; for an index it is not asked. */
      readonly action: string;
      readonly index?: number;
      readonly value: NameValue | null;
    }
  | { readonly field: 'sources'; readonly index?: number; readonly value: string | null }
  | {
      readonly field: 'context';
      readonly index?: number;
      readonly value: {
        readonly text: string;
        readonly target?: string | undefined;
        readonly type?: string | undefined;
      } | null;
    }
  | {
      readonly field: 'notes';
      readonly index?: number;
      readonly value: { readonly text: string; readonly type?: string | undefined } | null;
    };
