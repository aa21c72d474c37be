import { z } from '@hono/zod-openapi';

/** The stable last parts of `urn:chancery:problem:…`, each one kind of refusal. */
export const problemKinds = [
  'bad-request',
  'not-signed-in',
  'not-allowed',
  'not-found',
  'foreign-origin',
  'schema-unusable',
  'not-mended',
  'image-refused',
  'text-refused',
  'lacking',
  'password-refused',
  'conflict',
  'gone',
  'stale',
  'too-large',
  'too-slow',
  'too-many-requests',
  'not-ready',
  'internal',
] as const;

export type ProblemKind = (typeof problemKinds)[number];

/** An HTTP error, RFC 9457. `type` is stable; `title` and `detail` are for people. */
export const problem = z
  .object({
    type: z.string().openapi({ example: 'urn:chancery:problem:not-found' }),
    title: z.string().openapi({ example: 'Not found' }),
    status: z.number().int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');

export type Problem = z.infer<typeof problem>;
