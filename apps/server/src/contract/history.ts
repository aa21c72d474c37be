import { oneLine } from '@chancery/xml';
import { z } from '@hono/zod-openapi';
import { stepJson } from './letter.js';

const version = z.number().int().nonnegative();
const person = z.object({ id: z.string(), name: z.string() });
const when = z.iso.datetime();

/** The name of a version: one line of text that XML can hold. */
const label = z.string().trim().min(1).max(200).regex(oneLine, 'A name is one line of text.');

/** A version that has a name, or at which the letter passed from one stage to another. */
export const revisionPoint = z
  .object({
    id: z.string(),
    kind: z.enum(['named', 'restored', 'stage']),
    version,
    label: z.string(),
    by: person.nullable(),
    at: when,
    renamed: z.object({ by: person.nullable(), at: when }).nullable(),
  })
  .openapi('RevisionPoint');

/** A stretch of work by one or more people, until they paused, the letter passed to another stage, or somebody named what they had. */
export const historyEntry = z
  .object({
    from: version.openapi({ description: 'the version that the stretch began upon' }),
    to: version.openapi({ description: 'the version that it ended with' }),
    begunAt: when,
    endedAt: when,
    people: z.array(person),
    did: z.array(z.string()).openapi({ description: 'what was done, in sentences without full stops' }),
    points: z.array(revisionPoint).openapi({ description: 'the names that its last version has' }),
  })
  .openapi('HistoryEntry');

/** A part of a letter’s history, the latest stretch first. */
export const letterHistory = z
  .object({
    version: version.openapi({ description: 'of the letter now' }),
    entries: z.array(historyEntry),
    earlier: version
      .nullable()
      .openapi({ description: 'ask for what is `before` it; null at the beginning' }),
    imported: z.object({ at: when, points: z.array(revisionPoint) }),
  })
  .openapi('LetterHistory');

export const historyQuery = z.object({
  before: z.coerce.number().int().positive().optional().openapi({
    description: 'only stretches that ended at an earlier version or with it',
  }),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

export const nameVersionRequest = z.object({
  label,
  version: version.optional().openapi({ description: 'the letter as it is now, if it is not said' }),
});

export const renameRequest = z.object({ label });

export const namedVersion = z.object({
  point: revisionPoint,
  notInTei: z
    .string()
    .nullable()
    .openapi({ description: 'why the header does not tell of it; null when it does' }),
});

export const restoreRequest = z.object({ version });

export const restored = z.object({
  version: version.openapi({ description: 'of the letter now' }),
  restored: version.openapi({ description: 'the version that it is again' }),
});

/** A letter as it was. A version within a batch was never stored by itself: it is answered with the end of its batch. */
export const letterVersion = z
  .object({
    version,
    doc: z.looseObject({}).openapi({ description: 'the document as ProseMirror writes it' }),
    by: person.nullable(),
    at: when,
  })
  .openapi('LetterVersion');

export const stepsQuery = z.object({
  after: z.coerce.number().int().nonnegative(),
  upTo: z.coerce.number().int().positive(),
});

/** A stretch of the step log with who took each step. */
export const takenSteps = z
  .object({
    people: z.array(person),
    steps: z.array(
      z.object({
        version,
        step: stepJson,
        by: z.number().int().openapi({ description: 'place in `people`' }),
        at: when,
      }),
    ),
  })
  .openapi('TakenSteps');

/** How many steps are given at once. */
export const mostSteps = 500;

export const authorshipQuery = z.object({
  version: z.coerce.number().int().nonnegative(),
  from: z.coerce.number().int().nonnegative().optional(),
  to: z.coerce.number().int().nonnegative().optional(),
});

/** Who did something, when, and in which revision it is first. */
const hand = z.object({
  version: version.openapi({ description: '0 for what was imported' }),
  by: person.nullable(),
  at: when.nullable(),
  revision: z.string().nullable().openapi({ description: 'the name of the revision that it came with' }),
  suggestion: z
    .object({
      reason: z.string().openapi({ description: 'why its author suggested it' }),
      acceptedBy: person.nullable(),
      decision: z.string().openapi({ description: 'why it was accepted' }),
    })
    .nullable()
    .openapi({ description: 'the suggestion that was accepted with it' }),
});

export const authorship = z
  .object({
    version,
    spans: z.array(
      hand.extend({
        from: z.number().int(),
        to: z.number().int(),
        text: z.string(),
        since: version.openapi({ description: 'the first version of the span; `version` is its last' }),
      }),
    ),
    elements: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        text: z.string(),
        made: hand,
        changed: hand.nullable(),
      }),
    ),
  })
  .openapi('Authorship');

export type RevisionPoint = z.infer<typeof revisionPoint>;
export type HistoryEntry = z.infer<typeof historyEntry>;
export type LetterHistory = z.infer<typeof letterHistory>;
export type NamedVersion = z.infer<typeof namedVersion>;
export type LetterVersion = z.infer<typeof letterVersion>;
export type TakenSteps = z.infer<typeof takenSteps>;
export type AuthorshipAnswer = z.infer<typeof authorship>;
