import { randomUUID } from 'node:crypto';
import { sourceStep } from '@chancery/prosemirror-tei';
import { NoSuchPlace, newEndnote, patched, removedNote, rewordedNote } from '@chancery/tei';
import type { Role } from '@chancery/workflow';
import { auditLetter } from '../audit/audit.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { type NoteName, readNote } from './read-note.js';

const clientId = 'server:notes';

/**
 * Adds an endnote to the volume's own file, as an edit of it.
 *
 * @throws {HttpProblem} `conflict` where the edition has no file, or that has no place for endnotes
 */
export async function addEndnote(
  house: House,
  editionId: string,
  words: string,
  userId: string,
): Promise<NoteName> {
  const file = await house.prisma.letter.findFirst({
    where: { editionId, kind: 'front' },
    select: { id: true },
  });
  if (!file)
    throw new HttpProblem('conflict', 'The edition has no file of the volume, which holds the endnotes.');
  let noteId = '';
  await edited(house, file.id, userId, (source) => {
    const { id, patch } = newEndnote(source, words);
    noteId = id;
    return patched(source, [patch]);
  });
  return { editionId, letterId: file.id, noteId };
}

/**
 * Puts other words into an endnote, as an edit of its file. Whatever its review was, the new wording is a draft.
 *
 * @throws {HttpProblem} `stale` when it has other words by now than were seen, `conflict` for marked-up words, which would
 * lose their marks
 */
export async function rewordEndnote(
  house: House,
  { letterId, noteId }: NoteName,
  { version, words }: { readonly version: number; readonly words: string },
  userId: string,
): Promise<void> {
  await house.indexer.settled([letterId]);
  const seen = await house.prisma.noteWording.findFirst({ where: { letterId, noteId, version } });
  await edited(house, letterId, userId, (source) => {
    if (!seen || !source.includes(seen.wording))
      throw new HttpProblem(
        'stale',
        'Somebody has written this note anew meanwhile. Your words are kept here: look at theirs first.',
      );
    return patched(source, [rewordedNote(source, noteId, words)]);
  });
}

/**
 * Takes an endnote that nothing calls out of its file; its review is kept, should it come back.
 *
 * @throws {HttpProblem} `conflict` while it is called, with the documents that call it; `not-found`
 */
export async function removeEndnote(
  house: House,
  note: NoteName,
  person: { readonly id: string; readonly role: Role | undefined },
): Promise<void> {
  await house.indexer.flush();
  await house.indexer.settledIn(note.editionId);
  const { where, label, may } = await readNote(house, note, person);
  if (!may.remove)
    throw new HttpProblem('conflict', 'This note is removed where it is called: with its callout.');
  if (where.length > 0) {
    const callers = [
      ...new Set(where.map(({ number, title }) => (number ? `No. ${number.text}` : `“${title}”`))),
    ];
    throw new HttpProblem(
      'conflict',
      `Endnote ${label} is still called, in ${inWords(callers)}. Remove the callouts first, and the note then.`,
    );
  }
  await edited(house, note.letterId, person.id, (source) =>
    patched(source, [removedNote(source, note.noteId)]),
  );
  const details = { note: note.noteId };
  await auditLetter(house.prisma, {
    letterId: note.letterId,
    personId: person.id,
    action: 'note-removed',
    details,
  });
}

function inWords(callers: readonly string[]): string {
  const shown = callers.length > 7 ? [...callers.slice(0, 6), `${callers.length - 6} more`] : callers;
  return new Intl.ListFormat('en-GB').format(shown);
}

async function edited(
  house: House,
  letterId: string,
  userId: string,
  edit: (source: string) => string,
): Promise<void> {
  try {
    await house.desk.amend(letterId, {
      userId,
      clientId,
      batch: randomUUID(),
      make: (letter) => {
        const step = sourceStep(letter, edit(letter.source));
        return step ? [step] : [];
      },
    });
  } catch (error) {
    if (error instanceof NoSuchPlace) throw new HttpProblem('conflict', error.message);
    throw error;
  }
  await house.indexer.settled([letterId]);
}
