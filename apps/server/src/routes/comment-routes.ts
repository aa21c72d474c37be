import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { addComment } from '../comments/add-comment.js';
import { beginThread } from '../comments/begin-thread.js';
import type { Commenter } from '../comments/commenter.js';
import { correctComment } from '../comments/correct-comment.js';
import { readThreads } from '../comments/read-threads.js';
import { resolveThread } from '../comments/resolve-thread.js';
import { commentLimits, correction, letterThreads, newComment, newThread } from '../contract/comment.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { Rate } from '../live/rate.js';
import type { RequestContext } from '../request-context.js';
import { json, jsonBody, newRouter, otherwise } from './router.js';

const id = z.string().min(1).max(64);
const params = z.object({ letterId: z.string().max(256) });
const threadParams = params.extend({ threadId: id });
const done = { 204: { description: 'It is done' } };

const tooMany = 'So many comments in so short a time? Wait a minute; what you wrote is kept on your device.';
const noThread = 'This letter has no such thread.';

/** What people say of a letter: threads of comments on its words, and on things beside its text. */
export function commentRoutes(house: House) {
  const rates = new Map<string, Rate>();

  function commenterOf(c: Context<RequestContext>, letterId: string): Commenter {
    const { person, role, stage, tie } = c.var;
    if (!person || !role || !stage || !tie) throw new HttpProblem('not-signed-in');
    return { letterId, person, role, stage, tie };
  }

  function withinRate({ person }: Commenter): void {
    const rate = rates.get(person.id) ?? new Rate(commentLimits.perMinute / 60, commentLimits.burst);
    rates.set(person.id, rate);
    if (!rate.take()) throw new HttpProblem('too-many-requests', tooMany);
  }

  /** Whoever has the letter open is told, and those whom it concerns, wherever they are. */
  async function tell(letterId: string, concerned: readonly string[]): Promise<void> {
    await house.desk.tellChanged(letterId, 'comments');
    await house.desk.tellPeople(concerned);
  }

  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/letters/{letterId}/comments',
        summary: 'All that people say of a letter',
        middleware: guard(house, 'GET /api/letters/:letterId/comments'),
        request: { params },
        responses: {
          200: json(letterThreads, 'Its threads, the oldest first, and who may be mentioned'),
          ...otherwise,
        },
      }),
      async (c) => {
        const { letterId, person, stage } = commenterOf(c, c.req.valid('param').letterId);
        return c.json(await readThreads(house, { letterId, personId: person.id, stage }), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/letters/{letterId}/threads',
        summary: 'Begin a thread with its first comment',
        middleware: guard(house, 'POST /api/letters/:letterId/threads'),
        request: { params, body: jsonBody(newThread) },
        responses: { ...done, ...otherwise },
      }),
      async (c) => {
        const commenter = commenterOf(c, c.req.valid('param').letterId);
        withinRate(commenter);
        await tell(commenter.letterId, await beginThread(house, commenter, c.req.valid('json')));
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/letters/{letterId}/threads/{threadId}/comments',
        summary: 'Answer in a thread',
        middleware: guard(house, 'POST /api/letters/:letterId/threads/:threadId/comments'),
        request: { params: threadParams, body: jsonBody(newComment) },
        responses: { ...done, ...otherwise },
      }),
      async (c) => {
        const { letterId, threadId } = c.req.valid('param');
        const commenter = commenterOf(c, letterId);
        withinRate(commenter);
        const comment = c.req.valid('json');
        const concerned = await house.prisma.$transaction(async (tx) => {
          const thread = await tx.commentThread.findFirst({ where: { id: threadId, letterId } });
          if (!thread) throw new HttpProblem('not-found', noThread);
          return addComment(tx, commenter, threadId, comment);
        });
        await tell(letterId, concerned);
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/letters/{letterId}/threads/{threadId}/resolution',
        summary: 'Resolve a thread, or open it again',
        middleware: guard(house, 'PUT /api/letters/:letterId/threads/:threadId/resolution'),
        request: { params: threadParams, body: jsonBody(z.object({ resolved: z.boolean() })) },
        responses: { ...done, ...otherwise },
      }),
      async (c) => {
        const { letterId, threadId } = c.req.valid('param');
        const { resolved } = c.req.valid('json');
        await tell(letterId, await resolveThread(house, commenterOf(c, letterId), threadId, resolved));
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/api/letters/{letterId}/comments/{commentId}',
        summary: 'Correct one’s own comment, take it back, or put it back',
        middleware: guard(house, 'PATCH /api/letters/:letterId/comments/:commentId'),
        request: { params: params.extend({ commentId: id }), body: jsonBody(correction) },
        responses: { ...done, ...otherwise },
      }),
      async (c) => {
        const { letterId, commentId } = c.req.valid('param');
        const commenter = commenterOf(c, letterId);
        withinRate(commenter);
        await tell(letterId, await correctComment(house, commenter, commentId, c.req.valid('json')));
        return c.body(null, 204);
      },
    );
}
