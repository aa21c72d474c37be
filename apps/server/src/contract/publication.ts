import { z } from '@hono/zod-openapi';

/** One run of the press. `links` is there when it is done, `error` when it failed. */
export const publication = z
  .object({
    id: z.string(),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    progress: z.object({ done: z.number(), total: z.number(), label: z.string() }),
    links: z.object({ web: z.string(), pdf: z.string() }).optional(),
    error: z.string().optional().openapi({ description: 'what went wrong and what to do, in plain words' }),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .openapi('Publication');

export type PublicationAnswer = z.infer<typeof publication>;
