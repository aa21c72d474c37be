import type { IncomingMessage } from 'node:http';
import type { Role, Stage } from '@chancery/workflow';
import type { Person } from './contract/session.js';
import { HttpProblem } from './errors/http-problem.js';

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
  };
}

/** Who asks, on a route whose policy lets nobody pass who is not signed in. */
export function signedIn(c: { readonly var: { readonly person: Person | null } }): Person {
  if (!c.var.person) throw new HttpProblem('not-signed-in');
  return c.var.person;
}
