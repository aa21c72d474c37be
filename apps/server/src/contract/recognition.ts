import { z } from '@hono/zod-openapi';

const area = z.object({
  left: z.number(),
  top: z.number(),
  right: z.number(),
  bottom: z.number(),
  points: z.array(z.object({ x: z.number(), y: z.number() })).optional(),
});

const word = z.object({
  text: z.string(),
  confidence: z.number().optional().openapi({ description: 'how sure the recognition is, from 0 to 1' }),
  area: area.optional(),
});

const line = z.object({ area: area.optional(), words: z.array(word), goesOn: z.boolean().optional() });

/** What was recognized on the picture of a leaf, in the pixels of the picture. */
const recognizedPage = z
  .object({
    size: z.object({ width: z.number(), height: z.number() }).optional(),
    picture: z.string().optional(),
    blocks: z.array(z.object({ area: area.optional(), lines: z.array(line) })),
  })
  .openapi('RecognizedPage');

export const recognition = z
  .object({
    id: z.string(),
    imageId: z.string(),
    origin: z.enum(['ocr', 'file']),
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    percent: z.number().int().openapi({ description: 'how far it is' }),
    error: z.string().nullable(),
    page: recognizedPage.nullable(),
    settled: z.array(z.string()).openapi({
      description: 'doubtful words that somebody has looked at: the line and the word, from 0: `3.0`',
    }),
  })
  .openapi('Recognition');

/** The last recognition of each leaf of a letter, one under way before one that is over. */
export const recognitionList = z.object({ recognitions: z.array(recognition) }).openapi('RecognitionList');

export const settledWords = z
  .object({
    words: z
      .array(z.string().regex(/^\d{1,5}\.\d{1,5}$/u))
      .min(1)
      .max(1_000),
  })
  .openapi('SettledWords');

export type RecognitionAnswer = z.infer<typeof recognition>;
