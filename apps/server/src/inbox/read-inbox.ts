import { asAssigned, may, roles, stages } from '@chancery/workflow';
import { z } from 'zod';
import { mentionsIn, withNames } from '../comments/mentions.js';
import type { Inbox, InboxItem, InboxRead } from '../contract/inbox.js';
import { storedMetadata } from '../editions/stored-metadata.js';
import type { Prisma, PrismaClient } from '../generated/client.js';

/** How many lines are shown; older ones fall away, those that have been read first. */
const shown = 200;

/** How many characters of a comment are shown. */
const excerptLength = 240;

const about = z
  .object({
    commentId: z.string().optional(),
    stage: z.enum(stages).nullable().default(null),
    dueOn: z.iso.date().nullable().default(null),
    count: z.number().int().default(1),
    words: z.string().default(''),
    note: z.string().nullable().default(null),
  })
  .catch({ stage: null, dueOn: null, count: 1, words: '', note: null });

/** Those who work on letters: what is said of a letter concerns nobody else, nor anybody who has left its edition. */
const working = roles.filter((role) => stages.some((stage) => may(role, 'comment', stage, asAssigned)));

function concerning(userId: string): Prisma.NotificationWhereInput {
  const memberships = { some: { userId, role: { in: working } } };
  return { userId, OR: [{ letterId: null }, { letter: { edition: { memberships } } }] };
}

const columns = {
  id: true,
  kind: true,
  subjectId: true,
  payload: true,
  createdAt: true,
  readAt: true,
  actor: { select: { name: true } },
  letter: { select: { id: true, metadata: true, edition: { select: { id: true, title: true } } } },
} as const;

/** What concerns one person: what is unread first, then the latest first. */
export async function readInbox(prisma: PrismaClient, userId: string): Promise<Inbox> {
  const where = concerning(userId);
  const newest = { orderBy: { createdAt: 'desc' }, take: shown, select: columns } as const;
  const [unread, fresh, read] = await Promise.all([
    prisma.notification.count({ where: { ...where, readAt: null } }),
    prisma.notification.findMany({ where: { ...where, readAt: null }, ...newest }),
    prisma.notification.findMany({ where: { ...where, readAt: { not: null } }, ...newest }),
  ]);
  const lines = [...fresh, ...read].slice(0, shown);
  const unsigned = await prisma.reading.findMany({
    where: {
      id: {
        in: lines.flatMap(({ kind, subjectId }) => (kind === 'to-sign' && subjectId ? [subjectId] : [])),
      },
      partnerId: userId,
      partnerSignedAt: null,
    },
    select: { id: true },
  });
  const commentOf = (line: { payload: unknown }) => about.parse(line.payload).commentId;
  const [threads, comments] = await Promise.all([
    prisma.commentThread.findMany({
      where: { id: { in: lines.flatMap(({ subjectId }) => subjectId ?? []) } },
      select: { id: true, subject: true, subjectId: true, words: true, resolvedAt: true },
    }),
    prisma.comment.findMany({
      where: { id: { in: lines.flatMap((line) => commentOf(line) ?? []) }, takenBackAt: null },
      select: { id: true, body: true },
    }),
  ]);
  const people = await prisma.user.findMany({
    where: { id: { in: comments.flatMap(({ body }) => mentionsIn(body)) } },
    select: { id: true, name: true },
  });
  const items = lines.map((line): InboxItem => {
    const thread = threads.find(({ id }) => id === line.subjectId);
    const { commentId, stage, dueOn, count, words, note } = about.parse(line.payload);
    const body = comments.find(({ id }) => id === commentId)?.body ?? words;
    return {
      id: line.id,
      kind: line.kind,
      by: line.actor?.name ?? null,
      at: line.createdAt.toISOString(),
      unread: line.readAt === null,
      letter: line.letter && headingOf(line.letter),
      thread: thread ? { id: thread.id, words: thread.words, resolved: thread.resolvedAt !== null } : null,
      note: note ?? (thread?.subject === 'note' ? thread.subjectId : null),
      sign: unsigned.find(({ id }) => id === line.subjectId)?.id ?? null,
      stage,
      dueOn,
      count,
      excerpt: beginning(withNames(body, (id) => people.find((each) => each.id === id)?.name)),
    };
  });
  return { unread, items };
}

/** Has a person's lines taken for read; which of them are theirs is looked at here. */
export async function markRead(prisma: PrismaClient, userId: string, read: InboxRead): Promise<void> {
  await prisma.notification.updateMany({
    where: {
      userId,
      readAt: null,
      ...('ids' in read ? { id: { in: read.ids } } : {}),
      ...('threadId' in read ? { subjectId: read.threadId } : {}),
    },
    data: { readAt: new Date() },
  });
}

function headingOf(letter: {
  id: string;
  metadata: unknown;
  edition: { id: string; title: string };
}): NonNullable<InboxItem['letter']> {
  const { letter: metadata, volume } = storedMetadata(letter.metadata);
  const { number, title } = metadata;
  return {
    id: letter.id,
    editionId: letter.edition.id,
    edition: letter.edition.title,
    number: number ? { text: number.text, supplied: number.supplied } : null,
    title: {
      text: volume?.title ?? title?.text ?? metadata.headerTitle ?? letter.id,
      supplied: title?.supplied ?? false,
    },
  };
}

function beginning(text: string): string {
  return text.length > excerptLength ? `${text.slice(0, excerptLength - 20).trimEnd()} …` : text;
}
