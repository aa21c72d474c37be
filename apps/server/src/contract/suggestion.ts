import { z } from '@hono/zod-openapi';
import { stepJson } from './letter.js';

/** Sizes and numbers beyond which a suggestion is refused, and its author told so. */
export const suggestionLimits = {
  /** Characters of the steps of one suggestion, as JSON. */
  steps: 1_000_000,
  /** Suggestions in one request. */
  atOnce: 50,
  /** Open suggestions of one author in one letter. */
  open: 2_000,
  /** Characters of a reason. */
  reason: 2_000,
  /** Decided suggestions that are shown beside the open ones, the latest. */
  decided: 50,
} as const;

const id = z.uuid();
const reason = z.string().max(suggestionLimits.reason);
const someone = z.object({ id: z.string(), name: z.string() });

/** What a suggestion says at one place; see `SuggestionPlace` of @chancery/prosemirror-tei. */
export const suggestionWords = z.object({
  places: z.array(
    z.object({
      place: z.string(),
      before: z.string(),
      after: z.string(),
      kept: z.string(),
      removed: z.string(),
      inserted: z.string(),
      label: z.string(),
    }),
  ),
  more: z.number().int().nonnegative(),
});

export const suggestionStates = ['open', 'accepted', 'rejected', 'withdrawn'] as const;
export const suggestionFits = ['whole', 'part', 'none'] as const;

/** A suggestion as it stands at the version of the letter that comes with it. */
export const suggestion = z
  .object({
    id,
    author: someone,
    revision: z.number().int().positive(),
    write: z.string().openapi({ description: 'the author’s own name for the last change of it' }),
    steps: z.array(stepJson).openapi({ description: 'upon the letter at `version`; of open ones only' }),
    fit: z.enum(suggestionFits).openapi({
      description: 'how much of it the edits of others have left: what is `none` can no longer be accepted',
    }),
    words: suggestionWords,
    reason,
    state: z.enum(suggestionStates),
    decider: someone.nullable(),
    decision: reason.openapi({ description: 'why it was decided so' }),
    decidedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('Suggestion');

/** The suggestions of a letter: all open ones, and the latest that were decided. */
export const suggestionList = z
  .object({ version: z.number().int().nonnegative(), suggestions: z.array(suggestion) })
  .openapi('Suggestions');

/** What an author suggests: something new, or another text of what the author has suggested before. */
export const proposal = z
  .object({
    id,
    revision: z
      .number()
      .int()
      .nonnegative()
      .openapi({ description: 'the one that is changed; 0 for a new one' }),
    write: z.string().min(1).max(64).openapi({ description: 'a name of its own for this change' }),
    version: z.number().int().nonnegative().openapi({ description: 'that the steps stand upon' }),
    steps: z
      .array(stepJson)
      .refine((steps) => JSON.stringify(steps).length <= suggestionLimits.steps, {
        message: `A suggestion may have ${suggestionLimits.steps / 1_000_000} MB at most. Make it in smaller parts.`,
      })
      .openapi({ description: 'none takes the suggestion away: it has come to nothing' }),
    reason,
  })
  .openapi('Proposal');

export const proposals = z.object({
  suggestions: z.array(proposal).min(1).max(suggestionLimits.atOnce),
});

/** Why something is not kept: `behind` when the letter has gone on and the author’s client has to follow first. */
export const keepingCodes = ['behind', 'does-not-apply', 'stale', 'decided', 'unknown', 'too-many'] as const;

/** What became of one proposal. */
export const keeping = z.discriminatedUnion('kept', [
  z.object({ id, kept: z.literal(true), revision: z.number().int() }),
  z.object({ id, kept: z.literal(false), code: z.enum(keepingCodes), reason: z.string() }),
]);

const read = z.object({
  id,
  revision: z.number().int().positive().openapi({ description: 'the one that was read' }),
  fit: z.enum(suggestionFits).openapi({ description: 'as it was read' }),
});

export const decisions = ['accept', 'reject', 'take-back'] as const;

/** A decision about some suggestions, each as it was read. */
export const deciding = z.object({
  decision: z.enum(decisions),
  reason: reason.default(''),
  suggestions: z.array(read).min(1).max(suggestionLimits.atOnce),
});

/** An author withdraws suggestions, or takes the withdrawal back. */
export const withdrawing = z.object({
  decision: z.enum(['withdraw', 'take-back']),
  suggestions: z.array(read).min(1).max(suggestionLimits.atOnce),
});

/** What became of the decision about one suggestion. */
export const decided = z.discriminatedUnion('done', [
  z.object({ id, done: z.literal(true) }),
  z.object({ id, done: z.literal(false), reason: z.string() }),
]);

export const keepings = z.object({ outcomes: z.array(keeping) }).openapi('Keepings');
export const decidedAll = z.object({ outcomes: z.array(decided) }).openapi('Decided');

export type SuggestionRow = z.infer<typeof suggestion>;
export type SuggestionList = z.infer<typeof suggestionList>;
export type Proposal = z.infer<typeof proposal>;
export type Keeping = z.infer<typeof keeping>;
export type ReadSuggestion = z.infer<typeof read>;
export type Decision = (typeof decisions)[number] | 'withdraw';
export type Decided = z.infer<typeof decided>;
