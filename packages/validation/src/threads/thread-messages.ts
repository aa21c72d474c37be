import type { Finding } from '../finding.js';

/** A file to be checked, by a number of its own. */
export interface ThreadOrder {
  readonly place: number;
  readonly source: string;
}

/** Its findings; or why the schemas cannot be used, and no file can be checked. */
export type ThreadReply =
  | { readonly place: number; readonly findings: Finding[] }
  | { readonly refused: string };
