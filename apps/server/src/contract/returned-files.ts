import { z } from '@hono/zod-openapi';

const count = z.number().int();
const paths = z.array(z.string());

export const returnedQuery = z.object({
  series: z.enum(['as-there', 'as-in-the-files']).default('as-there').openapi({
    description:
      'whether files of many documents keep the documents that they have, or are to have those that they have in what is sent',
  }),
});

const faults = z.array(z.object({ path: z.string(), line: count, column: count, message: z.string() }));

const ofSeries = z.array(
  z.object({
    path: z.string().openapi({ description: 'of the letter' }),
    series: z.string().openapi({ description: 'the path of the file of many documents' }),
  }),
);

/** What becomes of letters of which a series tells otherwise in the files than at the desk. */
const decisions = z.object({
  kept: ofSeries.openapi({ description: 'not in the file any more, and left in it' }),
  leaving: ofSeries.openapi({
    description: 'not in the file any more, and taken out of it; the letters stay',
  }),
  putBack: ofSeries.openapi({ description: 'had left it, stand in the file again, and are put back' }),
  stayedOut: ofSeries.openapi({ description: 'had left it, stand in the file again, and stay out of it' }),
});

const told = {
  faults: faults.openapi({ description: 'where there is any, nothing is changed' }),
  added: paths.openapi({ description: 'new letters' }),
  missing: paths.openapi({ description: 'letters that are not among the files any more; they stay' }),
  ofSeries: decisions,
  unchanged: count,
};

/** What bringing files back would do. */
export const returnedPlan = z
  .object({
    ...told,
    changed: z.array(
      z.object({
        path: z.string(),
        here: z.enum(['as-taken-out', 'edited', 'as-in-the-files']).openapi({
          description:
            'how the letter stands: as it was when it was taken out, edited since, or as in the files already',
        }),
      }),
    ),
  })
  .openapi('ReturnedPlan');

/** What came of it. */
export const returnedOutcome = z
  .object({
    ...told,
    brought: z.array(
      z.object({
        path: z.string(),
        outcome: z.enum(['taken', 'suggested', 'same', 'not-compared']),
        suggestions: count,
        overtaken: count.openapi({ description: 'suggestions whose places were edited since' }),
      }),
    ),
  })
  .openapi('ReturnedOutcome');

export type SeriesChoice = z.infer<typeof returnedQuery>['series'];
export type ReturnedPlan = z.infer<typeof returnedPlan>;
export type ReturnedOutcome = z.infer<typeof returnedOutcome>;
