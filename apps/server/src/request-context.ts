import type { IncomingMessage } from 'node:http';
import type { LetterTie, Role, Stage } from '@chancery/workflow';
import type { Person } from './contract/session.js';

/** What the guard of a route has found out about a request. */
export interface RequestContext {
  /** What the server knows of the connection; nothing where the app is asked directly. */
  Bindings: { readonly incoming?: IncomingMessage };
  Variables: {
    /** Who asks; null for somebody who is not signed in. */
    person: Person | null;
    /** The person's role in the edition that the address names; undefined where it names none. */
    role: Role | undefined;
    /** The stage of the letter that the address names. */
    stage: Stage | undefined;
    /** What that letter is to the person. */
    tie: LetterTie | undefined;
  };
}
