import type { LetterPages, TeiFile } from '@chancery/publishing';

/** What the server tells the process that sets letters. */
export interface LetterOrder {
  readonly id: number;
  readonly volume: TeiFile;
  readonly letter: TeiFile;
}

/** What that process tells the server: the pages, or why there are none. */
export type LetterReply =
  | { readonly id: number; readonly pages: LetterPages }
  | { readonly id: number; readonly failed: string };
