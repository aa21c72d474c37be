import { readingCopies, readingMethods, stages } from '@chancery/workflow';
import { z } from '@hono/zod-openapi';
import { findingCounts } from './letter.js';

const stage = z.enum(stages);
const someone = z.object({ id: z.string(), name: z.string() });
const day = z.iso.date().openapi({ example: '2026-12-01' });

/** A word that goes with a letter from one hand to the next. */
const comment = z.string().trim().max(4_000);

/** A reading as it is entered in the verification ledger. */
export const readingEntry = z.object({
  method: z.enum(readingMethods),
  copy: z.enum(readingCopies).openapi({ description: 'what the letter was read against' }),
  partnerId: z.string().max(64).nullable().default(null).openapi({
    description: 'who read with them, in a tandem reading or as the second keyer',
  }),
  changes: z.string().trim().max(4_000).default('').openapi({
    description: 'what was changed on account of it, in the reader’s words',
  }),
});

/** A letter is handed on or returned. */
export const moveRequest = z.object({
  from: stage.openapi({ description: 'the stage that it is believed to be at' }),
  to: stage,
  comment: comment.default(''),
  reading: readingEntry
    .nullable()
    .default(null)
    .openapi({ description: 'the reading that is signed with it' }),
});

export const bulkMoveRequest = z.object({
  letterIds: z.array(z.string().max(256)).min(1).max(2_000),
  to: z.union([stage, z.literal('next')]),
  comment: comment.default(''),
});

/** What became of each of several letters; `refused` says why where it was. */
export const bulkOutcome = z.object({
  done: z.array(z.string()),
  refused: z.array(z.object({ letterId: z.string(), why: z.string() })),
});

/** What became of each of several moves. */
export const bulkMoved = bulkOutcome.extend({
  moves: z
    .array(z.object({ letterId: z.string(), moveId: z.string() }))
    .openapi({ description: 'those that were made: each can be taken back' }),
});

/** Letters to be checked now. */
export const checkRequest = z.object({ letterIds: z.array(z.string().max(256)).min(1).max(100) });

/** What the checks of several letters have found. */
export const checkOutcome = findingCounts.extend({
  checked: z.number().int().openapi({ description: 'how many letters could be checked' }),
});

export const assignRequest = z.object({
  letterIds: z.array(z.string().max(256)).min(1).max(2_000),
  stage: z.union([stage, z.literal('current')]),
  userId: z.string().max(64).nullable().openapi({ description: 'null for nobody' }),
  dueOn: day.nullable().default(null),
});

export const passagesReadRequest = z.object({
  version: z.number().int().nonnegative(),
  passages: z
    .array(z.object({ from: z.number().int().nonnegative(), to: z.number().int().nonnegative() }))
    .min(1)
    .max(1_000),
});

const lack = z.object({ code: z.string(), words: z.string() });

/** Where a letter stands on its way, and what stands between it and the next stage. */
export const letterStanding = z
  .object({
    stage,
    version: z.number().int(),
    lacks: z.array(lack).openapi({ description: 'what it lacks before it may be handed on' }),
    mayMoveTo: z.array(stage).openapi({ description: 'where the person may move it, if nothing is lacking' }),
    mayRead: z.boolean().openapi({ description: 'whether the person may enter a reading' }),
    cannot: z
      .object({ edit: z.string().nullable(), move: z.string().nullable(), read: z.string().nullable() })
      .openapi({ description: 'why the person may not change it, move it or enter a reading now, in words' }),
    touched: z
      .array(
        z.object({
          from: z.number().int(),
          to: z.number().int(),
          by: z.array(someone),
          mayRead: z.boolean().openapi({ description: 'somebody else than who changed it has to read it' }),
        }),
      )
      .openapi({ description: 'passages to be read again, as positions of the document at `version`' }),
    assignments: z.array(z.object({ stage, user: someone, dueOn: day.nullable() })),
    moves: z
      .array(
        z.object({
          id: z.string(),
          from: stage,
          to: stage,
          comment: z.string(),
          version: z.number().int(),
          by: someone,
          at: z.iso.datetime(),
          takenBackBy: someone.nullable(),
        }),
      )
      .openapi({ description: 'the latest first' }),
    mayTakeBack: z.string().nullable().openapi({ description: 'the move that the person may take back' }),
    readings: z
      .array(
        readingEntry.omit({ partnerId: true }).extend({
          id: z.string(),
          stage,
          version: z.number().int(),
          by: someone,
          partner: someone.nullable(),
          partnerSignedAt: z.iso
            .datetime()
            .nullable()
            .openapi({ description: 'null while the second person has not signed' }),
          at: z.iso.datetime(),
        }),
      )
      .openapi({ description: 'the verification ledger, the latest first' }),
  })
  .openapi('Standing');

/** A letter that is assigned to the person. */
export const queueEntry = z
  .object({
    letterId: z.string(),
    editionId: z.string(),
    editionTitle: z.string(),
    number: z.object({ text: z.string(), supplied: z.boolean() }).nullable(),
    title: z.string(),
    stage,
    assignedFor: stage.openapi({ description: 'the stage that the person is to work at' }),
    waits: z.boolean().openapi({ description: 'whether the letter is at that stage, or still to come' }),
    dueOn: day.nullable(),
    overdue: z.boolean(),
    comment: z.object({ text: z.string(), by: someone, returned: z.boolean() }).nullable().openapi({
      description: 'what came with it from the hand before',
    }),
    findings: z.object({ errors: z.number().int(), warnings: z.number().int() }).nullable(),
    touched: z.number().int(),
  })
  .openapi('QueueEntry');

export type ReadingEntry = z.infer<typeof readingEntry>;
export type CheckOutcome = z.infer<typeof checkOutcome>;
export type BulkOutcome = z.infer<typeof bulkOutcome>;
export type BulkMoved = z.infer<typeof bulkMoved>;
export type AssignRequest = z.infer<typeof assignRequest>;
export type LetterStanding = z.infer<typeof letterStanding>;
export type QueueEntry = z.infer<typeof queueEntry>;
