import { schema, sourceStep } from '@chancery/prosemirror-tei';
import type { Role } from '@chancery/workflow';
import { Step } from 'prosemirror-transform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EditionDetail, EditionHead } from '../contract/edition.js';
import type { Inbox } from '../contract/inbox.js';
import type { NoteDetail, NoteList, NoteRow, NoteWording } from '../contract/note.js';
import type { Problem } from '../contract/problem.js';
import { storeEdition } from '../editions/store-edition.js';
import { readEditionSource } from '../publishing/edition-source.js';
import { lackOf } from '../stages/standing.js';
import { openTestHouse, type SignedIn, smallEdition, type TestHouse } from '../testing/test-house.js';
import { typing } from '../testing/typing.js';

const editionId = 'noted';
const calling = ['noted-1', 'noted-2'] as const;
const volumeId = 'noted-volume';
const path = `/api/editions/${editionId}/notes`;
const one = `${path}/${volumeId}/note-1`;

let there: TestHouse;
let editor: SignedIn;
let other: SignedIn;
let proofreader: SignedIn;

beforeAll(async () => {
  there = await openTestHouse();
  const [letter] = smallEdition.letters;
  const callout = '<ptr type="endnote" target="../volume.xml#note-1"/>';
  await storeEdition(
    there.database.prisma,
    {
      volume: {
        ...smallEdition.volume,
        id: volumeId,
        source: smallEdition.volume.source
          .replaceAll('small-volume', volumeId)
          .replace(
            '</body>',
            '</body><back><div type="notes"><note type="endnote" xml:id="note-1">On engines.</note><note type="endnote" xml:id="note-2"><gap reason="lost"/></note></div></back>',
          ),
      },
      letters: calling.map((id) => ({
        ...letter,
        id,
        path: `letters/${id}.xml`,
        source: letter.source
          .replaceAll('ada-1843-07-10', id)
          .replace('hard for you.', `hard for you.${callout} I rest.`),
      })),
    },
    { editionId },
  );
  await there.house.indexer.settledIn(editionId);
  [editor, other, proofreader] = await Promise.all([
    member('editor'),
    member('editor'),
    member('proofreader'),
  ]);
});
afterAll(() => there.close());

async function member(role: Role): Promise<SignedIn> {
  const person = await there.signIn();
  await there.house.prisma.membership.create({ data: { editionId, userId: person.id, role } });
  return person;
}

const list = async (as: SignedIn, query = '') =>
  (await (await there.ask(`${path}${query}`, { as })).json()) as NoteList;
const read = async (as: SignedIn) => (await (await there.ask(one, { as })).json()) as NoteDetail;
const send = (where: string, method: string, body: unknown, as: SignedIn) =>
  there.ask(`${one}/${where}`, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
    as,
  });
const decide = async (as: SignedIn, decision: string, comment = '') => {
  const { version, state } = await read(as);
  return send('decisions', 'POST', { decision, version, state, comment }, as);
};
function post(where: string, method: string, body: unknown, as = editor): Promise<Response> {
  return there.ask(where, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
    as,
  });
}
const wordingOf = async (noteId: string, as = editor) =>
  (await (await there.ask(`${path}/${volumeId}/${noteId}/wording`, { as })).json()) as NoteWording;
/** The content of a note that holds these words alone. */
function saying(words: string): NoteWording['content'] {
  return [{ type: 'anonymous', content: [{ type: 'text', text: words }] }];
}
const inWords = (content: NoteWording['content'], from: string, to: string) =>
  JSON.parse(JSON.stringify(content).replace(from, to)) as NoteWording['content'];
async function write(as: SignedIn, behind: string, words: string): Promise<void> {
  await there.house.desk.amend(volumeId, {
    userId: as.id,
    clientId: 'window',
    batch: words,
    make: (letter) => [Step.fromJSON(schema, typing(letter.source, behind, words))],
  });
  await there.house.indexer.settled([volumeId]);
}
const notApproved = async () =>
  (await lackOf(there.house.prisma, calling[0], 0)).filter(({ code }) => code === 'notes');

test('notes are listed with what calls them; a note that nothing calls too', async () => {
  const { notes, states } = await list(editor);
  expect(states).toEqual({ draft: 2, 'in-review': 0, 'changes-requested': 0, approved: 0 });
  expect(notes).toMatchObject([
    {
      noteId: 'note-1',
      label: '1',
      callouts: 2,
      calledIn: [{ letterId: 'noted-1' }, { letterId: 'noted-2' }],
    },
    { noteId: 'note-2', label: '2', callouts: 0, text: '' },
  ]);
  const detail = await read(editor);
  expect(detail.where.map(({ before }) => before)).toEqual([
    'I am working very hard for you.',
    'I am working very hard for you.',
  ]);
});

test('a callout that moves numbers the notes anew, and one without a note is counted as an error', async () => {
  const labels = async () => (await list(editor)).notes.map(({ noteId, label }) => [noteId, label]);
  const change = async (letterId: string, from: string, to: string) => {
    await there.house.desk.amend(letterId, {
      userId: editor.id,
      clientId: 'window',
      batch: `${from} ${to}`,
      make: (letter) => [sourceStep(letter, letter.source.replace(from, to))].flatMap((step) => step ?? []),
    });
    await there.house.indexer.settled([letterId]);
  };
  const [first, second] = ['#note-1"/> I rest.', '#note-2"/> I rest.'];
  await change(calling[0], first, second);
  expect(await labels()).toEqual([
    ['note-1', '2'],
    ['note-2', '1'],
  ]);
  const references = await there.ask(`/api/letters/${calling[1]}/references`, { as: editor });
  expect(await references.json()).toMatchObject({ endnotes: { before: ['note-2'], after: [] } });
  await change(calling[0], second, first);
  expect((await labels())[0]).toEqual(['note-1', '1']);
  const dead = async () => {
    const { letters } = (await (
      await there.ask(`/api/editions/${editionId}`, { as: editor })
    ).json()) as EditionDetail;
    return letters.find(({ id }) => id === calling[1])?.deadReferences;
  };
  expect(await dead()).toBe(0);
  await change(calling[1], '#note-1"/>', '#gone"/>');
  expect(await dead()).toBe(1);
  await change(calling[1], '#gone"/>', '#note-1"/>');
});

test('a note is sent, returned with a reason, corrected, sent again and approved by another', async () => {
  await there.house.prisma.letter.update({ where: { id: calling[0] }, data: { stage: 'notes-review' } });
  expect(await notApproved()).toHaveLength(1);
  await write(editor, 'On engines.', 'Now: ');
  expect((await decide(editor, 'send')).status).toBe(200);
  expect((await list(other, '?show=mine')).notes).toHaveLength(1);
  expect((await list(editor, '?show=mine')).notes).toHaveLength(0);
  expect((await decide(other, 'return')).status).toBe(400);
  expect((await decide(other, 'return', 'Which engines?')).status).toBe(200);
  expect((await list(editor, '?show=mine')).notes).toMatchObject([{ state: 'changes-requested' }]);
  await write(editor, 'Now: ', 'Difference. ');
  expect((await read(other)).against).toMatchObject({ text: 'Now: On engines.' });
  expect((await decide(editor, 'send')).status).toBe(200);
  expect((await decide(editor, 'approve')).status).toBe(403);
  const { where, version } = await read(other);
  expect((await send('readings', 'PUT', { version, callout: where[0]?.key }, other)).status).toBe(200);
  const approved = (await (await decide(other, 'approve')).json()) as NoteDetail;
  expect(approved).toMatchObject({ state: 'approved', approvedVersion: 3 });
  expect(approved.history.at(-1)).toMatchObject({ kind: 'approve', unread: 1 });
  expect(await notApproved()).toEqual([]);
});

test('an edit makes it a draft; what was approved prints until the new wording is', async () => {
  const approved = (await read(editor)).text;
  await write(editor, 'Difference. ', 'New! ');
  expect(await read(editor)).toMatchObject({ state: 'draft', approvedVersion: 3 });
  const printed = await readEditionSource(there.house.prisma, editionId);
  expect(printed.olderNotes).toBe(1);
  expect(printed.volume.source).toContain(`>${approved}</note>`);
  expect(await notApproved()).toHaveLength(1);
});

test('decisions are taken back; of two who decide at once the second is told', async () => {
  await decide(editor, 'send');
  const seen = await read(other);
  expect((await decide(other, 'approve')).status).toBe(200);
  const late = { decision: 'return', version: seen.version, state: seen.state, comment: 'Too late' };
  const response = await send('decisions', 'POST', late, editor);
  expect(response.status).toBe(409);
  expect(((await response.json()) as Problem).detail).toBe(
    'Changed while you were reading. Version 4 is shown.',
  );
  expect((await there.ask(`${one}/decisions`, { method: 'DELETE', as: editor })).status).toBe(409);
  const back = await there.ask(`${one}/decisions`, { method: 'DELETE', as: other });
  expect(await back.json()).toMatchObject({ state: 'in-review', approvedVersion: 3 });
});

test('a proofreader comments in a thread of the note and decides nothing', async () => {
  const thread = {
    id: 'thread-1',
    subject: { kind: 'note', id: 'note-1' },
    place: null,
    comment: { id: 'comment-1', body: 'Is this so?' },
  };
  const begun = await post(`/api/letters/${volumeId}/threads`, 'POST', thread, proofreader);
  expect(begun.status).toBe(204);
  expect((await decide(proofreader, 'approve')).status).toBe(403);
  expect((await read(proofreader)).may).toMatchObject({ comment: true, suggest: true, decide: [] });
});

test('a proofreader suggests a wording, which an editor accepts; the note is a draft then', async () => {
  const { content, version } = await wordingOf('note-1', proofreader);
  const suggested = await send(
    'suggestions',
    'POST',
    { content: inWords(content, 'New! ', 'New and better! '), version, reason: 'So it was.' },
    proofreader,
  );
  expect(suggested.status).toBe(200);
  const before = await read(editor);
  const [suggestion] = before.suggestions;
  expect(suggestion).toMatchObject({
    author: { id: proofreader.id },
    fit: 'whole',
    reason: 'So it was.',
    text: before.text.replace('New! ', 'New and better! '),
  });
  const { id, revision, fit } = suggestion ?? before.suggestions[0] ?? {};
  const accepted = await post(
    `/api/letters/${volumeId}/suggestions/decisions`,
    'POST',
    { decision: 'accept', suggestions: [{ id, revision, fit }] },
    editor,
  );
  expect(accepted.status).toBe(200);
  expect(await read(editor)).toMatchObject({ text: suggestion?.text, suggestions: [], version: version + 1 });
  const same = { content: (await wordingOf('note-1', proofreader)).content, version: version + 1 };
  expect((await send('suggestions', 'POST', same, proofreader)).status).toBe(400);
});

test('a new endnote goes into the volume’s file; what says much the same is found before', async () => {
  const similar = async (words: string) => {
    const address = `/api/editions/${editionId}/similar-notes?words=${encodeURIComponent(words)}`;
    return ((await (await there.ask(address, { as: editor })).json()) as { notes: NoteRow[] }).notes;
  };
  const made = await post(path, 'POST', { content: saying('The Conference & the Protocol of October') });
  expect(made.status).toBe(201);
  expect(await made.json()).toEqual({ editionId, letterId: volumeId, noteId: 'endnote-3' });
  const stored = () => there.house.prisma.letter.findUniqueOrThrow({ where: { id: volumeId } });
  expect((await stored()).source).toContain(
    '<note type="endnote" xml:id="endnote-3">The Conference &amp; the Protocol of October</note></div>',
  );
  expect(await similar('a conference, its protocol')).toMatchObject([{ noteId: 'endnote-3' }]);
  expect(await similar('something else entirely')).toEqual([]);
  const third = `${path}/${volumeId}/endnote-3`;
  const reworded = await post(`${third}/wording`, 'PUT', { version: 1, content: saying('The Protocol') });
  expect(await reworded.json()).toMatchObject({ text: 'The Protocol', version: 2, state: 'draft' });
  const late = await post(`${third}/wording`, 'PUT', { version: 1, content: saying('Too late') });
  expect(late.status).toBe(409);
  const found = { version: 1, content: saying('Found') };
  expect((await post(`${path}/${volumeId}/note-2/wording`, 'PUT', found)).status).toBe(200);
});

test('a note is written with its marks, and whatever stays is the same to the byte', async () => {
  const { content, version } = await wordingOf('endnote-3');
  const marked = { type: 'text', text: ' of ', marks: [] };
  const person = { id: 'new-1', name: 'persName', attrs: { ref: '#ada' } };
  const named = { type: 'text', text: 'Ada', marks: [{ type: 'element', attrs: person }] };
  const [words] = content;
  const written = [{ ...words, content: [...((words?.content ?? []) as object[]), marked, named] }];
  const third = `${path}/${volumeId}/endnote-3/wording`;
  expect((await post(third, 'PUT', { version, content: written })).status).toBe(200);
  const stored = await there.house.prisma.letter.findUniqueOrThrow({ where: { id: volumeId } });
  expect(stored.source).toContain(
    '<note type="endnote" xml:id="endnote-3">The Protocol of <persName ref="#ada">Ada</persName></note>',
  );
});

test('a note is read with the words of its references, and reviewed in them', async () => {
  const { content, version } = await wordingOf('endnote-3');
  const pointer = (type: string, target: string) => ({
    type: 'leaf',
    attrs: { id: `new-${type}`, name: 'ptr', attrs: { type, target } },
  });
  const [words] = content;
  const refers = [
    { type: 'text', text: ', see ' },
    pointer('document', `letters/${calling[1]}.xml`),
    { type: 'text', text: ' and ' },
    pointer('note', '#note-1'),
  ];
  const written = [{ ...words, content: [...((words?.content ?? []) as object[]), ...refers] }];
  const third = `${path}/${volumeId}/endnote-3`;
  const made = await post(`${third}/wording`, 'PUT', { version, content: written });
  const text = 'The Protocol of Ada, see No. 1 and note 1';
  expect(await made.json()).toMatchObject({ text });
  expect((await list(editor, '?show=all')).notes.find(({ noteId }) => noteId === 'endnote-3')).toMatchObject({
    text,
  });
  expect(await wordingOf('endnote-3')).toMatchObject({
    references: [
      { written: `letters/${calling[1]}.xml`, words: 'No. 1' },
      { written: '#note-1', words: 'note 1' },
    ],
  });
  await there.house.indexer.settled([volumeId]);
  const around = await there.ask(`/api/letters/${calling[0]}/references`, { as: editor });
  expect(await around.json()).toMatchObject({ endnoteWords: [{ noteId: 'endnote-3', text }] });
});

test.each([
  ['nothing', saying('  ')],
  ['what no schema knows', [{ type: 'novel' }]],
  ['words that stand loose', [{ type: 'text', text: 'Loose' }]],
  ['a character that no file can hold', saying('a\u0001b')],
])('a note of %s is refused', async (_, content) => {
  expect([400, 409]).toContain((await post(path, 'POST', { content })).status);
});

test('who wrote a note is told what becomes of it, and the log tells it too', async () => {
  const inbox = (await (await there.ask('/api/inbox', { as: editor })).json()) as Inbox;
  expect(
    inbox.items.filter(({ note }) => note === 'note-1').map(({ kind, excerpt }) => [kind, excerpt]),
  ).toEqual(
    expect.arrayContaining([
      ['note-returned', 'Which engines?'],
      ['note-approved', ''],
      ['commented', 'Is this so?'],
      ['note-suggested', 'So it was.'],
    ]),
  );
  const chief = await member('chief-editor');
  const log = await there.ask(`/api/editions/${editionId}/log`, { as: chief });
  const { events } = (await log.json()) as { events: { action: string }[] };
  const actions = events.map(({ action }) => action);
  for (const action of ['note-sent', 'note-returned', 'note-approved', 'note-decision-taken-back'])
    expect(actions).toContain(action);
});

test('a reader sees the notes that were approved, and nothing of their history', async () => {
  const reader = await member('reader');
  await decide(other, 'approve');
  expect((await list(reader, '?show=all')).notes.map(({ noteId }) => noteId)).toEqual(['note-1']);
  expect(await read(reader)).toMatchObject({
    state: 'approved',
    history: [],
    where: [],
    may: { comment: false },
  });
  expect((await there.ask(`${path}/${volumeId}/note-2`, { as: reader })).status).toBe(404);
  const textsOf = async (as: SignedIn) => {
    const head = (await (await there.ask(`/api/editions/${editionId}/head`, { as })).json()) as EditionHead;
    return head.volume?.endnotes.map(({ id, text }) => [id, text]);
  };
  const { text } = await read(reader);
  expect(await textsOf(reader)).toEqual([
    ['note-1', text],
    ['note-2', undefined],
    ['endnote-3', undefined],
  ]);
  expect((await textsOf(editor))?.[2]).toEqual(['endnote-3', expect.stringContaining('The Protocol of Ada')]);
});

test('a note that is called is not removed, and its callouts are told; one that nothing calls is', async () => {
  const remove = (noteId: string, as = editor) =>
    there.ask(`${path}/${volumeId}/${noteId}`, { method: 'DELETE', as });
  const refused = await remove('note-1');
  expect(refused.status).toBe(409);
  expect(((await refused.json()) as Problem).detail).toMatch(
    /^Endnote 1 is still called, in .* Remove the callouts first/,
  );
  expect((await remove('note-2', proofreader)).status).toBe(403);
  expect((await remove('note-2')).status).toBe(200);
  expect((await list(editor)).notes.map(({ noteId }) => noteId)).not.toContain('note-2');
});

test('a page of the list begins behind a note', async () => {
  const { notes } = await list(editor, '?show=all');
  const [first] = notes;
  const rest = await list(editor, `?show=all&after=${first?.letterId}/${first?.noteId}`);
  expect(rest.notes.map(({ noteId }) => noteId)).toEqual(notes.slice(1).map(({ noteId }) => noteId));
});
