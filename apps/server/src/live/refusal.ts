import type { RefusalCode } from '../contract/live.js';

/** A batch is refused; what was typed stays with the client. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** Why a batch is refused, for people. */
export const reasons = {
  'not-allowed': 'You may not edit this letter now. Your change was not stored; it is still on your screen.',
  stale: 'Somebody else’s change came first. Yours is put after it and sent again.',
  unavailable: 'The server could not store your change just now. It is kept on your screen and sent again.',
  broken:
    'This letter cannot be edited: its stored steps do not lead to its text. Tell whoever runs Chancery; nothing is lost.',
  future:
    'The change names a version that this letter does not have. Reload the page; what you typed is kept.',
  fits: 'Your change does not fit the letter as it is now. It was not stored; it is still on your screen.',
} as const;
