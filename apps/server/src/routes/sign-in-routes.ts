import { createRoute, z } from '@hono/zod-openapi';
import { signInRequest, signInWays } from '../contract/account.js';
import { tokenRequest } from '../contract/people.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { page } from '../serve/page.js';
import { forgetAttempts, perAddress, perClient, takeAttempt } from '../sign-in/attempts.js';
import { auditPerson } from '../sign-in/audit-person.js';
import { type Oidc, ProviderAway } from '../sign-in/auth.js';
import { clientOf } from '../sign-in/client-of.js';
import { json, jsonBody, newRouter, otherwise, type RouteContext, withCookies } from './router.js';

const wrong =
  'The email address and the password do not belong together. Check both. If the password is lost, the chief editor can give you a sign-in link.';
const used = 'This sign-in link has been used, or is older than twelve hours: each link signs in once.';

/** What signs in answers nothing but cookies. */
const done = z.object({}).openapi('Done');

const url = z.object({ url: z.string() }).openapi('Address');

/** Signing in and out. */
export function signInRoutes(house: House) {
  const { prisma, auth } = house;

  const client = (c: RouteContext) => clientOf(c.req.raw.headers, c.env, house.proxies);

  function provider(): Oidc {
    if (!auth.oidc) throw new HttpProblem('not-found', 'No other way to sign in is set up here.');
    return auth.oidc;
  }

  async function noteFailure(email: string): Promise<void> {
    const actor = { id: null, name: 'Somebody' };
    try {
      const person = await prisma.user.findUnique({ where: { email }, select: { id: true } });
      await prisma.$transaction((tx) => auditPerson(tx, person?.id, { actor, action: 'sign-in-failed' }));
    } catch (error) {
      console.error(`A failed sign-in was not logged: ${error instanceof Error ? error.name : 'error'}`);
    }
  }

  async function reached<T>(asking: Promise<T>): Promise<T> {
    try {
      return await asking;
    } catch (error) {
      if (!(error instanceof ProviderAway)) throw error;
      throw new HttpProblem(
        'not-ready',
        `${auth.oidc?.name ?? 'The provider'} does not answer. Try again, or sign in another way.`,
      );
    }
  }

  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/auth/ways',
        summary: 'How one may sign in',
        middleware: guard(house, 'GET /api/auth/ways'),
        responses: { 200: json(signInWays, 'Beside address and password, and links'), ...otherwise },
      }),
      (c) => c.json({ oidc: auth.oidc?.name ?? null }, 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/auth/sign-in/email',
        summary: 'Sign in with address and password',
        middleware: guard(house, 'POST /api/auth/sign-in/email'),
        request: { body: jsonBody(signInRequest) },
        responses: { 200: json(done, 'Signed in, by cookie'), ...otherwise },
      }),
      async (c) => {
        const { email, password } = c.req.valid('json');
        await takeAttempt(prisma, perClient, client(c));
        await takeAttempt(prisma, perAddress, email);
        const cookies = await auth.signInByPassword(email, password, c.req.raw.headers);
        if (!cookies) {
          // Not waited for: how long the answer takes must not tell whether the address is known.
          void noteFailure(email);
          throw new HttpProblem('not-signed-in', wrong);
        }
        await forgetAttempts(prisma, perAddress, email);
        return withCookies(c, cookies).json({}, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/auth/sign-in/link',
        summary: 'Sign in with the token of a link, which is used up by it',
        middleware: guard(house, 'POST /api/auth/sign-in/link'),
        request: { body: jsonBody(tokenRequest) },
        responses: { 200: json(done, 'Signed in, by cookie'), ...otherwise },
      }),
      async (c) => {
        await takeAttempt(prisma, perClient, client(c));
        const cookies = await auth.signInByLink(c.req.valid('json').token, c.req.raw.headers);
        if (!cookies) throw new HttpProblem('gone', `${used} Ask the chief editor for a new one.`);
        return withCookies(c, cookies).json({}, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/auth/sign-in/oidc',
        summary: 'Begin to sign in by the OpenID provider',
        middleware: guard(house, 'POST /api/auth/sign-in/oidc'),
        responses: { 200: json(url, 'Where to send the browser'), ...otherwise },
      }),
      async (c) => {
        const { url, cookies } = await reached(provider().begin(c.req.raw.headers));
        return withCookies(c, cookies).json({ url }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/account/oidc',
        summary: 'Begin to connect one’s account with the OpenID provider',
        middleware: guard(house, 'POST /api/account/oidc'),
        responses: { 200: json(url, 'Where to send the browser'), ...otherwise },
      }),
      async (c) => {
        const { url, cookies } = await reached(provider().connect(c.req.raw.headers));
        return withCookies(c, cookies).json({ url }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/auth/callback/oidc',
        summary: 'Where the OpenID provider sends the browser back to',
        middleware: guard(house, 'GET /api/auth/callback/oidc'),
        responses: {
          302: { description: 'To the desk, or to the sign-in page with `?error=`' },
          ...otherwise,
        },
      }),
      (c) => provider().finish(c.req.raw),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/auth/sign-out',
        summary: 'End this session',
        middleware: guard(house, 'POST /api/auth/sign-out'),
        responses: { 200: json(done, 'Signed out'), ...otherwise },
      }),
      async (c) => {
        const cookies = await auth.signOut(c.req.raw.headers);
        if (c.var.person) await house.desk.rightsChanged(c.var.person.id);
        return withCookies(c, cookies).json({}, 200);
      },
    );
}

/** The link that is printed at the start: it signs in when it is followed. Without a token the address is the desk's own. */
export function linkRoutes(house: House) {
  return newRouter().get('/sign-in', guard(house, 'GET /sign-in'), async (c, next) => {
    const token = c.req.query('token');
    if (token === undefined) return next();
    const cookies = await house.auth.signInByLink(token, c.req.raw.headers);
    if (!cookies) {
      if (c.var.person) return c.redirect('/');
      return page(
        'This sign-in link no longer works',
        [used, 'Stop Chancery with Ctrl-C and start it again: it prints a new link.'],
        410,
      );
    }
    withCookies(c, cookies);
    c.header('cache-control', 'no-store');
    return c.redirect('/');
  });
}
