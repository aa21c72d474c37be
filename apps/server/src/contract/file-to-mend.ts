import { longestToMend } from '@chancery/importing';
import { z } from '@hono/zod-openapi';

const fault = {
  line: z
    .number()
    .int()
    .nullable()
    .openapi({ description: 'of the first fault, from 1; null when well-formed' }),
  message: z.string().nullable().openapi({ description: 'what is wrong there' }),
};

/** A file that is not well-formed XML, in the calendar. */
export const fileToMendRow = z
  .object({ id: z.string(), path: z.string(), ...fault, updatedAt: z.iso.datetime() })
  .openapi('FileToMendRow');

/** A file that is not well-formed XML, as the desk opens it. */
export const fileToMend = z
  .object({
    id: z.string(),
    editionId: z.string(),
    path: z.string(),
    source: z.string(),
    version: z.number().int(),
    ...fault,
    canMend: z.boolean(),
    letterId: z.string().nullable().openapi({ description: 'the letter that it has become' }),
  })
  .openapi('FileToMend');

/** The file's text in other words, upon a version of it. */
export const mending = z
  .object({ version: z.number().int().min(0), source: z.string().max(longestToMend) })
  .openapi('Mending');

/** How the file stands after that. */
export const mended = z.object({ version: z.number().int(), ...fault }).openapi('Mended');

export type FileToMendAnswer = z.infer<typeof fileToMend>;
export type Mended = z.infer<typeof mended>;
