import { createRoute, z } from '@hono/zod-openapi';
import {
  newNote,
  newNoteRequest,
  noteDecisionRequest,
  noteDetail,
  noteList,
  noteReadRequest,
  noteRow,
  noteSuggestionRequest,
  notesQuery,
  noteToWrite,
  wordingRequest,
} from '../contract/note.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { decideNote, readCallout, takeNoteDecisionBack } from '../notes/decide-note.js';
import { listNotes } from '../notes/list-notes.js';
import type { NoteName } from '../notes/note-name.js';
import { suggestWording } from '../notes/note-suggestions.js';
import { readWording } from '../notes/note-wording.js';
import { readNote } from '../notes/read-note.js';
import { similarNotes } from '../notes/similar-notes.js';
import { addEndnote, removeEndnote, rewordEndnote } from '../notes/write-endnote.js';
import { signedIn } from '../signed-in.js';
import { json, jsonBody, newRouter, otherwise } from './router.js';

const path = '/api/editions/{editionId}/notes';
const params = z.object({ editionId: z.string().max(128) });
const ofOne = params.extend({ letterId: z.string().max(256), noteId: z.string().max(256) });
const responses = { 200: json(noteDetail, 'The note as it stands now'), ...otherwise };

/** The notes of an edition and their review. */
export function noteRoutes(house: House) {
  const { prisma, pool } = house;
  /** What was just written of a note, or approved, is not told late. */
  const settled = ({ letterId }: NoteName) => house.indexer.settled([letterId]);
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path,
        summary: 'The notes of the edition, by the state of their review',
        middleware: guard(house, 'GET /api/editions/:editionId/notes'),
        request: { params, query: notesQuery },
        responses: { 200: json(noteList, 'A page of them, with the counts of all'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        await house.indexer.flush();
        return c.json(await listNotes(pool, editionId, signedIn(c.var), c.req.valid('query')), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${path}/{letterId}/{noteId}`,
        summary: 'A note with every sentence that calls it, and its history',
        middleware: guard(house, 'GET /api/editions/:editionId/notes/:letterId/:noteId'),
        request: { params: ofOne },
        responses,
      }),
      async (c) => {
        await house.indexer.flush();
        return c.json(await readNote(house, c.req.valid('param'), signedIn(c.var)), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/{letterId}/{noteId}/decisions`,
        summary: 'Send a note to review, return it, or approve it',
        middleware: guard(house, 'POST /api/editions/:editionId/notes/:letterId/:noteId/decisions'),
        request: { params: ofOne, body: jsonBody(noteDecisionRequest) },
        responses,
      }),
      async (c) => {
        const note = c.req.valid('param');
        const person = signedIn(c.var);
        await settled(note);
        await house.desk.tellPeople(await decideNote(prisma, note, c.req.valid('json'), person));
        return c.json(await readNote(house, note, person), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${path}/{letterId}/{noteId}/decisions`,
        summary: 'Take the latest decision of a note back',
        middleware: guard(house, 'DELETE /api/editions/:editionId/notes/:letterId/:noteId/decisions'),
        request: { params: ofOne },
        responses,
      }),
      async (c) => {
        const note = c.req.valid('param');
        const person = signedIn(c.var);
        await settled(note);
        await takeNoteDecisionBack(prisma, note, person);
        return c.json(await readNote(house, note, person), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${path}/{letterId}/{noteId}/readings`,
        summary: 'Enter that a callout has been read in context',
        middleware: guard(house, 'PUT /api/editions/:editionId/notes/:letterId/:noteId/readings'),
        request: { params: ofOne, body: jsonBody(noteReadRequest) },
        responses,
      }),
      async (c) => {
        const note = c.req.valid('param');
        const person = signedIn(c.var);
        // Whether there is such a note comes first.
        await readNote(house, note, person);
        await readCallout(prisma, note, c.req.valid('json'), person.id);
        return c.json(await readNote(house, note, person), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path,
        summary: 'Write a new endnote of the volume',
        middleware: guard(house, 'POST /api/editions/:editionId/notes'),
        request: { params, body: jsonBody(newNoteRequest) },
        responses: { 201: json(newNote, 'The note to be called'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        return c.json(
          await addEndnote(house, editionId, c.req.valid('json').content, signedIn(c.var).id),
          201,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${path}/{letterId}/{noteId}/wording`,
        summary: 'The wording of a note, to be written upon',
        middleware: guard(house, 'GET /api/editions/:editionId/notes/:letterId/:noteId/wording'),
        request: { params: ofOne },
        responses: { 200: json(noteToWrite, 'The latest wording'), ...otherwise },
      }),
      async (c) => {
        const note = c.req.valid('param');
        // Whether there is such a note comes first.
        await readNote(house, note, signedIn(c.var));
        return c.json(await readWording(house, note), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/{letterId}/{noteId}/suggestions`,
        summary: 'Suggest another wording of a note',
        middleware: guard(house, 'POST /api/editions/:editionId/notes/:letterId/:noteId/suggestions'),
        request: { params: ofOne, body: jsonBody(noteSuggestionRequest) },
        responses,
      }),
      async (c) => {
        const note = c.req.valid('param');
        const person = signedIn(c.var);
        // Whether there is such a note comes first.
        await readNote(house, note, person);
        await house.desk.tellPeople(await suggestWording(house, note, c.req.valid('json'), person.id));
        return c.json(await readNote(house, note, person), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${path}/{letterId}/{noteId}/wording`,
        summary: 'Put other words into an endnote',
        middleware: guard(house, 'PUT /api/editions/:editionId/notes/:letterId/:noteId/wording'),
        request: { params: ofOne, body: jsonBody(wordingRequest) },
        responses,
      }),
      async (c) => {
        const note = c.req.valid('param');
        const person = signedIn(c.var);
        // Whether there is such a note comes first.
        await readNote(house, note, person);
        await rewordEndnote(house, note, c.req.valid('json'), person.id);
        return c.json(await readNote(house, note, person), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${path}/{letterId}/{noteId}`,
        summary: 'Take an endnote that nothing calls out of the volume',
        middleware: guard(house, 'DELETE /api/editions/:editionId/notes/:letterId/:noteId'),
        request: { params: ofOne },
        responses: { 200: json(newNote, 'The note that is gone'), ...otherwise },
      }),
      async (c) => {
        const note = c.req.valid('param');
        await removeEndnote(house, note, signedIn(c.var));
        return c.json(note, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/similar-notes',
        summary: 'Notes that say much the same as some words',
        middleware: guard(house, 'GET /api/editions/:editionId/similar-notes'),
        request: { params, query: z.object({ words: z.string().max(1_000) }) },
        responses: { 200: json(z.object({ notes: z.array(noteRow) }), 'The most alike first'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        return c.json({ notes: await similarNotes(pool, editionId, c.req.valid('query').words) }, 200);
      },
    );
}
