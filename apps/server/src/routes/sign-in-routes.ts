import { Hono } from 'hono';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import type { RequestContext } from '../request-context.js';
import { page } from '../serve/page.js';

/** Following a one-time link, and better-auth's addresses: only those named here, of all that it knows. */
export function signInRoutes(house: House) {
  const handle = (request: Request) => house.auth.handle(request);
  return new Hono<RequestContext>()
    .get('/sign-in', guard(house, 'GET /sign-in'), async (c, next) => {
      const token = c.req.query('token');
      if (token === undefined) return next();
      const cookies = await house.auth.redeemLinkToken(token, c.req.raw.headers);
      if (!cookies) {
        if (c.var.person) return c.redirect('/');
        return page(
          'This sign-in link no longer works',
          [
            'It has been used, or it is older than twelve hours: each link signs in once.',
            'Stop Chancery with Ctrl-C and start it again: it prints a new link.',
          ],
          410,
        );
      }
      for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
      c.header('cache-control', 'no-store');
      c.header('referrer-policy', 'no-referrer');
      return c.redirect('/');
    })
    .post('/api/auth/sign-in/email', guard(house, 'POST /api/auth/sign-in/email'), (c) => handle(c.req.raw))
    .post('/api/auth/sign-out', guard(house, 'POST /api/auth/sign-out'), (c) => handle(c.req.raw));
}
