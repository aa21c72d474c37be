import { createRoute, z } from '@hono/zod-openapi';
import {
  decidedAll,
  deciding,
  keepings,
  proposals,
  suggestionList,
  withdrawing,
} from '../contract/suggestion.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { decideSuggestions } from '../suggesting/decide-suggestions.js';
import { listSuggestions } from '../suggesting/list-suggestions.js';
import { suggest } from '../suggesting/suggest.js';
import { json, jsonBody, newRouter, otherwise } from './router.js';

const path = '/api/letters/{letterId}/suggestions';
const params = z.object({ letterId: z.string().max(256) });

/** Suggestions to a letter: made, read, decided. They are no part of the letter until they are accepted. */
export function suggestionRoutes(house: House) {
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path,
        summary: 'What is suggested for a letter',
        middleware: guard(house, 'GET /api/letters/:letterId/suggestions'),
        request: { params },
        responses: {
          200: json(suggestionList, 'All that is open, and the latest that was decided'),
          ...otherwise,
        },
      }),
      async (c) => c.json(await listSuggestions(house, c.req.valid('param').letterId), 200),
    )
    .openapi(
      createRoute({
        method: 'put',
        path,
        summary: 'Suggest changes, or change what one suggests',
        middleware: guard(house, 'PUT /api/letters/:letterId/suggestions'),
        request: { params, body: jsonBody(proposals) },
        responses: { 200: json(keepings, 'What became of each'), ...otherwise },
      }),
      async (c) => {
        const { person } = c.var;
        if (!person) throw new HttpProblem('not-signed-in');
        const { suggestions } = c.req.valid('json');
        const outcomes = await suggest(house, c.req.valid('param').letterId, person.id, suggestions);
        return c.json({ outcomes }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/decisions`,
        summary: 'Accept or reject suggestions, or take that back',
        middleware: guard(house, 'POST /api/letters/:letterId/suggestions/decisions'),
        request: { params, body: jsonBody(deciding) },
        responses: { 200: json(decidedAll, 'What became of each'), ...otherwise },
      }),
      async (c) => {
        const { person } = c.var;
        if (!person) throw new HttpProblem('not-signed-in');
        const { letterId } = c.req.valid('param');
        const { decision, reason, suggestions } = c.req.valid('json');
        const who = { house, letterId, personId: person.id, decides: true, reason };
        return c.json({ outcomes: await decideSuggestions(who, decision, suggestions) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/withdrawals`,
        summary: 'Withdraw what one suggests, or take that back',
        middleware: guard(house, 'POST /api/letters/:letterId/suggestions/withdrawals'),
        request: { params, body: jsonBody(withdrawing) },
        responses: { 200: json(decidedAll, 'What became of each'), ...otherwise },
      }),
      async (c) => {
        const { person } = c.var;
        if (!person) throw new HttpProblem('not-signed-in');
        const { letterId } = c.req.valid('param');
        const { decision, suggestions } = c.req.valid('json');
        const who = { house, letterId, personId: person.id, decides: false, reason: '' };
        return c.json({ outcomes: await decideSuggestions(who, decision, suggestions) }, 200);
      },
    );
}
