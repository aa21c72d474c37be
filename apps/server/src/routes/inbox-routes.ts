import { createRoute } from '@hono/zod-openapi';
import { inbox, inboxRead } from '../contract/inbox.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { markRead, readInbox } from '../inbox/read-inbox.js';
import { json, newRouter, otherwise } from './router.js';

/** What concerns the person who asks, in all editions. */
export function inboxRoutes(house: House) {
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/inbox',
        summary: 'What concerns you',
        middleware: guard(house, 'GET /api/inbox'),
        responses: { 200: json(inbox, 'What is unread first, then the latest first'), ...otherwise },
      }),
      async (c) => {
        if (!c.var.person) throw new HttpProblem('not-signed-in');
        return c.json(await readInbox(house.prisma, c.var.person.id), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/inbox/read',
        summary: 'Take what concerns you for read',
        middleware: guard(house, 'PUT /api/inbox/read'),
        request: { body: { required: true, content: { 'application/json': { schema: inboxRead } } } },
        responses: { 200: json(inbox, 'The inbox after it'), ...otherwise },
      }),
      async (c) => {
        if (!c.var.person) throw new HttpProblem('not-signed-in');
        await markRead(house.prisma, c.var.person.id, c.req.valid('json'));
        await house.desk.tellPeople([c.var.person.id]);
        return c.json(await readInbox(house.prisma, c.var.person.id), 200);
      },
    );
}
