import type { MiddlewareHandler } from 'hono';
import { authorize } from './authorize.js';
import type { House } from './house.js';
import { type PolicyKey, policies } from './policies.js';
import type { RequestContext } from './request-context.js';

/** Puts the route's policy before it. Every route is declared with one: see `policies`. */
export function guard(house: House, route: PolicyKey): MiddlewareHandler<RequestContext> {
  const policy = policies[route];
  return async (c, next) => {
    const { role, stage, tie } = await authorize(house.prisma, policy, c.var.person ?? null, {
      editionId: c.req.param('editionId'),
      letterId: c.req.param('letterId'),
      publicationId: c.req.param('publicationId'),
      fileId: c.req.param('fileId'),
      importId: c.req.param('importId'),
      imageId: c.req.param('imageId'),
    });
    c.set('role', role);
    c.set('stage', stage);
    c.set('tie', tie);
    await next();
  };
}
