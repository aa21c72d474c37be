import { stages } from '@chancery/workflow';
import { z } from '@hono/zod-openapi';
import { fileToMendRow } from './file-to-mend.js';
import { findingCounts } from './letter.js';

const stage = z.enum(stages);

/** How many lines are given at once. */
const mostLines = 2_000;

/** By what the calendar can be put in order: `place` is the order of the volume. */
export const calendarOrders = [
  'place',
  'date',
  'title',
  'stage',
  'assigned',
  'due',
  'findings',
  'change',
] as const;

const flag = z.enum(['true', 'false']).default('false');

/** Which letters are to be shown. */
export const calendarFilter = z.object({
  words: z.string().max(200).default('').openapi({ description: 'all of them are in the line' }),
  stage: stage.optional(),
  mine: flag.openapi({ description: 'only what is assigned to the person for the stage that it is at' }),
  findings: flag.openapi({ description: 'only what has findings' }),
});

/** Which of them, in which order. */
export const calendarWindow = calendarFilter.extend({
  order: z.enum(calendarOrders).default('place'),
  descending: flag,
  offset: z.coerce.number().int().nonnegative().max(10_000_000).default(0),
  limit: z.coerce.number().int().positive().max(mostLines).default(100),
});

/** A letter in the calendar. */
export const calendarLine = z
  .object({
    id: z.string(),
    number: z.object({ text: z.string(), supplied: z.boolean() }).nullable(),
    enclosedIn: z.string().nullable(),
    title: z.object({ text: z.string(), supplied: z.boolean() }),
    date: z.object({ type: z.string(), printed: z.string(), when: z.string() }).nullable(),
    incipit: z.string(),
    stage,
    assigned: z
      .object({ id: z.string(), name: z.string(), dueOn: z.iso.date().nullable() })
      .nullable()
      .openapi({ description: 'who has it at this stage, and until when' }),
    findings: findingCounts.nullable(),
    touched: z.number().int().openapi({ description: 'passages to be read again' }),
    updatedAt: z.iso.datetime(),
  })
  .openapi('CalendarLine');

export const calendarLines = z.object({ lines: z.array(calendarLine) });

/** Letters that follow one another and are of one year. */
const calendarGroup = z.object({
  year: z.string().openapi({ description: 'empty for what has no date' }),
  count: z.number().int(),
  numbers: z.object({ first: z.string().nullable(), last: z.string().nullable() }),
  dates: z.object({ first: z.string().nullable(), last: z.string().nullable() }),
});

/** What stands in the volume's own file beside its documents. */
const calendarFront = z.object({
  fileId: z.string(),
  stage,
  findings: findingCounts.nullable(),
  updatedAt: z.iso.datetime(),
  title: z.string(),
  subtitle: z.string().nullable(),
  volume: z.string().nullable(),
  titlePage: z.array(z.object({ type: z.string().optional(), lines: z.array(z.string()) })),
  pieces: z.array(
    z.object({ id: z.string().optional(), kind: z.string().optional(), title: z.string().optional() }),
  ),
  endnotes: z.object({
    count: z.number().int(),
    wanting: z.number().int().openapi({ description: 'notes whose text is not there' }),
    firstId: z.string().nullable(),
  }),
});

/** The calendar as a whole: how many letters are at which stage, and what stands around them. */
export const calendarSummary = z
  .object({
    id: z.string(),
    title: z.string(),
    role: z.string(),
    may: z.object({
      assign: z.boolean(),
      publish: z.boolean(),
      manageMembers: z.boolean(),
      readLog: z.boolean(),
    }),
    letters: z.number().int().openapi({ description: 'all there are, whatever is filtered' }),
    numbers: z.object({ first: z.string().nullable(), last: z.string().nullable() }),
    stages: z
      .record(stage, z.number().int())
      .openapi({ description: 'of those that are shown, but for the filter by stage' }),
    mine: z.number().int(),
    withFindings: z.number().int(),
    groups: z.array(calendarGroup).openapi({
      description: 'the shown letters by year, in the order of the volume; none where words are looked for',
    }),
    front: calendarFront.nullable(),
    toMend: z.array(fileToMendRow),
  })
  .openapi('Calendar');

export type CalendarFilter = z.infer<typeof calendarFilter>;
export type CalendarWindow = z.infer<typeof calendarWindow>;
export type CalendarLine = z.infer<typeof calendarLine>;
export type CalendarSummary = z.infer<typeof calendarSummary>;
export type CalendarOrder = CalendarWindow['order'];
