import { Hono } from 'hono';
import { problemResponse } from '../errors/problem-response.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import type { RequestContext } from '../request-context.js';

/** `/healthz`: the process answers. `/readyz`: it can do its work, because the database answers too. */
export function healthRoutes(house: House) {
  return new Hono<RequestContext>()
    .get('/healthz', guard(house, 'GET /healthz'), (c) => c.json({ status: 'ok' }))
    .get('/readyz', guard(house, 'GET /readyz'), async (c) => {
      try {
        await house.pool.query('SELECT 1');
        return c.json({ status: 'ready' });
      } catch {
        return problemResponse('not-ready', 'The database does not answer.');
      }
    });
}
