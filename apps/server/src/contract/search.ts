import { stages } from '@chancery/workflow';
import { z } from '@hono/zod-openapi';

/** How what is typed is understood. */
export const searchWays = ['words', 'exact', 'regex'] as const;
/** What of a letter is searched. */
export const searchAreas = ['text', 'notes', 'metadata'] as const;
/** How a text with emendations is read. */
export const searchReadings = ['emended', 'written'] as const;

/** Several words of a list in one parameter of an address, with commas between them. */
function several<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z
    .string()
    .max(200)
    .transform((value) => value.split(',').filter(Boolean))
    .pipe(z.array(z.enum(words)).max(words.length));
}

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

const day = z.iso.date();

/** What is searched for, and where. */
export const searchFor = z.object({
  q: z
    .string()
    .min(1, 'Type what is to be found.')
    .max(500, 'What is looked for may have 500 characters.')
    .refine((q) => !/[\0\p{Surrogate}]/u.test(q), {
      message: 'This holds a character that no letter can hold.',
    })
    .openapi({ description: 'words, the very characters, or a regular expression' }),
  how: z.enum(searchWays),
  capitals: z.boolean().openapi({ description: 'whether capitals matter; not for words' }),
  accents: z.boolean().openapi({ description: 'whether accents matter; for the very characters only' }),
  whole: z.boolean().openapi({ description: 'whole words only; not for words' }),
  in: z.array(z.enum(searchAreas)).max(searchAreas.length),
  reading: z.enum(searchReadings),
  stages: z
    .array(z.enum(stages))
    .max(stages.length)
    .openapi({ description: 'letters at these stages; all without any' }),
  from: day.optional().openapi({ description: 'letters of this day or later' }),
  until: day.optional().openapi({ description: 'letters of this day or earlier' }),
  person: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'a part of the name of a sender or addressee' }),
});

const cursor = z.string().max(300);

/** The same as it stands in an address, with what is usual where nothing is said. */
export const searchPage = searchFor.extend({
  how: searchFor.shape.how.default('words'),
  capitals: flag,
  accents: flag,
  whole: flag,
  in: several(searchAreas).default([...searchAreas]),
  reading: searchFor.shape.reading.default('emended'),
  stages: several(stages).default([]),
  after: cursor.optional().openapi({ description: '`next` of the page before' }),
  words: z.string().max(1_000).optional().openapi({ description: 'previews what would stand in its place' }),
});

/** One place that was found, in its context. */
export const searchHit = z
  .object({
    place: z.number().int().openapi({ description: 'of the passage in its file' }),
    area: z.enum(searchAreas),
    label: z.string().openapi({ description: '“paragraph 3”' }),
    from: z.number().int().openapi({ description: 'in the words of the passage' }),
    to: z.number().int(),
    before: z.string(),
    words: z.string(),
    after: z.string(),
    replaced: z
      .object({
        words: z.string(),
        crosses: z.boolean().openapi({ description: 'whether it stands in several elements, which stay' }),
        cannot: z.string().nullable().openapi({ description: 'why it is not replaced' }),
      })
      .nullable()
      .openapi({ description: 'where `words` were given' }),
  })
  .openapi('SearchHit');

/** A letter with what was found in it. */
export const searchLetter = z
  .object({
    id: z.string(),
    version: z.number().int(),
    kind: z.string(),
    number: z.object({ text: z.string(), supplied: z.boolean() }).nullable(),
    title: z.string(),
    stage: z.enum(stages),
    hits: z.array(searchHit),
    more: z.number().int().openapi({ description: 'how many further hits are not shown' }),
  })
  .openapi('SearchLetter');

export const searchAnswer = z
  .object({
    letters: z.array(searchLetter).openapi({ description: 'in the order of the volume' }),
    total: z
      .object({ letters: z.number().int(), hits: z.number().int().nullable() })
      .nullable()
      .openapi({ description: 'null where they are too many to be counted, or not yet all looked at' }),
    next: cursor.nullable(),
    reached: z
      .boolean()
      .openapi({ description: 'false where time was up before the page was full: ask for the next' }),
  })
  .openapi('SearchAnswer');

export type SearchFor = z.infer<typeof searchFor>;
export type SearchHit = z.infer<typeof searchHit>;
export type SearchLetter = z.infer<typeof searchLetter>;
export type SearchAnswer = z.infer<typeof searchAnswer>;
