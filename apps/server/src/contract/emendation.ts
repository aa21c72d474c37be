import type { EmendationKind } from '@chancery/tei';
import { z } from '@hono/zod-openapi';

/** The kinds of emendations, in the order in which they are counted. */
export const emendationKinds = [
  'correction',
  'regularization',
  'expansion',
  'supplied',
  'surplus',
  'unclear',
  'gap',
] as const satisfies readonly EmendationKind[];

/** How many the list answers at once. */
export const emendationsAtOnce = 100;

export const emendationsQuery = z.object({
  kind: z.enum(emendationKinds).optional(),
  after: z.string().max(800).default('').openapi({ description: '`next` of the page before' }),
});

const emendation = z
  .object({
    letterId: z.string(),
    place: z.number().int().openapi({ description: 'among the emendations of its letter' }),
    number: z.object({ text: z.string(), supplied: z.boolean() }).nullable(),
    title: z.string(),
    kind: z.enum(emendationKinds),
    label: z.string().openapi({ description: '“paragraph 3”' }),
    copy: z.string().openapi({ description: 'what the copy has' }),
    edition: z.string().openapi({ description: 'what the edition reads' }),
    before: z.string(),
    after: z.string(),
    reason: z.string().nullable(),
    resp: z.string().nullable(),
    cert: z.string().nullable(),
  })
  .openapi('Emendation');

export const emendationList = z
  .object({
    emendations: z.array(emendation).openapi({ description: 'in the order of the volume' }),
    total: z.number().int().openapi({ description: 'of the kind asked for' }),
    kinds: z.record(z.enum(emendationKinds), z.number().int()),
    next: z.string().nullable().openapi({ description: 'to be asked with `after`; null at the end' }),
  })
  .openapi('EmendationList');

export type EmendationsQuery = z.infer<typeof emendationsQuery>;
export type EmendationRow = z.infer<typeof emendation>;
export type EmendationList = z.infer<typeof emendationList>;
