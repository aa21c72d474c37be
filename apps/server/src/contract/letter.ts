import type { LetterMetadata, VolumeMetadata } from '@chancery/tei';
import { stages } from '@chancery/workflow';
import { z } from '@hono/zod-openapi';

/** One of a document's dates; see `LetterDate` of @chancery/tei. */
export const letterDate = z.object({
  type: z.string().openapi({ example: 'signed', description: '`sent`, `received`, `signed`, or `handed`' }),
  when: z.string().optional().openapi({ example: '1941-11-04' }),
  notBefore: z.string().optional(),
  notAfter: z.string().optional(),
  printed: z.string().openapi({ example: 'November 4, 1941' }),
  line: z.string().optional(),
});

/** Somebody who sent, received or passed on a letter. */
const correspondent = z.object({
  name: z.string(),
  ref: z.string().optional(),
  role: z.string().optional(),
});

/** How many findings of each weight the last check of the letter had. */
export const findingCounts = z.object({
  errors: z.number().int().nonnegative(),
  warnings: z.number().int().nonnegative(),
});

/** One line of the calendar: a letter, or the volume's own file with kind `front`. */
export const letterRow = z
  .object({
    id: z.string(),
    name: z.string().openapi({ description: 'by which the volume’s list knows it' }),
    path: z.string().openapi({ description: 'its file inside the edition’s folder' }),
    kind: z.string().openapi({
      description: '`letter`, `message`, `aide-memoire`, …, or `front` for the volume’s own file',
    }),
    position: z
      .number()
      .int()
      .openapi({ description: 'place in the volume from 0; the volume’s own file stands at -1' }),
    number: z.object({ text: z.string(), supplied: z.boolean() }).nullable(),
    enclosedIn: z
      .string()
      .nullable()
      .openapi({ description: 'the name of the letter that it is an enclosure of' }),
    title: z.object({ text: z.string(), supplied: z.boolean() }),
    dates: z.array(letterDate),
    date: letterDate.nullable().openapi({ description: 'the one of `dates` that stands in a calendar' }),
    senders: z.array(correspondent),
    addressees: z.array(correspondent),
    intermediaries: z.array(correspondent),
    textBasis: z.object({ type: z.string().optional(), text: z.string() }).nullable(),
    language: z.string().nullable(),
    incipit: z.string(),
    stage: z.enum(stages),
    findings: findingCounts.nullable().openapi({ description: 'null until the letter has been checked' }),
    deadReferences: z
      .number()
      .int()
      .nonnegative()
      .openapi({ description: 'how many of its references lead nowhere, besides its findings' }),
    version: z.number().int().nonnegative(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('LetterRow');

/** A step as ProseMirror serializes it; its further fields depend on its `stepType`. */
export const stepJson = z.looseObject({ stepType: z.string().max(64) }).openapi('Step');

/** One entry of the step log. `version` is the version that the step made. */
export const storedStep = z.object({
  version: z.number().int().positive(),
  step: stepJson,
  clientId: z.string(),
  userId: z.string(),
});

/**
 * A letter as the desk opens it: `openLetter(base.source)`, with `base.doc` adopted where there is one, then every step in order,
 * is the letter at `version`.
 */
export const letterDetail = z
  .object({
    id: z.string(),
    editionId: z.string(),
    path: z.string(),
    row: letterRow,
    metadata: z.custom<LetterMetadata>().openapi({
      type: 'object',
      description: 'what the header and the headings say: `LetterMetadata` of @chancery/tei',
    }),
    volume: z.custom<VolumeMetadata>().nullable().openapi({
      type: 'object',
      description: 'for the volume’s own file: `VolumeMetadata` of @chancery/tei',
    }),
    base: z
      .object({
        version: z.number().int().nonnegative(),
        source: z.string(),
        doc: z.looseObject({}).nullable().openapi({ description: 'null when it is what the source says' }),
      })
      .openapi({ description: 'a state that the letter was in, at the latest at the version asked for' }),
    steps: z.array(storedStep),
    version: z.number().int().nonnegative(),
    canEdit: z.boolean(),
    canReadHistory: z.boolean(),
    canSuggest: z.boolean(),
    canDecide: z.boolean().openapi({ description: 'about what is suggested' }),
    canComment: z.boolean(),
    keyingOf: z
      .object({
        letterId: z.string(),
        number: z.object({ text: z.string(), supplied: z.boolean() }).nullable(),
        title: z.string(),
      })
      .nullable()
      .openapi({ description: 'the letter that this is one of two transcriptions of' }),
    ownSchemas: z
      .boolean()
      .openapi({ description: 'whether the edition has schemas of its own: see `/schemas`' }),
  })
  .openapi('Letter');

export type LetterRow = z.infer<typeof letterRow>;
export type StepJson = z.infer<typeof stepJson>;
export type StoredStep = z.infer<typeof storedStep>;
export type LetterDetail = z.infer<typeof letterDetail>;
