import type { LetterInVolume, LetterPages } from '@chancery/publishing';

/** What the server tells the process that sets letters. */
export interface LetterOrder extends LetterInVolume {
  readonly id: number;
}

/** What that process tells the server: the pages, or why there are none. */
export type LetterReply =
  | { readonly id: number; readonly pages: LetterPages }
  | { readonly id: number; readonly failed: string };
