import { z } from '@hono/zod-openapi';
import { searchFor, searchReadings, searchWays } from './search.js';
import { suggestionLimits } from './suggestion.js';

/** Sizes beyond which a replacement is refused, and its author told so. */
export const replacementLimits = {
  /** Places that are replaced. */
  hits: 2_000,
  /** Places that are left out one by one. */
  leftOut: 500,
  /** Characters that stand in the place of what is found. */
  words: 1_000,
} as const;

const reason = z.string().max(suggestionLimits.reason);
const writable = /[^\t\n\r\u0020-\ud7ff\ue000-\u{10ffff}]/u;

/** A place that is left out, as it was seen in the preview. */
export const leftOut = z.object({
  letterId: z.string().max(256),
  version: z.number().int().nonnegative().openapi({ description: 'of the letter, as it was seen' }),
  place: z.number().int().nonnegative(),
  from: z.number().int().nonnegative(),
});

export const replacementRequest = z.object({
  search: searchFor,
  words: z
    .string()
    .max(replacementLimits.words)
    .refine((words) => !writable.test(words), { message: 'This holds a character that no letter can hold.' })
    .openapi({ description: 'what stands in its place; `$1` is a group of the regular expression' }),
  reason: reason.min(1, 'Say why, so that whoever decides it knows.'),
  leftOut: z
    .array(leftOut)
    .max(
      replacementLimits.leftOut,
      `At most ${replacementLimits.leftOut} places can be left out. Narrow the search.`,
    )
    .default([]),
});

/** What a replacement is doing: `suggest` while it is made, then what is decided of what is left open of it. */
export const replacementTasks = ['suggest', 'accept', 'reject', 'withdraw'] as const;
export const replacementStates = ['queued', 'running', 'done', 'cancelled', 'failed'] as const;

const someone = z.object({ id: z.string(), name: z.string() });
const counts = z.object({
  open: z.number().int(),
  accepted: z.number().int(),
  rejected: z.number().int(),
  withdrawn: z.number().int(),
});

export const replacement = z
  .object({
    id: z.string(),
    author: someone,
    find: z.object({ q: z.string(), how: z.enum(searchWays), reading: z.enum(searchReadings) }),
    words: z.string(),
    reason: z.string(),
    task: z.enum(replacementTasks),
    state: z.enum(replacementStates),
    error: z.string().nullable(),
    letters: z.object({ done: z.number().int(), total: z.number().int() }),
    suggestions: counts,
    createdAt: z.iso.datetime(),
  })
  .openapi('Replacement');

/** A replacement with its letters; without them while it is at work. */
export const replacementDetail = replacement
  .extend({
    perLetter: z.array(
      z.object({
        id: z.string(),
        number: z.object({ text: z.string(), supplied: z.boolean() }).nullable(),
        title: z.string(),
        note: z
          .string()
          .openapi({ description: 'what could not be done there, and why; empty where all was' }),
        suggestions: counts,
      }),
    ),
  })
  .openapi('ReplacementDetail');

export const replacementDecision = z.object({
  decision: z.enum(['accept', 'reject', 'withdraw']),
  reason: reason.default(''),
  letterIds: z
    .array(z.string().max(256))
    .max(200)
    .optional()
    .openapi({ description: 'only in these letters; all without' }),
});

export type ReplacementRequest = z.infer<typeof replacementRequest>;
export type ReplacementAnswer = z.infer<typeof replacement>;
export type ReplacementDetail = z.infer<typeof replacementDetail>;
export type ReplacementDecision = z.infer<typeof replacementDecision>;
export type LeftOut = z.infer<typeof leftOut>;
