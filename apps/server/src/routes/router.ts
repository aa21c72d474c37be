import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { problem } from '../contract/problem.js';
import { problemResponse } from '../errors/problem-response.js';
import type { RequestContext } from '../request-context.js';

/** A router whose checks of parameters and bodies fail as `bad-request` problems. */
export function newRouter(): OpenAPIHono<RequestContext> {
  return new OpenAPIHono<RequestContext>({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = result.error.issues.map((issue) => ({
        path: issue.path.join('.'),
        message: issue.message,
      }));
      return problemResponse('bad-request', undefined, errors);
    },
  });
}

/**
 * What every route may answer instead of what it promises. It stands in the OpenAPI document and not in the types:
 * there a `default` answer would also be possible with status 200, and `response.ok` would tell a client nothing.
 */
export const otherwise: Record<never, never> = {
  default: {
    description: 'A problem (RFC 9457): see `type`',
    content: { 'application/problem+json': { schema: problem } },
  },
};

/** A JSON body of a request. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } } as const;
}

/** A JSON body of an answer. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** Bytes of whatever kind as the body of a request. */
export const bytesBody = {
  required: true,
  content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
} as const;

/** A request on its way through a route. */
export type RouteContext = Context<RequestContext>;

/** Adds cookies to the answer. */
export function withCookies<C extends RouteContext>(c: C, cookies: readonly string[]): C {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
  return c;
}
