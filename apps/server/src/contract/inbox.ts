import { stages } from '@chancery/workflow';
import { z } from '@hono/zod-openapi';

/** One line of an inbox: something that concerns the person who asks. */
export const inboxItem = z
  .object({
    id: z.string(),
    kind: z.string().openapi({
      example: 'mentioned',
      description:
        '`mentioned`, `answered`, `commented`, `resolved`, `reopened`, `assigned`, `handed-on`, `returned`, `note-returned`, `note-approved`, `note-commented`, `to-sign`, `to-key`; others may come',
    }),
    by: z.string().nullable().openapi({ description: 'the name of whoever did it' }),
    at: z.iso.datetime(),
    unread: z.boolean(),
    letter: z
      .object({
        id: z.string(),
        editionId: z.string(),
        edition: z.string().openapi({ description: 'the title of its edition' }),
        number: z.object({ text: z.string(), supplied: z.boolean() }).nullable(),
        title: z.object({ text: z.string(), supplied: z.boolean() }),
      })
      .nullable(),
    thread: z
      .object({ id: z.string(), words: z.string(), resolved: z.boolean() })
      .nullable()
      .openapi({ description: 'the thread that it is about' }),
    note: z.string().nullable().openapi({ description: 'the note of the letter’s file that it is about' }),
    sign: z.string().nullable().openapi({ description: 'the reading that the person is asked to sign' }),
    stage: z.enum(stages).nullable().openapi({ description: 'that the letter has come to' }),
    dueOn: z.iso.date().nullable(),
    count: z.number().int().openapi({ description: 'how many letters it is about' }),
    excerpt: z.string().openapi({
      description: 'how the comment begins, with the names of who is mentioned; what came with the letter',
    }),
  })
  .openapi('InboxItem');

/** What concerns one: what is unread first, then the latest first. */
export const inbox = z
  .object({ unread: z.number().int().nonnegative(), items: z.array(inboxItem) })
  .openapi('Inbox');

/** What has been read: some lines, all lines of a thread, or all there are. */
export const inboxRead = z
  .union([
    z.object({ ids: z.array(z.string().max(64)).min(1).max(500) }),
    z.object({ threadId: z.string().max(64) }),
    z.object({ all: z.literal(true) }),
  ])
  .openapi('InboxRead');

export type Inbox = z.infer<typeof inbox>;
export type InboxItem = z.infer<typeof inboxItem>;
export type InboxRead = z.infer<typeof inboxRead>;
