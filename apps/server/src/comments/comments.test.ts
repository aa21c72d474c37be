import { randomUUID } from 'node:crypto';
import { type Anchor, anchorOn, openLetter, placeOfAnchor, schema } from '@chancery/prosemirror-tei';
import { Step, Transform } from 'prosemirror-transform';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commentLimits, type LetterThreads, type NewThread } from '../contract/comment.js';
import type { Inbox } from '../contract/inbox.js';
import { LiveClient } from '../testing/live-client.js';
import {
  letterId,
  letterSource,
  openTestHouse,
  type SignedIn,
  type TestHouse,
} from '../testing/test-house.js';
import { typing } from '../testing/typing.js';

let there: TestHouse;
let hosts: [string, string];
let editor: SignedIn;
let transcriber: SignedIn;
let proofreader: SignedIn;

beforeAll(async () => {
  there = await openTestHouse();
  const node = await there.anotherNode();
  hosts = [await there.listen(), await node.listen()];
  editor = await there.signIn('editor');
  transcriber = await there.signIn('transcriber');
  proofreader = await there.signIn('proofreader');
});
afterAll(() => there.close());

/** A letter of its own for each test. */
let letter: string;
beforeEach(async () => {
  letter = await there.copyLetter();
  await there.assign(transcriber, 'transcription', letter);
  await there.assign(proofreader, 'first-proof', letter);
});

const { doc } = openLetter(letterSource);

function on(words: string): Anchor {
  const from = 1 + doc.textBetween(0, doc.content.size).length;
  let place: number | undefined;
  doc.descendants((node, pos) => {
    const at = node.text?.indexOf(words) ?? -1;
    if (at !== -1) place ??= pos + at;
  });
  return anchorOn(doc, place ?? from, (place ?? from) + words.length);
}

function send(as: SignedIn, method: string, path: string, body: unknown): Promise<Response> {
  return there.ask(`/api/letters/${letter}/${path}`, {
    as,
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

function newThread(anchor: Anchor | null, body = 'Is it so?', more: Partial<NewThread> = {}) {
  return {
    id: randomUUID(),
    subject: { kind: anchor ? 'text' : 'revision', id: anchor ? null : 'r1' },
    place: anchor && { anchor, version: 0 },
    comment: { id: randomUUID(), body },
    ...more,
  };
}

async function begin(as: SignedIn, ...thread: Parameters<typeof newThread>) {
  const begun = newThread(...thread);
  expect((await send(as, 'POST', 'threads', begun)).status).toBe(204);
  return begun;
}

const answer = (as: SignedIn, threadId: string, body: string, id: string = randomUUID()) =>
  send(as, 'POST', `threads/${threadId}/comments`, { id, body });
const resolve = (as: SignedIn, threadId: string, resolved = true) =>
  send(as, 'PUT', `threads/${threadId}/resolution`, { resolved });
const correct = (as: SignedIn, commentId: string, body: object) =>
  send(as, 'PATCH', `comments/${commentId}`, body);

async function threads(as: SignedIn = editor): Promise<LetterThreads> {
  return (await there.ask(`/api/letters/${letter}/comments`, { as })).json() as Promise<LetterThreads>;
}

async function inboxOf(as: SignedIn): Promise<string[]> {
  const { items } = (await (await there.ask('/api/inbox', { as })).json()) as Inbox;
  return items
    .filter((item) => item.letter?.id === letter)
    .map(({ kind, by, excerpt }) => `${kind} by ${by}: ${excerpt}`)
    .toReversed();
}

async function detailOf(response: Response): Promise<unknown[]> {
  const { detail } = (await response.json()) as { detail?: string };
  return [response.status, detail];
}

/** Edits the letter as somebody at a desk does. */
async function edit(clientId: string, make: (tr: Transform) => unknown): Promise<void> {
  await there.house.desk.amend(letter, {
    userId: editor.id,
    clientId,
    batch: randomUUID(),
    make: (opened) => {
      const tr = new Transform(opened.doc);
      make(tr);
      return tr.steps;
    },
  });
}

async function shown(): Promise<string | undefined> {
  const [thread] = (await threads()).threads;
  const { letter: now } = await there.house.desk.read(letter);
  const place = thread?.anchor ? placeOfAnchor(thread.anchor) : undefined;
  return place && now.doc.textBetween(place.from, place.to);
}

describe('a thread', () => {
  test('stands on its words, with what is said of them and by whom', async () => {
    const begun = await begin(transcriber, on('dear Babbage'), 'Babbage?');
    await answer(editor, begun.id, 'Babbage.');
    expect(await threads()).toMatchObject({
      threads: [
        {
          id: begun.id,
          subject: { kind: 'text', id: null },
          version: 0,
          words: 'dear Babbage',
          createdById: transcriber.id,
          resolved: null,
          comments: [
            { authorId: transcriber.id, body: 'Babbage?', editedAt: null, takenBack: false },
            { authorId: editor.id, body: 'Babbage.' },
          ],
        },
      ],
    });
    expect((await threads()).people).toContainEqual({
      id: editor.id,
      name: editor.name,
      mentionable: true,
    });
  });

  test('may be about a thing beside the text', async () => {
    await begin(editor, null);
    expect((await threads()).threads).toMatchObject([
      { subject: { kind: 'revision', id: 'r1' }, anchor: null, words: '' },
    ]);
  });

  test('sent twice, is begun once; an answer too', async () => {
    const begun = await begin(transcriber, on('Babbage'));
    expect((await send(transcriber, 'POST', 'threads', begun)).status).toBe(204);
    const id = randomUUID();
    for (let times = 0; times < 3; times += 1) await answer(editor, begun.id, 'Yes.', id);
    expect((await threads()).threads.map(({ comments }) => comments.length)).toEqual([2]);
    expect(await inboxOf(transcriber)).toEqual(['answered by editor: Yes.']);
  });

  test('under an id that is somebody else’s is refused', async () => {
    const begun = await begin(transcriber, on('Babbage'));
    expect(await detailOf(await send(editor, 'POST', 'threads', begun))).toEqual([
      400,
      'Something else has this id already. Send it again under another one.',
    ]);
    expect((await answer(editor, begun.id, 'Mine', begun.comment.id)).status).toBe(400);
    expect((await threads()).threads).toHaveLength(1);
  });

  test.each([
    ['other words', { ...on('Babbage'), text: 'Cabbage' }, 0],
    ['another place', { ...on('Babbage'), from: 3 }, 0],
    ['a place behind the letter', { ...on('Babbage'), from: 99_999 }, 0],
    ['a version that the letter does not have', on('Babbage'), 1],
  ])('on %s is refused', async (_, anchor, version) => {
    const [status, detail] = await detailOf(
      await send(editor, 'POST', 'threads', newThread(null, 'x', { place: { anchor, version } })),
    );
    expect(status).toBe(409);
    expect(detail).toContain('do not stand there');
  });

  test.each([
    ['nothing', ' \n '],
    ['too much', 'x'.repeat(commentLimits.characters + 1)],
  ])('that says %s is refused', async (_, body) => {
    expect((await send(editor, 'POST', 'threads', newThread(on('Babbage'), body))).status).toBe(400);
  });

  test('does not stand in another letter', async () => {
    const begun = await begin(editor, on('Babbage'));
    letter = letterId;
    expect((await answer(editor, begun.id, 'Here?')).status).toBe(404);
    expect((await resolve(editor, begun.id)).status).toBe(404);
    expect((await correct(editor, begun.comment.id, { body: 'There' })).status).toBe(404);
  });
});

describe('its author', () => {
  test('may correct a comment, take it back and put it back; nobody else may, or reads it meanwhile', async () => {
    const { comment } = await begin(transcriber, on('Babbage'), 'Cabbage');
    expect((await correct(transcriber, comment.id, { body: 'Babbage' })).status).toBe(204);
    const corrected = { body: 'Babbage', takenBack: false, editedAt: expect.any(String) };
    expect((await threads()).threads[0]?.comments).toMatchObject([corrected]);
    expect((await correct(editor, comment.id, { body: 'Mine' })).status).toBe(403);
    expect((await correct(editor, comment.id, { takenBack: true })).status).toBe(403);
    await correct(transcriber, comment.id, { takenBack: true });
    expect((await threads()).threads[0]?.comments).toMatchObject([{ body: '', takenBack: true }]);
    expect((await threads(transcriber)).threads[0]?.comments).toMatchObject([
      { body: 'Babbage', takenBack: true },
    ]);
    await correct(transcriber, comment.id, { takenBack: false });
    expect((await threads()).threads[0]?.comments).toMatchObject([corrected]);
  });
});

describe('whoever began a thread, and whoever may edit the letter now', () => {
  test('resolves and reopens it; others do not', async () => {
    const { id } = await begin(transcriber, on('Babbage'));
    expect((await resolve(proofreader, id)).status).toBe(403);
    expect((await resolve(editor, id)).status).toBe(204);
    expect((await threads()).threads).toMatchObject([{ resolved: { byId: editor.id } }]);
    expect((await resolve(transcriber, id, false)).status).toBe(204);
    expect((await threads()).threads).toMatchObject([{ resolved: null }]);
    await there.house.prisma.letter.update({ where: { id: letter }, data: { stage: 'first-proof' } });
    expect((await resolve(proofreader, id)).status).toBe(204);
    await resolve(proofreader, id, false);
    await resolve(proofreader, id, false);
    expect(await inboxOf(transcriber)).toEqual([
      'resolved by editor: ',
      'resolved by proofreader: ',
      'reopened by proofreader: ',
    ]);
  });
});

describe('the words of a thread', () => {
  test('are followed through edits, and kept at the version that they were followed to', async () => {
    await begin(editor, on('Babbage'));
    await edit('a', (tr) => tr.insert(on('My dear').from, schema.text('Oh! ')));
    await edit('a', (tr) => tr.insert(on('Babbage').from + 4 + 3, schema.text('-')));
    expect(await shown()).toBe('Bab-bage');
    const stored = await there.house.prisma.commentThread.findFirstOrThrow({ where: { letterId: letter } });
    expect(stored).toMatchObject({ version: 2, words: 'Babbage', anchor: { text: 'Bab-bage' } });
  });

  test('may be given at an earlier version', async () => {
    await edit('a', (tr) => tr.insert(on('My dear').from, schema.text('Oh! ')));
    await begin(editor, on('Babbage'));
    expect(await shown()).toBe('Babbage');
    expect((await threads()).threads).toMatchObject([{ version: 1 }]);
  });

  test('gone, are kept; and come back with an undo', async () => {
    await begin(editor, on('Babbage'));
    const { from } = on('My dear');
    await edit('a', (tr) => tr.delete(from, from + 15));
    expect(await shown()).toBeUndefined();
    const { steps } = new Transform(doc).delete(from, from + 15);
    await edit('b', (tr) => steps.forEach((step) => void tr.step(step.invert(doc))));
    expect(await shown()).toBe('Babbage');
  });

  test('go with their paragraph when it is cut and pasted', async () => {
    await begin(editor, on('Babbage'));
    const start = on('My dear').from - 1;
    await edit('a', (tr) => {
      const piece = tr.doc.slice(start, start + 17);
      tr.delete(start, start + 17).replace(start + 35, start + 35, piece);
    });
    expect(await shown()).toBe('Babbage');
  });

  test('are followed over a thousand steps and more, by two nodes at once', async () => {
    await begin(editor, on('Babbage'));
    const { from } = on('My dear');
    for (let batch = 0; batch < 5; batch += 1) {
      await edit('a', (tr) => {
        for (let count = 0; count < 250; count += 1) tr.insert(from, schema.text('O'));
      });
    }
    const asked = hosts.map((host) =>
      fetch(`http://${host}/api/letters/${letter}/comments`, { headers: { cookie: editor.cookie } }),
    );
    for (const response of await Promise.all(asked)) expect(response.status).toBe(200);
    expect(await shown()).toBe('Babbage');
    expect((await threads()).threads).toMatchObject([
      { version: 1_250, anchor: { from: on('Babbage').from + 1_250 } },
    ]);
  });

  test('are looked for where a release could not follow the steps and the letter was opened anew', async () => {
    await begin(editor, on('Babbage'));
    await edit('a', (tr) => tr.insert(on('My dear').from, schema.text('Oh! ')));
    const { prisma } = there.house;
    const { source } = await prisma.letter.findUniqueOrThrow({ where: { id: letter } });
    await prisma.step.updateMany({
      where: { letterId: letter, version: 1 },
      data: { step: { stepType: 'of another release' } },
    });
    await prisma.checkpoint.create({ data: { letterId: letter, version: 1, source } });
    expect(await shown()).toBe('Babbage');
    expect((await threads()).threads).toMatchObject([
      { version: 1, anchor: { from: on('Babbage').from + 4 } },
    ]);
  });
});

describe('an inbox', () => {
  test('tells who is mentioned, who is answered, and nobody of their own doing', async () => {
    const { id } = await begin(transcriber, on('Babbage'), `@[${editor.id}], is it Babbage?`);
    await answer(editor, id, `Ask @[${proofreader.id}], @[${transcriber.id}].`);
    await answer(proofreader, id, 'It is.');
    expect(await inboxOf(editor)).toEqual([
      'mentioned by transcriber: @editor, is it Babbage?',
      'answered by proofreader: It is.',
    ]);
    expect(await inboxOf(proofreader)).toEqual(['mentioned by editor: Ask @proofreader, @transcriber.']);
    expect(await inboxOf(transcriber)).toEqual([
      'mentioned by editor: Ask @proofreader, @transcriber.',
      'answered by proofreader: It is.',
    ]);
  });

  test('tells whose suggestion is commented on', async () => {
    await there.house.prisma.suggestion.create({
      data: {
        id: `of ${letter}`,
        letterId: letter,
        authorId: transcriber.id,
        version: 0,
        write: 'w',
        steps: [],
        words: {},
      },
    });
    const subject = { kind: 'suggestion', id: `of ${letter}` };
    const { id } = await begin(editor, null, 'Why?', { subject });
    await answer(transcriber, id, 'The copy has it.');
    await begin(transcriber, null, 'As I said', { subject });
    expect(await inboxOf(transcriber)).toEqual(['commented by editor: Why?']);
    expect(await inboxOf(editor)).toEqual(['answered by transcriber: The copy has it.']);
  });

  test('tells of a mention that is put in afterwards, once', async () => {
    const { comment } = await begin(transcriber, on('Babbage'), 'Is it?');
    await correct(transcriber, comment.id, { body: `Is it, @[${editor.id}]?` });
    await correct(transcriber, comment.id, { body: `Is it so, @[${editor.id}]?` });
    expect(await inboxOf(editor)).toEqual(['mentioned by transcriber: Is it so, @editor?']);
  });

  test('tells nobody who may not read it: strangers, readers, those whose letter it is not, and those who have left', async () => {
    const reader = await there.signIn('reader');
    const stranger = await there.signIn();
    const leaving = await there.signIn('proofreader');
    const elsewhere = await there.signIn('proofreader');
    await there.assign(leaving, 'second-proof', letter);
    const all = [reader, stranger, leaving, elsewhere].map(({ id }) => `@[${id}]`).join(' ');
    await begin(transcriber, on('Babbage'), all);
    expect([await inboxOf(reader), await inboxOf(stranger), await inboxOf(elsewhere)]).toEqual([[], [], []]);
    expect(await inboxOf(leaving)).toHaveLength(1);
    await there.house.prisma.membership.deleteMany({ where: { userId: leaving.id } });
    expect(await inboxOf(leaving)).toEqual([]);
    const { unread } = (await (await there.ask('/api/inbox', { as: leaving })).json()) as Inbox;
    expect(unread).toBe(0);
    const { people } = await threads();
    expect(people.find(({ id }) => id === leaving.id)).toMatchObject({ mentionable: false });
    expect(people.find(({ id }) => id === stranger.id)).toBeUndefined();
  });

  test('shows nothing of what was taken back, and any kind of line', async () => {
    const { comment } = await begin(transcriber, on('Babbage'), `@[${editor.id}] psst`);
    await correct(transcriber, comment.id, { takenBack: true });
    await there.house.prisma.notification.create({
      data: { userId: editor.id, kind: 'of-another-release', letterId: letter, payload: ['?'] },
    });
    expect(await inboxOf(editor)).toEqual(['mentioned by transcriber: ', 'of-another-release by null: ']);
  });

  test('is read line by line, thread by thread, or as a whole; unread lines come first', async () => {
    const someone = await there.signIn('editor');
    const mention = `@[${someone.id}]`;
    const first = await begin(transcriber, on('Babbage'), `${mention} 1`);
    await begin(transcriber, on('dear'), `${mention} 2`);
    await begin(transcriber, on('dear'), `${mention} 3`);
    const read = async (body: object) => {
      const response = await there.ask('/api/inbox/read', {
        as: someone,
        method: 'PUT',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
      const { unread, items } = (await response.json()) as Inbox;
      return [
        unread,
        items.map(({ excerpt, unread: open }) => `${excerpt.at(-1)}${open ? '*' : ''}`).join(' '),
      ];
    };
    const { items } = (await (await there.ask('/api/inbox', { as: someone })).json()) as Inbox;
    expect(await read({ ids: [items[0]?.id] })).toEqual([2, '2* 1* 3']);
    expect(await read({ threadId: first.id })).toEqual([1, '2* 3 1']);
    expect(await read({ all: true })).toEqual([0, '3 2 1']);
    // Another person's lines stay as they are.
    await begin(someone, on('dear'), `@[${transcriber.id}] 4`);
    await read({ all: true });
    const theirs = (await (await there.ask('/api/inbox', { as: transcriber })).json()) as Inbox;
    expect(theirs.unread).toBeGreaterThan(0);
  });
});

test('whoever has the letter open is told of it on every node, and those whom it concerns in any letter', async () => {
  await there.assign(proofreader, 'first-proof', letterId);
  const [here, elsewhere] = await Promise.all([
    LiveClient.open(hosts[0], { letter, as: editor, client: 'here' }),
    LiveClient.open(hosts[1], { letter: letterId, as: proofreader, client: 'elsewhere' }),
  ]);
  await Promise.all([here.next(), elsewhere.next()]);
  await begin(transcriber, on('Babbage'), `@[${proofreader.id}]?`);
  expect(await here.next()).toEqual({ type: 'changed', topic: 'comments' });
  expect(await elsewhere.next()).toEqual({ type: 'inbox' });
  here.close();
  elsewhere.close();
});

test('nothing that is said of a letter is in its TEI', async () => {
  await begin(editor, on('Babbage'), 'Not to be printed');
  await edit('a', (tr) => tr.step(Step.fromJSON(schema, typing(letterSource, 'Babbage</p>', 'Mr '))));
  const tei = await (await there.ask(`/api/letters/${letter}/tei`, { as: editor })).text();
  expect(tei).toContain('Mr Babbage');
  expect(tei).not.toContain('Not to be printed');
});

test('a flood of comments is refused, and told so', async () => {
  const someone = await there.signIn('editor');
  const { id } = await begin(someone, on('Babbage'));
  const statuses = new Set<number>();
  for (let count = 0; count < commentLimits.burst + 5; count += 1)
    statuses.add((await answer(someone, id, 'Once more')).status);
  expect([...statuses]).toEqual([204, 429]);
  expect((await answer(editor, id, 'I can still be heard')).status).toBe(204);
});
