import { createRoute } from '@hono/zod-openapi';
import { sessionAnswer } from '../contract/session.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { json, newRouter, otherwise } from './router.js';

/** Who asks. Signing in by password and signing out are better-auth's own addresses. */
export function sessionRoutes(house: House) {
  return newRouter().openapi(
    createRoute({
      method: 'get',
      path: '/api/session',
      summary: 'Who is signed in',
      middleware: guard(house, 'GET /api/session'),
      responses: { 200: json(sessionAnswer, 'The person, or null'), ...otherwise },
    }),
    (c) => c.json({ person: c.var.person }, 200),
  );
}
