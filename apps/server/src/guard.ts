import { isStage, may } from '@chancery/workflow';
import type { Context, MiddlewareHandler } from 'hono';
import { HttpProblem } from './errors/http-problem.js';
import type { House } from './house.js';
import { type Policy, type PolicyKey, policies } from './policies.js';
import type { RequestContext } from './request-context.js';
import { roleIn } from './sign-in/role-in.js';

const unknownHere = 'There is nothing at this address that you may see.';
const notYours = 'Your role in this edition does not allow this. Ask the chief editor.';

/** Answers why a person may not do something, as a problem: what one may not see does not exist. */
async function check(house: House, policy: Policy, c: Context<RequestContext>): Promise<void> {
  if (policy === 'anyone') return;
  const person = c.var.person;
  if (!person) throw new HttpProblem('not-signed-in', 'Sign in to the desk and try again.');
  if (policy === 'signed-in') return;

  if ('letter' in policy) {
    const letter = await house.prisma.letter.findUnique({
      where: { id: c.req.param('letterId') ?? '' },
      select: { editionId: true, stage: true },
    });
    const role = letter ? await roleIn(house.prisma, letter.editionId, person.id) : undefined;
    if (!letter || !role) throw new HttpProblem('not-found', unknownHere);
    const stage = isStage(letter.stage) ? letter.stage : 'published';
    if (!may(role, policy.letter, stage)) throw new HttpProblem('not-allowed', notYours);
    c.set('role', role);
    c.set('stage', stage);
    return;
  }

  const editionId =
    'edition' in policy
      ? c.req.param('editionId')
      : (
          await house.prisma.publication.findUnique({
            where: { id: c.req.param('publicationId') ?? '' },
            select: { editionId: true },
          })
        )?.editionId;
  const role = editionId ? await roleIn(house.prisma, editionId, person.id) : undefined;
  if (!role) throw new HttpProblem('not-found', unknownHere);
  const action = 'edition' in policy ? policy.edition : policy.publication;
  if (!may(role, action)) throw new HttpProblem('not-allowed', notYours);
  c.set('role', role);
}

/** Puts the route's policy before it. Every route is declared with one: see `policies`. */
export function guard(house: House, route: PolicyKey): MiddlewareHandler<RequestContext> {
  const policy = policies[route];
  return async (c, next) => {
    await check(house, policy, c);
    await next();
  };
}
