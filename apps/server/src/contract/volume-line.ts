import { stages } from '@chancery/workflow';
import { z } from '@hono/zod-openapi';

/** A file of a volume in one line: what it is called there, and where it lies. */
export const volumeLine = z
  .object({
    id: z.string(),
    name: z.string().openapi({ description: 'by which the volume’s list knows it' }),
    path: z.string().openapi({ description: 'its file inside the edition’s folder' }),
    kind: z.string().openapi({ description: '`letter`, …, or `front` for the volume’s own file' }),
    number: z.object({ text: z.string(), supplied: z.boolean() }).nullable(),
    enclosedIn: z.string().nullable().openapi({ description: 'the name of the letter that it belongs to' }),
    title: z.object({ text: z.string(), supplied: z.boolean() }),
    date: z.object({ type: z.string(), printed: z.string(), when: z.string() }).nullable(),
    incipit: z.string(),
    stage: z.enum(stages),
  })
  .openapi('VolumeLine');

/** What stands around a letter: the letters before and behind it, and those that it refers to. */
export const surroundings = z
  .object({
    line: volumeLine.nullable().openapi({ description: 'the letter itself; null for one of two keyings' }),
    previous: volumeLine.nullable(),
    next: volumeLine.nullable(),
    referred: z.array(volumeLine),
  })
  .openapi('Surroundings');

/** What may be referred to, or gone to, by what was typed. */
export const targets = z
  .object({
    letters: z.array(volumeLine).openapi({ description: 'those whose number was typed first' }),
    places: z
      .array(
        z.object({
          kind: z.enum(['note', 'page']),
          id: z.string().openapi({ description: 'its xml:id' }),
          n: z.string().nullable().openapi({ description: 'the page’s number, the note’s label' }),
          named: z.boolean().openapi({
            description: 'false for a page that has to be given its xml:id before something refers to it',
          }),
          letter: volumeLine,
        }),
      )
      .openapi({ description: 'notes with an identifier, and pages' }),
  })
  .openapi('Targets');

export const targetsQuery = z.object({
  words: z.string().max(200).default('').openapi({ description: 'all of them are in the line' }),
});

export type VolumeLine = z.infer<typeof volumeLine>;
export type Surroundings = z.infer<typeof surroundings>;
export type Targets = z.infer<typeof targets>;
