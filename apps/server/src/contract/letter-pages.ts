import { z } from '@hono/zod-openapi';

/** The pages of a letter as the volume sets them, and which version of it that was. */
export const letterPages = z
  .object({
    version: z.number().int(),
    pages: z.number().int(),
    width: z.number().openapi({ description: 'of each page, in points' }),
    height: z.number(),
    drawing: z.string().openapi({ description: 'all pages, one under the other, as SVG' }),
    lines: z.array(
      z.object({
        page: z.number().int().openapi({ description: 'from 1' }),
        y: z.number().openapi({ description: 'its base line, in points from the foot of the page' }),
        text: z.string(),
      }),
    ),
    warnings: z.array(
      z.object({
        message: z.string(),
        file: z.string().optional().openapi({ description: 'as the edition names it' }),
        line: z.number().int().optional().openapi({ description: 'of that file, from 1' }),
      }),
    ),
  })
  .openapi('LetterPages');

export type LetterPagesAnswer = z.infer<typeof letterPages>;
