import { randomUUID } from 'node:crypto';
import { EditRefused, noteInDoc, type OpenLetter, rewriteNote, sourceStep } from '@chancery/prosemirror-tei';
import { NoSuchPlace, newEndnote, patched, removedNote } from '@chancery/tei';
import type { Role } from '@chancery/workflow';
import type { Step } from 'prosemirror-transform';
import { auditLetter } from '../audit/audit.js';
import type { NoteWording } from '../contract/note.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import type { NoteName } from './note-name.js';
import { contentOf, rewording } from './note-wording.js';
import { readNote } from './read-note.js';

const clientId = 'server:notes';

/**
 * Adds an endnote to the volume's own file, as an edit of it.
 *
 * @throws {HttpProblem} `conflict` where the edition has no file, or that has no place for endnotes; `bad-request` for a
 * content that no note can have
 */
export async function addEndnote(
  house: House,
  editionId: string,
  content: NoteWording['content'],
  userId: string,
): Promise<NoteName> {
  const file = await house.prisma.letter.findFirst({
    where: { editionId, kind: 'front' },
    select: { id: true },
  });
  if (!file)
    throw new HttpProblem('conflict', 'The edition has no file of the volume, which holds the endnotes.');
  let noteId = '';
  await edited(house, file.id, userId, (letter) => {
    const { id, patch } = newEndnote(letter.source);
    noteId = id;
    const added = sourceStep(letter, patched(letter.source, [patch]));
    const doc = added?.apply(letter.doc).doc;
    const note = doc && noteInDoc(doc, id);
    if (!added || !doc || !note) throw new NoSuchPlace('The volume has no place where the note can stand.');
    const written = rewriteNote(doc, note, contentOf(note, content));
    return written ? [added, written] : [added];
  });
  return { editionId, letterId: file.id, noteId };
}

/**
 * Gives an endnote another wording, as an edit of its file. Whatever its review was, the new wording is a draft.
 *
 * @throws {HttpProblem} `stale` when it has another wording by now than was seen, `bad-request` for a content that no note
 * can have, `conflict` for one that cannot be written
 */
export async function rewordEndnote(
  house: House,
  { letterId, noteId }: NoteName,
  { version, content }: NoteWording,
  userId: string,
): Promise<void> {
  await house.indexer.settled([letterId]);
  const seen = await house.prisma.noteWording.findFirst({ where: { letterId, noteId, version } });
  await edited(house, letterId, userId, (letter) => {
    const step = rewording(letter, noteId, seen?.wording, content);
    return step ? [step] : [];
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
  await edited(house, note.letterId, person.id, (letter) => {
    const step = sourceStep(letter, patched(letter.source, [removedNote(letter.source, note.noteId)]));
    return step ? [step] : [];
  });
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
  make: (letter: OpenLetter) => readonly Step[],
): Promise<void> {
  try {
    await house.desk.amend(letterId, { userId, clientId, batch: randomUUID(), make });
  } catch (error) {
    if (error instanceof NoSuchPlace || error instanceof EditRefused)
      throw new HttpProblem('conflict', error.message);
    throw error;
  }
  await house.indexer.settled([letterId]);
}
