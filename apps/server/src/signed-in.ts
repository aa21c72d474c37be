import { type LetterTie, noTie, type Role } from '@chancery/workflow';
import { HttpProblem } from './errors/http-problem.js';
import type { RequestContext } from './request-context.js';

/** Who asks, with their role in the edition that the address names, and what the letter is to them that it names. For routes whose policy lets nobody else pass. */
export function signedIn({ person, role, tie }: RequestContext['Variables']): {
  readonly id: string;
  readonly name: string;
  readonly role: Role | undefined;
  readonly tie: LetterTie;
} {
  if (!person) throw new HttpProblem('not-signed-in');
  return { id: person.id, name: person.name, role, tie: tie ?? noTie };
}
