import type { LetterTie, Role, Stage } from '@chancery/workflow';
import type { Person } from '../contract/session.js';

/** Who comments on which letter, as the guard of the route has found out. */
export interface Commenter {
  readonly letterId: string;
  readonly person: Person;
  readonly role: Role;
  readonly stage: Stage;
  readonly tie: LetterTie;
}
