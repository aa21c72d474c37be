import { z } from '@hono/zod-openapi';
import { dateValue } from './volume.js';

const words = (most: number) => z.string().trim().min(1).max(most);
const people = z
  .array(
    z.object({
      name: words(500),
      person: words(256).optional().openapi({ description: 'who that is, by an entry of the register' }),
    }),
  )
  .max(20);

/** What is said of a letter when it is begun. */
export const newLetterRequest = z
  .object({
    kind: z.string().regex(/^[a-z][a-z-]{0,39}$/),
    number: words(20).optional().openapi({
      description: 'as it stands over the letter; not asked where the volume counts',
    }),
    title: z
      .object({ text: words(1_000), supplied: z.boolean() })
      .optional()
      .openapi({ description: 'over the letter, from the copy or supplied by the editors' }),
    senders: people,
    addressees: people,
    date: dateValue.optional().openapi({ description: 'when it was sent' }),
    place: z
      .object({ letterId: z.string().max(256), how: z.enum(['behind', 'enclosed']) })
      .nullable()
      .openapi({ description: 'behind another letter, or as its enclosure; null for the end of the volume' }),
  })
  .openapi('NewLetter');

export const begunLetter = z.object({ letterId: z.string() });

export type NewLetterRequest = z.infer<typeof newLetterRequest>;
