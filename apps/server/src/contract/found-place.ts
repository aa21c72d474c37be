import { z } from '@hono/zod-openapi';

/** Where at the desk a place that was found is. */
const placeAtDesk = z.object({
  kind: z.enum([
    'source',
    'finding',
    'reference',
    'callout',
    'note',
    'suggestion',
    'thread',
    'images',
    'file-to-mend',
  ]),
  id: z.string().openapi({
    description:
      'the line and column of a source (`86:5`), the place of a reference or callout among those of its letter, from 0, or the id of what it is',
  }),
});

/** A place that a check or the press has found, with the way to it. */
export const foundPlace = z.object({
  letterId: z.string().nullable().openapi({ description: 'null for what is in no letter' }),
  name: z.string(),
  words: z.string(),
  at: placeAtDesk.nullable().openapi({ description: 'null where there is no more to say than the letter' }),
});

export type FoundPlace = z.infer<typeof foundPlace>;
