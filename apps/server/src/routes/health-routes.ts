import { setTimeout as pause } from 'node:timers/promises';
import { Hono } from 'hono';
import { problemResponse } from '../errors/problem-response.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import type { RequestContext } from '../request-context.js';

/** How long the database may take to answer before the server counts as not ready, in milliseconds. */
const patience = 2_000;

/** `/healthz`: the process answers. `/readyz`: it can do its work, because the database answers too. */
export function healthRoutes(house: House) {
  return new Hono<RequestContext>()
    .get('/healthz', guard(house, 'GET /healthz'), (c) => c.json({ status: 'ok' }))
    .get('/readyz', guard(house, 'GET /readyz'), async (c) => {
      // A database that is there and says nothing must not keep whoever asks waiting.
      const answers = await Promise.race([
        house.pool.query('SELECT 1').then(
          () => true,
          () => false,
        ),
        pause(patience, false, { ref: false }),
      ]);
      return answers
        ? c.json({ status: 'ready' })
        : problemResponse('not-ready', 'The database does not answer.');
    });
}
