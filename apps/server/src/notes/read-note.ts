import { isStage, may, noteDecisions, noteDecisionsOf, type Role } from '@chancery/workflow';
import type { NoteDetail } from '../contract/note.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { PrismaClient } from '../generated/client.js';
import type { House } from '../house.js';
import { letterTie } from '../stages/letter-ties.js';
import { visibleIds } from '../stages/visible-letters.js';
import { documentNames } from './document-names.js';
import { noteRow, storedNote } from './list-notes.js';
import type { NoteName } from './note-name.js';
import { suggestedWordings } from './note-suggestions.js';
import { takeable } from './takeable.js';
import { wordedNotes } from './worded-notes.js';

/**
 * A note with every sentence that calls it, what was said of it, and what who asks may do.
 *
 * @throws {HttpProblem} `not-found`
 */
export async function readNote(
  house: Pick<House, 'prisma' | 'pool' | 'desk'>,
  { editionId, letterId, noteId }: NoteName,
  person: { readonly id: string; readonly role: Role | undefined },
): Promise<NoteDetail> {
  const { prisma, pool } = house;
  const note = await storedNote(pool, editionId, letterId, noteId);
  const draftsToo = may(person.role, 'read-drafts-of-notes');
  if (!note || (!draftsToo && note.state !== 'approved'))
    throw new HttpProblem(
      'not-found',
      draftsToo
        ? 'The edition has no such note any more.'
        : 'The edition has no such note that was approved.',
    );
  // Of letters that who asks may not see no sentence is told.
  const visible = await visibleIds(pool, editionId, person);
  const ofNote = { letterId, noteId };
  const [callouts, readings, events, wordings, suggestions] = await Promise.all([
    prisma.letterCallout.findMany({
      where: { editionId, path: note.path, noteId, ...(visible ? { letterId: { in: [...visible] } } : {}) },
      orderBy: [{ letterId: 'asc' }, { place: 'asc' }],
    }),
    prisma.noteReading.findMany({ where: { ...ofNote, userId: person.id } }),
    prisma.noteEvent.findMany({
      where: ofNote,
      orderBy: { createdAt: 'asc' },
      include: { user: { select: { id: true, name: true } } },
    }),
    prisma.noteWording.findMany({
      where: ofNote,
      orderBy: { version: 'asc' },
      include: { author: { select: { id: true, name: true } } },
    }),
    draftsToo ? suggestedWordings(house, { editionId, letterId, noteId }) : [],
  ]);
  const names = await documentNames(
    pool,
    callouts.map((callout) => callout.letterId),
  );
  const readAt = new Map(readings.map(({ callout, version }) => [callout, version]));
  const decided = events.filter(({ userId }) => userId === person.id);
  const lastRead = Math.max(0, ...readAt.values(), ...decided.map(({ version }) => version));
  const against = wordings.find(({ version }) => version === lastRead && version !== note.version);
  const [seen = ''] = against
    ? await wordedNotes(pool, editionId, [{ path: note.path, text: against.text, pointing: against.wording }])
    : [];
  const own = note.authorId === person.id;
  const said = events.flatMap(({ id, kind, user, createdAt, version, comment, unread, takenBackAt }) => {
    const decision = noteDecisions.find((each) => each === kind);
    const at = createdAt.toISOString();
    const takenBack = takenBackAt !== null;
    return decision ? [{ id, kind: decision, by: user, at, version, text: comment, unread, takenBack }] : [];
  });
  const written = wordings.map(({ version, author, createdAt, text }) => ({
    id: `wording-${version}`,
    kind: 'wording' as const,
    by: author,
    at: createdAt.toISOString(),
    version,
    text,
    unread: 0,
    takenBack: false,
  }));
  const placeOf = (callout: { letterId: string }) => names.get(callout.letterId)?.position ?? 0;
  const isEndnote = note.series === 'endnote' && !noteId.startsWith('@');
  return {
    ...noteRow(note, names),
    path: note.path,
    approvedVersion: note.approvedVersion,
    against: against ? { version: against.version, text: seen } : null,
    where: callouts
      .sort((a, b) => placeOf(a) - placeOf(b))
      .map(({ key, letterId: caller, where, before, after }) => ({
        key: `${caller} ${key}`.slice(-64),
        letterId: caller,
        number: names.get(caller)?.number ?? null,
        title: names.get(caller)?.title ?? '',
        where,
        before,
        after,
        read: readAt.get(`${caller} ${key}`.slice(-64)) === note.version,
      })),
    suggestions,
    history: (draftsToo ? [...written, ...said] : []).sort((a, b) => a.at.localeCompare(b.at)),
    may: {
      decide: noteDecisionsOf(person.role, note.state, own),
      comment: await maySpeak(prisma, letterId, person),
      read: may(person.role, 'comment-notes'),
      // Notes within a letter are written there.
      write: isEndnote && may(person.role, 'review-notes'),
      suggest: isEndnote && may(person.role, 'comment-notes'),
      decideSuggestions: may(person.role, 'review-notes'),
      remove: isEndnote && may(person.role, 'review-notes'),
      takeBack: takeable(events, note, person) !== undefined,
      ownWording: own,
    },
  };
}

/** Whether somebody may speak of the notes of a file: as of all else that stands in it. */
async function maySpeak(
  prisma: PrismaClient,
  letterId: string,
  person: { readonly id: string; readonly role: Role | undefined },
): Promise<boolean> {
  const { stage } = await prisma.letter.findUniqueOrThrow({
    where: { id: letterId },
    select: { stage: true },
  });
  const tie = await letterTie(prisma, letterId, person);
  return may(person.role, 'comment', isStage(stage) ? stage : 'published', tie);
}
