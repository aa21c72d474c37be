import { discrepancyKinds } from '@chancery/collation';
import { z } from '@hono/zod-openapi';

const someone = z.object({ id: z.string(), name: z.string() });

/** Who is to key a letter, each without seeing the other’s text. */
export const keyingRequest = z.object({ a: z.string().max(64), b: z.string().max(64) });

/** What is decided of a discrepancy. */
export const decisionRequest = z.discriminatedUnion('choice', [
  z.object({
    choice: z.enum(['a', 'b', 'unclear', 'referred']),
    comment: z.string().trim().max(4_000).default(''),
  }),
  z.object({
    choice: z.literal('other'),
    text: z.string().min(1).max(4_000),
    comment: z.string().trim().max(4_000).default(''),
  }),
]);

const reading = z.object({
  before: z.string(),
  text: z.string(),
  after: z.string(),
  markup: z.string().openapi({ description: 'how the words are marked, where that is what differs' }),
});

const range = z.object({
  from: z.number().int(),
  to: z.number().int(),
  otherFrom: z.number().int(),
  otherTo: z.number().int(),
});

/** A difference as it is kept: what both keyings read, and where. */
export const keptDifference = z.object({
  kind: z.enum(discrepancyKinds),
  ranges: z.array(range),
  a: reading,
  b: reading,
});

const keyingState = z.object({
  /** The letter that it is keyed in; null for who may not see it. */
  letterId: z.string().nullable(),
  by: someone,
  handedInAt: z.iso.datetime().nullable(),
  mine: z.boolean(),
});

/** The two keyings of a letter, and what is decided of their differences. */
export const collation = z
  .object({
    letterId: z.string(),
    number: z.object({ text: z.string(), supplied: z.boolean() }).nullable(),
    title: z.string(),
    state: z.enum(['none', 'keying', 'collating', 'done']),
    a: keyingState.nullable(),
    b: keyingState.nullable(),
    mayBegin: z.boolean(),
    mayAdjudicate: z.boolean(),
    maySettleReferred: z.boolean(),
    words: z.object({ agree: z.number().int(), all: z.number().int() }),
    running: z.array(z.object({ text: z.string(), place: z.number().int().nullable() })).openapi({
      description:
        'the text of keying A, and in it the places of the discrepancies; a new line begins a paragraph',
    }),
    discrepancies: z
      .array(
        z.object({
          place: z.number().int(),
          kind: z.enum(discrepancyKinds),
          a: reading,
          b: reading,
          decision: z
            .object({
              choice: z.enum(['a', 'b', 'unclear', 'referred', 'other']),
              text: z.string().nullable(),
              comment: z.string(),
              by: someone.nullable(),
              at: z.iso.datetime(),
            })
            .nullable(),
        }),
      )
      .openapi({ description: 'none until both are handed in' }),
  })
  .openapi('Collation');

/** A letter that is keyed twice, in the list of an edition. */
export const keyingRow = z
  .object({
    letterId: z.string(),
    number: z.object({ text: z.string(), supplied: z.boolean() }).nullable(),
    title: z.string(),
    state: z.enum(['keying', 'collating', 'done']),
    mine: z
      .object({ letterId: z.string(), handedIn: z.boolean() })
      .nullable()
      .openapi({ description: 'the keying of the person who asks' }),
    transcribers: z.array(someone),
    open: z.number().int().openapi({ description: 'discrepancies that nobody has settled' }),
    all: z.number().int(),
  })
  .openapi('KeyingRow');

export type KeyingRow = z.infer<typeof keyingRow>;
/** A stretch of the running text, and the discrepancy that it is, where it is one. */
export type RunningText = z.infer<typeof collation>['running'][number];
export type KeyingRequest = z.infer<typeof keyingRequest>;
export type DecisionRequest = z.infer<typeof decisionRequest>;
export type Collation = z.infer<typeof collation>;
