import { noteSeries } from '@chancery/tei';
import { noteDecisions, noteStates } from '@chancery/workflow';
import { z } from '@hono/zod-openapi';
import { wordedReference } from './reference.js';
import { suggestionFits, suggestionLimits, suggestionWords } from './suggestion.js';

const someone = z.object({ id: z.string(), name: z.string() });
const number = z.object({ text: z.string(), supplied: z.boolean() }).nullable();

/** How many notes a page of the list holds. */
export const notesAtOnce = 200;

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
    suggestions: z
      .array(
        z.object({
          id: z.string(),
          author: someone,
          revision: z.number().int(),
          fit: z.enum(suggestionFits),
          text: z.string().openapi({ description: 'what the note would say' }),
          words: suggestionWords,
          reason: z.string(),
          at: z.iso.datetime(),
        }),
      )
      .openapi({ description: 'other wordings that are suggested and not decided' }),
    history: z.array(
      z.object({
        id: z.string(),
        kind: z.enum([...noteDecisions, 'wording']),
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
      read: z.boolean().openapi({ description: 'to enter which callouts were read in context' }),
      write: z.boolean(),
      suggest: z.boolean(),
      decideSuggestions: z.boolean(),
      remove: z.boolean(),
      takeBack: z.boolean(),
      ownWording: z.boolean(),
    }),
  })
  .openapi('NoteDetail');

export const noteDecisionRequest = z.object({
  decision: z.enum(noteDecisions),
  version: z.number().int().min(1).openapi({ description: 'of the wording that was seen' }),
  state: z.enum(noteStates).openapi({ description: 'that was seen' }),
  comment: z.string().trim().max(4_000).default(''),
});

/** Characters of a note's content, as JSON: far more than any note has. */
const longestContent = 400_000;

/** What a note holds, as nodes of the schema of @chancery/prosemirror-tei. */
const content = z
  .array(z.looseObject({ type: z.string() }))
  .refine((nodes) => JSON.stringify(nodes).length <= longestContent, {
    message: 'The note is too long. Part it into several.',
  })
  .openapi({ description: 'nodes of a ProseMirror document' });

export const newNoteRequest = z.object({ content });

const version = z.number().int().min(1).openapi({ description: 'of the wording that was seen' });

export const wordingRequest = z.object({ content, version });

export const noteSuggestionRequest = wordingRequest.extend({
  reason: z.string().trim().max(suggestionLimits.reason).default(''),
});

/** A note's wording to be written upon. */
const noteWording = z.object({ content, version });

export const noteToWrite = noteWording
  .extend({ references: z.array(wordedReference) })
  .openapi('NoteToWrite');

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
export type NoteWording = z.infer<typeof noteWording>;
export type NoteToWrite = z.infer<typeof noteToWrite>;
export type NoteSuggestionRequest = z.infer<typeof noteSuggestionRequest>;
export type NoteReadRequest = z.infer<typeof noteReadRequest>;
