import { mostSent } from '@chancery/importing/archive';
import { z } from '@hono/zod-openapi';

/** Sizes beyond which a text is refused, and its sender told so. */
export const printedLimits = {
  /** Bytes of a text. */
  bytes: mostSent.printed,
  /** Characters of a value that is decided. */
  value: 2_000,
  /** Matches of a trial that are shown. */
  matches: 50,
} as const;

const id = z.string().max(128);

export const printedId = z
  .uuid()
  .openapi({ description: 'made by the client, so that it can be sent again' });

/** One of the answers to a doubt. */
const choice = z.object({
  choice: z.string(),
  words: z.string().openapi({ description: 'what it comes to, for people' }),
});

/** What is said to a doubt; neither a choice nor a value takes the decision back. */
export const printedDecision = z
  .object({
    id,
    choice: z.string().max(64).optional(),
    value: z.string().max(printedLimits.value).optional(),
  })
  .openapi('PrintedDecision');

export const printedDecisions = z.object({ decisions: z.array(printedDecision).min(1).max(5_000) });

export const printedDoubt = z
  .object({
    id,
    code: z.string(),
    line: z.number().int().openapi({ description: 'from 1' }),
    document: z.string().optional(),
    source: z.string().openapi({ description: 'the line, as the text has it' }),
    before: z.array(z.string()).openapi({ description: 'lines before it that are not blank' }),
    after: z.array(z.string()),
    proposal: choice,
    alternatives: z.array(choice),
    value: z.string().optional().openapi({ description: 'the proposed value, where one may be given' }),
    valueCalled: z.string().optional().openapi({ example: 'a number' }),
    why: z.string(),
    decided: printedDecision.optional(),
    isOpen: z.boolean(),
  })
  .openapi('PrintedDoubt');

export const printedRule = z
  .object({
    name: z.string(),
    label: z.string(),
    gloss: z.string(),
    groups: z.array(z.string()).openapi({ description: 'named groups that its patterns may have' }),
    needs: z.array(z.string()).openapi({ description: 'those that they must have' }),
    usual: z.array(z.string()),
    own: z
      .array(z.string())
      .nullable()
      .openapi({ description: 'what stands in the place of the usual ones' }),
  })
  .openapi('PrintedRule');

const count = z.number().int();

/** Something in a document of a word processor that is not in the text that was read from it. */
export const leftOut = z
  .object({
    code: z.string().openapi({
      description: '`refused` for a file that is not read, `doubled` for one that says the same as another',
    }),
    message: z.string(),
    line: count.optional().openapi({ description: 'of the text, from 1' }),
  })
  .openapi('LeftOutOfText');

/** A text that was sent before another one. */
const sentBefore = z.object({ id, name: z.string(), createdAt: z.iso.datetime() });

export const printedHead = z
  .object({
    id,
    name: z.string(),
    createdAt: z.iso.datetime(),
    by: z.string().nullable(),
    edition: z.string().nullable().openapi({ description: 'the edition that was made of it' }),
    corrected: z
      .boolean()
      .openapi({ description: 'whether a corrected text waits to be brought into that edition' }),
    sameAs: sentBefore.nullable().openapi({
      description: 'the first text that was sent here before it and says the same, letter by letter',
    }),
  })
  .openapi('PrintedImportHead');

export const printedAnswer = printedHead
  .extend({
    version: count,
    summary: z.object({
      documents: count,
      enclosures: count,
      dates: z.object({ 'as-printed': count, 'read-over': count, decided: count, unread: count }),
      lines: z.object({ used: count, excluded: count, 'in the queue': count, empty: count }),
      doubts: z.object({ open: count, decided: count }),
      unmet: count,
    }),
    left: z.array(leftOut),
    documents: z.array(
      z.object({
        id: z.string(),
        line: count,
        number: z.string().optional(),
        title: z.string().optional(),
        when: z.string().optional(),
      }),
    ),
    queue: z.array(printedDoubt),
    unmet: z.array(printedDecision),
    rules: z.array(printedRule),
  })
  .openapi('PrintedImport');

export const printedList = z.object({ imports: z.array(printedHead) });

const patterns = z.array(z.string().max(1_000)).max(20);

export const printedRules = z.object({ rules: z.record(z.string().max(64), patterns) });

export const ruleTrialRequest = z.object({ rule: z.string().max(64), patterns });

export const ruleTrial = z
  .object({
    count,
    matches: z.array(
      z.object({
        line: count,
        words: z.string(),
        groups: z.record(z.string(), z.string()),
      }),
    ),
  })
  .openapi('RuleTrial');

export const lineOutcomes = ['used', 'excluded', 'in the queue', 'empty'] as const;

export const linesQuery = z.object({
  outcome: z.enum(lineOutcomes).optional(),
  offset: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

export const printedLines = z
  .object({
    count,
    lines: z.array(
      z.object({
        line: count,
        outcome: z.enum(lineOutcomes),
        parts: z.array(z.string()).openapi({ description: 'where each part is, or why it is nowhere' }),
        words: z.string(),
      }),
    ),
  })
  .openapi('PrintedLines');

export const editionMade = z.object({ editionId: z.string() });

const paths = z.array(z.string());

/** What came of bringing a corrected text in: files by their paths. */
export const corrections = z
  .object({
    editionId: z.string(),
    taken: paths.openapi({ description: 'letters that nobody had edited' }),
    suggested: paths.openapi({ description: 'letters in which the differences are suggested' }),
    suggestions: count,
    added: paths,
    missing: paths.openapi({ description: 'letters that the corrected text has no more; they stay' }),
    notAdded: paths.openapi({ description: 'new letters that may be others under another name' }),
    notCompared: paths.openapi({ description: 'letters in which the differences could not be told' }),
  })
  .openapi('Corrections');

export type PrintedDecision = z.infer<typeof printedDecision>;
export type PrintedDoubt = z.infer<typeof printedDoubt>;
export type PrintedRule = z.infer<typeof printedRule>;
export type LeftOutOfText = z.infer<typeof leftOut>;
export type PrintedHead = z.infer<typeof printedHead>;
export type PrintedAnswer = z.infer<typeof printedAnswer>;
export type PrintedLines = z.infer<typeof printedLines>;
export type Corrections = z.infer<typeof corrections>;
export type RuleTrial = z.infer<typeof ruleTrial>;
