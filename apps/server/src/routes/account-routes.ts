import { createRoute, z } from '@hono/zod-openapi';
import { account, accountChange, passwordChange } from '../contract/account.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { changeAccount, changePassword, endSessions, readAccount } from '../sign-in/account.js';
import type { Visit } from '../sign-in/auth.js';
import { signedIn } from '../signed-in.js';
import { json, jsonBody, newRouter, otherwise, type RouteContext } from './router.js';

const answers = { 200: json(account, 'The account as it is now'), ...otherwise };

/** One's own account: name, address, password, and where one is signed in. */
export function accountRoutes(house: House) {
  const { prisma, auth } = house;

  async function visit(c: RouteContext): Promise<Visit> {
    const found = await auth.visitOf(c.req.raw.headers);
    if (!found) throw new HttpProblem('not-signed-in');
    return found;
  }

  const now = async (c: RouteContext) => readAccount(prisma, await visit(c), auth.oidc?.name);

  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/account',
        summary: 'One’s own account',
        middleware: guard(house, 'GET /api/account'),
        responses: answers,
      }),
      async (c) => c.json(await now(c), 200),
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/account',
        summary: 'Change one’s name, and the address that one signs in with',
        middleware: guard(house, 'PUT /api/account'),
        request: { body: jsonBody(accountChange) },
        responses: answers,
      }),
      async (c) => {
        await changeAccount(prisma, signedIn(c.var).id, c.req.valid('json'));
        return c.json(await now(c), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/account/password',
        summary: 'Set one’s password',
        description:
          'The old one is asked for, unless a sign-in link was followed within the hour. Every other session ends.',
        middleware: guard(house, 'PUT /api/account/password'),
        request: { body: jsonBody(passwordChange) },
        responses: answers,
      }),
      async (c) => {
        await changePassword(prisma, await visit(c), c.req.valid('json'));
        await house.desk.rightsChanged(signedIn(c.var).id);
        return c.json(await now(c), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/account/sessions',
        summary: 'Sign out everywhere, here too',
        middleware: guard(house, 'DELETE /api/account/sessions'),
        responses: { 204: { description: 'Signed out' }, ...otherwise },
      }),
      async (c) => {
        await endSessions(prisma, signedIn(c.var));
        await house.desk.rightsChanged(signedIn(c.var).id);
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/account/sessions/{sessionId}',
        summary: 'Sign out somewhere',
        middleware: guard(house, 'DELETE /api/account/sessions/:sessionId'),
        request: { params: z.object({ sessionId: z.string().max(64) }) },
        responses: answers,
      }),
      async (c) => {
        await endSessions(prisma, signedIn(c.var), c.req.valid('param').sessionId);
        await house.desk.rightsChanged(signedIn(c.var).id);
        return c.json(await now(c), 200);
      },
    );
}
