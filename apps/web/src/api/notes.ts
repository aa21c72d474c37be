import type {
  NoteDecisionRequest,
  NoteDetail,
  NoteList,
  NoteRow,
  NoteToWrite,
  NoteWording,
} from '@chancery/server/api';
import { api } from './client.js';

const { notes } = api.editions[':editionId'];
const one = notes[':letterId'][':noteId'];

/** A note by its edition, its file and its id there. */
export interface NoteName {
  readonly editionId: string;
  readonly letterId: string;
  readonly noteId: string;
}

/** What of the notes is asked for. */
export type NotesAsked = Parameters<(typeof notes)['$get']>[0]['query'];

/** The notes of an edition, by the state of their review. */
export async function getNotes(editionId: string, query: NotesAsked): Promise<NoteList> {
  return (await notes.$get({ param: { editionId }, query })).json();
}

/** A note with every sentence that calls it, and its history. */
export async function getNote(param: NoteName): Promise<NoteDetail> {
  return (await one.$get({ param: { ...param } })).json();
}

/** Sends a note to review, returns it, approves it, or comments on it. */
export async function decideNote(param: NoteName, json: NoteDecisionRequest): Promise<NoteDetail> {
  return (await one.decisions.$post({ param: { ...param }, json })).json();
}

/** Takes the latest decision of a note back. */
export async function takeNoteDecisionBack(param: NoteName): Promise<NoteDetail> {
  return (await one.decisions.$delete({ param: { ...param } })).json();
}

/** Writes a new endnote of the volume. */
export async function addEndnote(editionId: string, content: NoteWording['content']): Promise<NoteName> {
  return (await notes.$post({ param: { editionId }, json: { content } })).json();
}

/** The wording of a note, to be written upon. */
export async function getWording(param: NoteName): Promise<NoteToWrite> {
  return (await one.wording.$get({ param: { ...param } })).json();
}

/** Gives an endnote another wording. */
export async function rewordEndnote(param: NoteName, json: NoteWording): Promise<NoteDetail> {
  return (await one.wording.$put({ param: { ...param }, json })).json();
}

/** Suggests another wording of an endnote. */
export async function suggestWording(param: NoteName, json: NoteWording): Promise<NoteDetail> {
  return (await one.suggestions.$post({ param: { ...param }, json })).json();
}

/** Takes an endnote that nothing calls out of the volume. */
export async function removeEndnote(param: NoteName): Promise<void> {
  await one.$delete({ param: { ...param } });
}

/** Notes that say much the same as some words. */
export async function similarNotes(editionId: string, words: string): Promise<readonly NoteRow[]> {
  const answer = await api.editions[':editionId']['similar-notes'].$get({
    param: { editionId },
    query: { words },
  });
  return (await answer.json()).notes;
}

/** Enters that a callout of a note has been read in context. */
export async function readCallout(param: NoteName, version: number, callout: string): Promise<NoteDetail> {
  return (await one.readings.$put({ param: { ...param }, json: { version, callout } })).json();
}
