import { randomUUID } from 'node:crypto';
import { elementOf, type NoteInDoc, noteInDoc, type OpenLetter } from '@chancery/prosemirror-tei';
import { Transform } from 'prosemirror-transform';
import type { NoteDetail, NoteSuggestionRequest } from '../contract/note.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { listSuggestions } from '../suggesting/list-suggestions.js';
import { readSteps, stepsAsJson } from '../suggesting/stored-suggestion.js';
import { suggest } from '../suggesting/suggest.js';
import type { NoteName } from './note-name.js';
import { rewording } from './note-wording.js';
import { tellOfNote } from './tell-of-note.js';

/** Suggests another wording of a note; its author is told. Answers who was told. */
export async function suggestWording(
  house: House,
  note: NoteName,
  { content, version, reason }: NoteSuggestionRequest,
  personId: string,
): Promise<string[]> {
  const { letterId, noteId } = note;
  await house.indexer.settled([letterId]);
  const seen = await house.prisma.noteWording.findFirst({ where: { letterId, noteId, version } });
  const now = await house.desk.read(letterId);
  const step = rewording(now.letter, noteId, seen?.wording, content);
  if (!step) throw new HttpProblem('bad-request', 'The note says this already.');
  const id = randomUUID();
  const proposal = { id, revision: 0, write: id, version: now.version, steps: stepsAsJson([step]), reason };
  const [kept] = await suggest(house, letterId, personId, [proposal]);
  if (!kept?.kept)
    throw new HttpProblem('conflict', kept?.reason ?? 'The suggestion was not kept. Try again.');
  return house.prisma.$transaction((db) =>
    tellOfNote(db, note, { kind: 'note-suggested', by: personId, words: reason }),
  );
}

/** The suggestions that change a note and nothing else, with what it would say. */
export async function suggestedWordings(
  house: Pick<House, 'prisma' | 'desk'>,
  { letterId, noteId }: NoteName,
): Promise<NoteDetail['suggestions']> {
  if ((await house.prisma.suggestion.count({ where: { letterId, state: 'open' } })) === 0) return [];
  const { suggestions, version } = await listSuggestions(house, letterId);
  const now = await house.desk.read(letterId);
  const note = now.version === version ? noteInDoc(now.letter.doc, noteId) : undefined;
  if (!note) return [];
  return suggestions.flatMap(({ id, author, revision, fit, words, reason, steps, state, createdAt }) => {
    const text = state === 'open' ? textWith(now.letter, note, steps) : undefined;
    return text === undefined ? [] : [{ id, author, revision, fit, words, reason, text, at: createdAt }];
  });
}

/** What a note says with some steps; undefined where they change nothing of it, or something beside it. */
function textWith(
  { doc }: OpenLetter,
  { pos, node }: NoteInDoc,
  steps: readonly unknown[],
): string | undefined {
  const transform = new Transform(doc);
  for (const step of readSteps(steps) ?? []) if (transform.maybeStep(step).failed) return undefined;
  const start = doc.content.findDiffStart(transform.doc.content);
  const end = doc.content.findDiffEnd(transform.doc.content);
  if (start === null || !end || start <= pos || end.a >= pos + node.nodeSize) return undefined;
  const now = transform.doc.nodeAt(pos);
  // A reference has no words of its own.
  return now?.textBetween(0, now.content.size, ' ', (leaf) => (elementOf(leaf) === 'ptr' ? '…' : ''));
}
