import { partNames } from '@chancery/publishing/parts';
import { z } from '@hono/zod-openapi';
import { foundPlace } from './found-place.js';

/** A form in which an edition is published. */
export const publicationPart = z.enum(partNames);

/** What is to be made; what is left out is kept from the earlier publication. */
export const publicationOrder = z
  .object({ only: z.array(publicationPart).min(1).max(partNames.length).optional() })
  .openapi('PublicationOrder');

export type PublicationPart = z.infer<typeof publicationPart>;

/** What a run of the press can be; the last three are over. */
export const publicationStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

/** One run of the press. `links` is there when it is done, `error` when it failed. */
export const publication = z
  .object({
    id: z.string(),
    state: z.enum(publicationStates),
    progress: z.object({
      done: z.number(),
      total: z.number(),
      label: z.string(),
      secondsLeft: z
        .number()
        .nullable()
        .openapi({ description: 'by how fast it has gone so far; null while that says nothing yet' }),
    }),
    links: z
      .record(z.string(), z.string())
      .optional()
      .openapi({ description: 'where each part of the publication is, by its name' }),
    error: z.string().optional().openapi({ description: 'what went wrong and what to do, in plain words' }),
    stopped: foundPlace
      .optional()
      .openapi({ description: 'the place in the texts that stopped it, where one did' }),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .openapi('Publication');

export type PublicationAnswer = z.infer<typeof publication>;
