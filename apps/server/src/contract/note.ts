import { noteDecisions, noteStates } from '@chancery/workflow';
import { z } from '@hono/zod-openapi';

/** What XML cannot hold. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const someone = z.object({ id: z.string(), name: z.string() });
const number = z.object({ text: z.string(), supplied: z.boolean() }).nullable();

/** How many notes a page of the list holds. */
export const notesAtOnce = 200;

export const noteSeries = ['footnote', 'endnote', 'textual'] as const;

export const notesQuery = z.object({
  show: z
    .enum(['mine', 'all', ...noteStates])
    .default('all')
    .openapi({
      description: '`mine` are those that await who asks',
    }),
  series: z.enum(noteSeries).optional(),
  after: z
    .string()
    .max(520)
    .optional()
    .openapi({ description: 'the file and the note, `letter/note`, behind which the page begins' }),
});

export const noteRow = z
  .object({
    letterId: z.string(),
    noteId: z.string(),
    series: z.enum(noteSeries),
    label: z.string(),
    state: z.enum(noteStates),
    text: z.string(),
    version: z.number().int(),
    author: someone.nullable(),
    callouts: z.number().int(),
    calledIn: z
      .array(z.object({ letterId: z.string(), number, title: z.string() }))
      .openapi({ description: 'the documents that call it, each once' }),
    changedAt: z.iso.datetime(),
  })
  .openapi('NoteRow');

export const noteList = z.object({
  notes: z.array(noteRow),
  total: z.number().int(),
  mine: z.number().int(),
  states: z.object(
    Object.fromEntries(noteStates.map((state) => [state, z.number().int()])) as Record<
      (typeof noteStates)[number],
      z.ZodNumber
    >,
  ),
});

export const noteDetail = noteRow
  .extend({
    path: z.string(),
    approvedVersion: z
      .number()
      .int()
      .nullable()
      .openapi({ description: 'of the wording that prints; null where none was approved' }),
    against: z
      .object({ version: z.number().int(), text: z.string() })
      .nullable()
      .openapi({ description: 'the wording that who asks has read last, where it was another' }),
    where: z.array(
      z.object({
        key: z.string(),
        letterId: z.string(),
        number,
        title: z.string(),
        where: z.string(),
        before: z.string(),
        after: z.string(),
        read: z.boolean(),
      }),
    ),
    history: z.array(
      z.object({
        id: z.string(),
        kind: z.enum([...noteDecisions, 'comment', 'wording']),
        by: someone.nullable(),
        at: z.iso.datetime(),
        version: z.number().int(),
        text: z.string(),
        unread: z.number().int(),
        takenBack: z.boolean(),
      }),
    ),
    may: z.object({
      decide: z.array(z.enum(noteDecisions)),
      comment: z.boolean(),
      write: z.boolean(),
      remove: z.boolean(),
      takeBack: z.boolean(),
      ownWording: z.boolean(),
    }),
  })
  .openapi('NoteDetail');

export const noteDecisionRequest = z.object({
  decision: z.enum([...noteDecisions, 'comment']),
  version: z.number().int().min(1).openapi({ description: 'of the wording that was seen' }),
  state: z.enum(noteStates).openapi({ description: 'that was seen' }),
  comment: z.string().trim().max(4_000).default(''),
});

const words = z
  .string()
  .trim()
  .min(1, 'The note has no words.')
  .max(20_000)
  .refine((text) => !unwritable.test(text), { message: 'This holds a character that no file can hold.' });

export const newNoteRequest = z.object({ words });

export const wordingRequest = z.object({
  words,
  version: z.number().int().min(1).openapi({ description: 'of the wording that was seen' }),
});

export const newNote = z.object({ editionId: z.string(), letterId: z.string(), noteId: z.string() });

export const noteReadRequest = z.object({
  version: z.number().int().min(1),
  callout: z.string().max(64),
});

export type NotesQuery = z.infer<typeof notesQuery>;
export type NoteRow = z.infer<typeof noteRow>;
export type NoteList = z.infer<typeof noteList>;
export type NoteDetail = z.infer<typeof noteDetail>;
export type NoteDecisionRequest = z.infer<typeof noteDecisionRequest>;
export type NoteReadRequest = z.infer<typeof noteReadRequest>;
