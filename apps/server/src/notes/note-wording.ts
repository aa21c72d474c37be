import {
  type NoteInDoc,
  noteInDoc,
  type OpenLetter,
  offsetAt,
  rewriteNote,
  schema,
} from '@chancery/prosemirror-tei';
import { Fragment } from 'prosemirror-model';
import type { Step } from 'prosemirror-transform';
import type { NoteToWrite, NoteWording } from '../contract/note.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import type { NoteName } from './note-name.js';
import { wordedReferences } from './worded-notes.js';

type Content = NoteWording['content'];

const changed =
  'Somebody has written this note anew meanwhile. Your words are kept here: look at theirs first.';

/** The latest wording of a note, to be written upon. */
export async function readWording(
  house: House,
  { editionId, letterId, noteId }: NoteName,
): Promise<NoteToWrite> {
  await house.indexer.settled([letterId]);
  const { letter } = await house.desk.read(letterId);
  const { path } = await house.prisma.letter.findUniqueOrThrow({
    where: { id: letterId },
    select: { path: true },
  });
  const note = noteInDoc(letter.doc, noteId);
  const latest = await house.prisma.noteWording.findFirst({
    where: { letterId, noteId },
    orderBy: { version: 'desc' },
  });
  if (!note || !latest) throw new HttpProblem('not-found', 'The edition has no such note any more.');
  const references = await wordedReferences(house.pool, editionId, path, latest.wording);
  return { content: note.node.content.toJSON() as Content, version: latest.version, references };
}

/**
 * The step that gives a note another wording, upon the wording that was seen; undefined where it says that already.
 *
 * @throws {HttpProblem} `stale` where somebody has written it anew, `bad-request` for a content that no note can have
 */
export function rewording(
  letter: OpenLetter,
  noteId: string,
  seen: string | undefined,
  content: Content,
): Step | undefined {
  const note = noteInDoc(letter.doc, noteId);
  if (!note || seen === undefined || sourceOf(letter, note) !== seen) throw new HttpProblem('stale', changed);
  return rewriteNote(letter.doc, note, contentOf(note, content));
}

/** @throws {HttpProblem} `bad-request` */
export function contentOf({ node }: NoteInDoc, content: Content): Fragment {
  let written: Fragment;
  try {
    written = Fragment.fromJSON(schema, content);
    node.copy(written).check();
  } catch (error) {
    if (error instanceof RangeError)
      throw new HttpProblem('bad-request', 'This is no content that a note can have.');
    throw error;
  }
  let isEmpty = true;
  written.descendants((child) => {
    if (child.isText ? child.text?.trim() !== '' : child.isInline) isEmpty = false;
  });
  if (isEmpty) throw new HttpProblem('bad-request', 'The note has no words.');
  return written;
}

function sourceOf(letter: OpenLetter, { pos, node }: NoteInDoc): string {
  return letter.source.slice(offsetAt(letter, pos), letter.map.ends[pos + node.nodeSize - 1]);
}
