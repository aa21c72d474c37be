import type { Anchor } from '@chancery/prosemirror-tei';
import { z } from '@hono/zod-openapi';

/** Beyond these a comment is refused, and told so. */
export const commentLimits = {
  /** Characters of one comment. */
  characters: 10_000,
  /** Threads of one letter. */
  threads: 2_000,
  /** Comments of one thread. */
  comments: 500,
  /** Comments that one person may make at once, and for long, a minute. */
  burst: 30,
  perMinute: 20,
} as const;

const position = z.number().int().nonnegative();
/** The tokens of a passage: twice what an anchor follows, which is as far as one may grow. */
const tokens = z.string().max(2_000);

/** Where something stands in the text of one version: `Anchor` of @chancery/prosemirror-tei. */
export const anchor = z.object({
  from: position,
  text: tokens,
  whole: z.literal(true).optional(),
  caret: position.max(100).optional(),
  before: tokens,
  after: tokens,
  gone: z
    .object({ text: tokens, by: z.string().max(64), size: position, offset: z.number().int() })
    .optional(),
}) satisfies z.ZodType<Anchor>;

const id = z.string().min(1).max(64);

/** What a thread is about: words of the text, an element or a note in it, or a thing beside it, by its kind and id. */
export const threadSubject = z
  .object({
    kind: z
      .string()
      .regex(/^[a-z][a-z-]{0,31}$/)
      .openapi({ example: 'text', description: '`text`, `element`, `note`, `suggestion`, `revision`, …' }),
    id: z
      .string()
      .min(1)
      .max(256)
      .nullable()
      .openapi({ description: 'of what stands beside the text, or of a note; null for a place in it' }),
  })
  .openapi('ThreadSubject');

/** One comment. A person is mentioned in it as `@[id]`. */
export const comment = z
  .object({
    id: z.string(),
    authorId: z.string(),
    body: z
      .string()
      .openapi({ description: 'plain text; empty for others once its author has taken it back' }),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    takenBack: z.boolean(),
  })
  .openapi('Comment');

/** What people say of one thing. */
export const thread = z
  .object({
    id: z.string(),
    subject: threadSubject,
    anchor: anchor
      .nullable()
      .openapi({ description: 'where it stands in the text at `version`; null for what stands beside it' }),
    version: z.number().int(),
    words: z.string().openapi({ description: 'that it was begun on' }),
    createdById: z.string(),
    createdAt: z.iso.datetime(),
    resolved: z.object({ byId: z.string(), at: z.iso.datetime() }).nullable(),
    comments: z.array(comment),
  })
  .openapi('Thread');

/** All that people say of a letter. */
export const letterThreads = z
  .object({
    threads: z.array(thread),
    people: z
      .array(z.object({ id: z.string(), name: z.string(), mentionable: z.boolean() }))
      .openapi({ description: 'all who are named by their id, and all who may be mentioned' }),
  })
  .openapi('LetterThreads');

const body = z
  .string()
  .max(commentLimits.characters)
  .refine((text) => text.trim() !== '', 'A comment has to say something.');

/** A comment to be made, under an id of the client's own: sent twice, it is made once. */
export const newComment = z.object({ id, body }).openapi('NewComment');

/** A thread to be begun, with its first comment. */
export const newThread = z
  .object({
    id,
    subject: threadSubject,
    place: z
      .object({ anchor, version: position })
      .nullable()
      .openapi({ description: 'where it stands in the text of a version; null for what stands beside it' }),
    comment: newComment,
  })
  .openapi('NewThread');

/** Another wording for one's own comment, or that it is taken back or put back. */
export const correction = z
  .union([z.object({ body }), z.object({ takenBack: z.boolean() })])
  .openapi('Correction');

export type ThreadSubject = z.infer<typeof threadSubject>;
export type LetterThreads = z.infer<typeof letterThreads>;
export type ThreadAnswer = z.infer<typeof thread>;
export type CommentAnswer = z.infer<typeof comment>;
export type NewThread = z.infer<typeof newThread>;
export type NewComment = z.infer<typeof newComment>;
export type Correction = z.infer<typeof correction>;
