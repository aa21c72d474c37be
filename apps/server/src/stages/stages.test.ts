import { schema } from '@chancery/prosemirror-tei';
import { Step } from 'prosemirror-transform';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Inbox } from '../contract/inbox.js';
import type { LetterStanding, QueueEntry } from '../contract/stage.js';
import {
  editionId,
  letterId,
  letterSource,
  openTestHouse,
  type SignedIn,
  type TestHouse,
} from '../testing/test-house.js';
import { typing } from '../testing/typing.js';

let there: TestHouse;
const people = {} as Record<'chief' | 'editor' | 'reader' | 'first' | 'second' | 'typist', SignedIn>;

beforeAll(async () => {
  there = await openTestHouse();
  people.chief = await there.signIn('chief-editor');
  people.editor = await there.signIn('editor');
  people.first = await there.signIn('proofreader');
  people.second = await there.signIn('proofreader');
  people.typist = await there.signIn('transcriber');
  people.reader = await there.signIn('reader');
});
afterAll(() => there.close());

/** The letter of the tests, as one that has no errors. */
const source = letterSource.replace(
  '</teiHeader>',
  `  <profileDesc>
      <correspDesc><correspAction type="sent"><persName>Ada Lovelace</persName></correspAction></correspDesc>
    </profileDesc>
  </teiHeader>`,
);

let letter: string;
beforeEach(async () => {
  letter = await there.copyLetter({ baseSource: source, source, errorCount: 0, warningCount: 0 });
  await there.assign(people.typist, 'transcription', letter);
  await there.assign(people.first, 'first-proof', letter);
  await there.assign(people.second, 'second-proof', letter);
});

const post = async (path: string, as: SignedIn, body: unknown, method = 'POST') => {
  const response = await there.ask(path, {
    method,
    as,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const standing = async (as = people.editor) =>
  (await (await there.ask(`/api/letters/${letter}/standing`, { as })).json()) as LetterStanding;
const move = (as: SignedIn, from: string, to: string, more: object = {}) =>
  post(`/api/letters/${letter}/moves`, as, { from, to, ...more });
const single = { method: 'single', copy: 'original' };
const tandem = () => ({ method: 'tandem', copy: 'photocopy', partnerId: people.typist.id });
const type = (as: SignedIn, before: string, text: string) =>
  there.house.desk.amend(letter, {
    userId: as.id,
    clientId: 'typist',
    batch: `${text} before ${before}`,
    make: (now) => [Step.fromJSON(schema, typing(now.source, before, text))],
  });

/** Takes the letter to a stage, as it should go. */
async function to(stage: 'first-proof' | 'second-proof' | 'notes-review'): Promise<void> {
  await type(people.typist, 'Babbage</p>', 'Mr ');
  await there.house.checker.check([letter]);
  expect((await move(people.typist, 'transcription', 'first-proof')).status).toBe(200);
  if (stage === 'first-proof') return;
  expect((await move(people.first, 'first-proof', 'second-proof', { reading: single })).status).toBe(200);
  if (stage === 'second-proof') return;
  const signed = await move(people.second, 'second-proof', 'notes-review', { reading: tandem() });
  expect(signed.status).toBe(200);
  expect((await sign(people.typist, await toBeSigned())).status).toBe(200);
}

/** The reading that waits for its second signature. */
async function toBeSigned(): Promise<string> {
  const { id } = await there.house.prisma.reading.findFirstOrThrow({
    where: { letterId: letter, partnerId: { not: null }, partnerSignedAt: null },
  });
  return id;
}

const sign = (as: SignedIn, readingId: string) => post(`/api/readings/${readingId}/signature`, as, {}, 'PUT');

describe('handing on', () => {
  test('goes from stage to stage, each by who may, and signs what was read', async () => {
    await to('notes-review');
    const moved = await move(people.editor, 'notes-review', 'ready', { comment: 'For the press.' });
    expect(moved.body).toMatchObject({ stage: 'ready', lacks: [], mayMoveTo: expect.any(Array) });
    const { readings, moves } = await standing();
    expect(readings.map(({ method, by, partner, stage }) => [stage, method, by.id, partner?.id])).toEqual([
      ['second-proof', 'tandem', people.second.id, people.typist.id],
      ['first-proof', 'single', people.first.id, undefined],
    ]);
    expect(moves.map((each) => each.to)).toEqual(['ready', 'notes-review', 'second-proof', 'first-proof']);
    expect((await move(people.editor, 'ready', 'published')).status).toBe(403);
    expect((await move(people.chief, 'ready', 'published')).body).toMatchObject({ stage: 'published' });
  });

  test('is refused with all that is lacking, and nothing is half done', async () => {
    await to('first-proof');
    await there.house.prisma.letter.update({ where: { id: letter }, data: { errorCount: 2 } });
    const refused = await move(people.first, 'first-proof', 'second-proof');
    expect(refused).toMatchObject({
      status: 409,
      body: {
        type: 'urn:chancery:problem:lacking',
        detail: '2 findings are errors. No reading of the first proof is recorded.',
      },
    });
    const again = await move(people.first, 'first-proof', 'second-proof', { reading: single });
    expect(again.status).toBe(409);
    expect(await standing()).toMatchObject({ stage: 'first-proof', readings: [] });
  });

  test('a second pair of eyes is a second person', async () => {
    await to('first-proof');
    // An editor who has typed in the letter before it was handed on counts as one of its transcribers.
    await there.house.prisma.step.updateMany({
      where: { letterId: letter },
      data: { userId: people.editor.id },
    });
    const own = await move(people.editor, 'first-proof', 'second-proof', { reading: single });
    expect(own.body).toMatchObject({ detail: expect.stringContaining('did not transcribe') });
    expect((await move(people.first, 'first-proof', 'second-proof', { reading: single })).status).toBe(200);
    const same = await move(people.first, 'second-proof', 'notes-review', { reading: single });
    expect(same.body).toMatchObject({ detail: expect.stringContaining('has not worked on the letter') });
  });

  test('of two at once, one is told that the other was first', async () => {
    await to('first-proof');
    const statuses = await Promise.all(
      [people.first, people.second].map((person) =>
        move(person, 'first-proof', 'second-proof', { reading: single }),
      ),
    );
    expect(statuses.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await standing()).readings).toHaveLength(1);
  });

  test('a tandem reading is of two people of the edition', async () => {
    await to('first-proof');
    const stranger = await there.signIn();
    const tell = async (reading: object) =>
      (await move(people.first, 'first-proof', 'second-proof', { reading })).body.detail;
    expect(await tell({ method: 'tandem', copy: 'print' })).toContain('who the second person was');
    expect(await tell({ method: 'tandem', copy: 'print', partnerId: people.first.id })).toContain(
      'else than you',
    );
    expect(await tell({ method: 'tandem', copy: 'print', partnerId: stranger.id })).toContain(
      'does not belong',
    );
    expect(await tell({ method: 'single', copy: 'print', partnerId: people.typist.id })).toContain(
      'one person',
    );
    expect((await standing()).readings).toEqual([]);
  });
});

describe('returning and taking back', () => {
  test('a return needs a reason, and the stages after it are to be signed anew', async () => {
    await to('notes-review');
    expect((await move(people.editor, 'notes-review', 'first-proof')).status).toBe(400);
    const returned = await move(people.editor, 'notes-review', 'first-proof', {
      comment: 'The copy has a third leaf.',
    });
    expect(returned.body).toMatchObject({ stage: 'first-proof' });
    expect((await standing()).touched).toEqual([]);
  });

  test('the latest move can be taken back, by who made it or an editor, and no other', async () => {
    await to('second-proof');
    const { moves } = await standing();
    const [latest, before] = moves;
    const back = (as: SignedIn, id = latest?.id) =>
      post(`/api/letters/${letter}/moves/${id}`, as, {}, 'DELETE');
    expect((await back(people.second)).status).toBe(403);
    expect((await back(people.editor, before?.id)).status).toBe(409);
    expect((await standing(people.first)).mayTakeBack).toBe(latest?.id);
    expect((await back(people.first)).body).toMatchObject({ stage: 'first-proof' });
    expect((await back(people.first)).status).toBe(409);
    expect((await standing()).moves[0]).toMatchObject({ takenBackBy: { id: people.first.id } });
  });
});

describe('an edit after a proof was signed', () => {
  test('reopens its passage only, until somebody else has read it', async () => {
    await to('notes-review');
    await type(people.editor, 'hard for', 'so ');
    await there.house.checker.check([letter]);
    const open = await standing(people.editor);
    expect(open.touched).toEqual([
      expect.objectContaining({ by: [{ id: people.editor.id, name: 'editor' }], mayRead: false }),
    ]);
    const stored = await there.house.prisma.letter.findUniqueOrThrow({ where: { id: letter } });
    expect(stored.touched).toBe(1);
    const lacking = await move(people.editor, 'notes-review', 'ready');
    expect(lacking.body).toMatchObject({ detail: expect.stringContaining('1 passage has changed') });

    const read = (as: SignedIn, version = open.version) =>
      post(`/api/letters/${letter}/passages-read`, as, {
        version,
        passages: open.touched.map(({ from, to: end }) => ({ from, to: end })),
      });
    expect((await read(people.editor)).status).toBe(403);
    expect((await read(people.chief, 0)).status).toBe(409);
    expect((await read(people.chief)).body).toMatchObject({ touched: [], lacks: [] });
    expect((await move(people.editor, 'notes-review', 'ready')).status).toBe(200);
  });

  test('that is undone leaves nothing to read', async () => {
    await to('second-proof');
    await type(people.editor, 'hard for', 'so ');
    expect((await standing()).touched).toHaveLength(1);
    await there.house.desk.amend(letter, {
      userId: people.editor.id,
      clientId: 'typist',
      batch: 'undo',
      make: async () => {
        const { step } = await there.house.prisma.step.findFirstOrThrow({
          where: { letterId: letter },
          orderBy: { version: 'desc' },
        });
        const { from } = step as { from: number };
        return [Step.fromJSON(schema, { stepType: 'replace', from, to: from + 3 })];
      },
    });
    expect((await standing()).touched).toEqual([]);
  });
});

describe('assignments and the queue', () => {
  const today = '2026-11-27';
  const queue = async (as: SignedIn) =>
    ((await (await there.ask(`/api/queue?today=${today}`, { as })).json()) as { letters: QueueEntry[] })
      .letters;
  const assign = (body: object, as = people.editor) =>
    post(`/api/editions/${editionId}/assignments`, as, { letterIds: [letter], stage: 'current', ...body });

  test('what is assigned waits for its person while the letter is at that stage', async () => {
    await there.house.prisma.assignment.deleteMany({ where: { letterId: { not: letter } } });
    await to('first-proof');
    const due = { userId: people.first.id, dueOn: '2026-11-01' };
    expect((await assign(due)).body).toEqual({ done: [letter], refused: [] });
    expect(await queue(people.first)).toEqual([
      expect.objectContaining({ letterId: letter, stage: 'first-proof', dueOn: '2026-11-01', overdue: true }),
    ]);
    await move(people.first, 'first-proof', 'second-proof', { reading: single, comment: 'Leaf 2 is faint.' });
    expect(await queue(people.first)).toEqual([]);
    await assign({ userId: people.second.id });
    expect(await queue(people.second)).toEqual([
      expect.objectContaining({
        overdue: false,
        comment: {
          text: 'Leaf 2 is faint.',
          by: { id: people.first.id, name: 'proofreader' },
          returned: false,
        },
      }),
    ]);
    await assign({ userId: null });
    expect(await queue(people.second)).toEqual([]);
  });

  test('each letter by itself: what cannot be assigned is told', async () => {
    const outcome = await assign({ userId: people.first.id, letterIds: [letter, 'none'] });
    expect(outcome.body).toEqual({
      done: [],
      refused: [
        { letterId: 'none', why: 'There is no such letter in this edition.' },
        { letterId: letter, why: 'Somebody of this role has no work in transcription.' },
      ],
    });
    const stranger = await there.signIn();
    expect((await assign({ userId: stranger.id })).status).toBe(400);
    expect((await assign({ userId: people.first.id }, people.first)).status).toBe(403);
  });

  test('letters are handed on together, each by itself', async () => {
    const together = await post(`/api/editions/${editionId}/moves`, people.editor, {
      letterIds: [letter, letterId, 'none'],
      to: 'next',
    });
    expect(together.body).toMatchObject({
      done: [letter],
      refused: [{ letterId }, { letterId: 'none' }],
      moves: [{ letterId: letter, moveId: (await standing()).mayTakeBack }],
    });
    expect((await standing()).stage).toBe('first-proof');
  });

  test('whoever moves letters where they are, or too far, is told where they are', async () => {
    const moved = async (to: string) =>
      (await post(`/api/editions/${editionId}/moves`, people.chief, { letterIds: [letter], to })).body;
    const refused = (why: string) => ({ done: [], refused: [{ why: expect.stringContaining(why) }] });
    expect(await moved('transcription')).toMatchObject(refused('is at the stage “Transcription” already'));
    expect(await moved('ready')).toMatchObject(
      refused('by one stage at a time, and this one is at the stage “Tr'),
    );
    await there.house.prisma.letter.update({ where: { id: letter }, data: { stage: 'published' } });
    expect(await moved('next')).toMatchObject(refused('there is no stage after that'));
  });
});

test('what an edition demands can be set, by the chief editor, and counts', async () => {
  const settings = { verification: { people: 3, inTandem: 0 } };
  const path = `/api/editions/${editionId}/settings`;
  expect((await post(path, people.editor, settings, 'PUT')).status).toBe(403);
  expect((await post(path, people.chief, { verification: { people: -1, inTandem: 0 } }, 'PUT')).status).toBe(
    400,
  );
  expect((await post(path, people.chief, settings, 'PUT')).body).toEqual({
    ...settings,
    silentCorrections: [],
  });
  await to('notes-review');
  expect((await standing()).lacks.map(({ code }) => code)).toEqual([]);
  await there.house.prisma.reading.updateMany({ where: { letterId: letter }, data: { partnerId: null } });
  expect((await standing()).lacks.map(({ code }) => code)).toEqual(['people']);
  await post(path, people.chief, { verification: { people: 2, inTandem: 1 } }, 'PUT');
});

describe('what is told', () => {
  const inboxOf = async (as: SignedIn) =>
    ((await (await there.ask('/api/inbox', { as })).json()) as Inbox).items.filter(
      (item) => item.letter === null || item.letter.id === letter,
    );
  const assign = (userId: string, stage = 'current', letterIds = [letter]) =>
    post(`/api/editions/${editionId}/assignments`, people.editor, {
      letterIds,
      stage,
      userId,
      dueOn: '2027-02-01',
    });

  test('whoever is assigned, has a letter next or gets one back finds it in the inbox, and nobody else', async () => {
    await there.house.prisma.assignment.deleteMany({ where: { letterId: letter } });
    await assign(people.typist.id);
    await assign(people.first.id, 'first-proof');
    await assign(people.first.id, 'first-proof');
    await to('first-proof');
    await move(people.first, 'first-proof', 'transcription', { comment: 'Leaf 2 is missing.' });
    expect(await inboxOf(people.typist)).toMatchObject([
      { kind: 'returned', by: 'proofreader', stage: 'transcription', excerpt: 'Leaf 2 is missing.' },
      { kind: 'assigned', by: 'editor', stage: 'transcription', dueOn: '2027-02-01' },
    ]);
    expect(await inboxOf(people.first)).toMatchObject([
      { kind: 'handed-on', stage: 'first-proof', by: 'transcriber' },
      { kind: 'assigned', stage: 'first-proof' },
    ]);
    expect(await inboxOf(people.editor)).toEqual([]);
  });

  test('several letters are told of in one line, and a move that is taken back is not told of any more', async () => {
    await assign(people.second.id, 'first-proof', [letter, letterId]);
    expect(await inboxOf(people.second)).toMatchObject([{ kind: 'assigned', letter: null, count: 2 }]);
    await to('first-proof');
    expect(await inboxOf(people.second)).toMatchObject([{ kind: 'handed-on' }, { kind: 'assigned' }]);
    const { mayTakeBack } = await standing();
    await post(`/api/letters/${letter}/moves/${mayTakeBack}`, people.editor, {}, 'DELETE');
    expect(await inboxOf(people.second)).toMatchObject([{ kind: 'assigned' }]);
  });
});

test('a reading reaches the header, with those who have read', async () => {
  await to('first-proof');
  const reading = { ...tandem(), changes: 'Two commas put in.' };
  expect((await post(`/api/letters/${letter}/readings`, people.first, reading)).status).toBe(200);
  const teiNow = async () =>
    (await there.house.prisma.letter.findUniqueOrThrow({ where: { id: letter } })).source;
  expect(await teiNow()).not.toContain('Read in tandem');
  const readingId = await toBeSigned();
  const inbox = (await (await there.ask('/api/inbox', { as: people.typist })).json()) as Inbox;
  expect(inbox.items[0]).toMatchObject({ kind: 'to-sign', by: 'proofreader', sign: readingId });
  expect((await sign(people.first, readingId)).status).toBe(404);
  expect((await standing()).readings[0]?.partnerSignedAt).toBeNull();
  const after = (await sign(people.typist, readingId)).body as unknown as Inbox;
  expect(after.items.find(({ id }) => id === inbox.items[0]?.id)).toMatchObject({
    kind: 'to-sign',
    sign: null,
    unread: false,
  });
  const at = (await standing()).readings[0]?.partnerSignedAt;
  expect(at).not.toBeNull();
  expect((await sign(people.typist, readingId)).status).toBe(200);
  expect((await standing()).readings[0]?.partnerSignedAt).toBe(at);
  const tei = await teiNow();
  expect(tei).toContain('Read in tandem against a photocopy (first proof): Two commas put in.</change>');
  expect(tei).toMatch(/<change when="[\d-]+" who="#proofreader #transcriber">Read in tandem/);
  expect(tei).toContain('<resp>proofreading</resp>');
  expect((await standing()).touched).toEqual([]);
  const again = (await post(`/api/letters/${letter}/readings`, people.first, reading)).body;
  expect(again.readings).toHaveLength(2);
});

test('letters are checked when they are asked for, and what was found in all of them is told', async () => {
  const path = `/api/editions/${editionId}/checks`;
  const letterIds = [letter, letterId, 'none'];
  expect((await post(path, people.first, { letterIds })).status).toBe(403);
  const found = await post(path, people.editor, { letterIds });
  expect(found).toMatchObject({ status: 200, body: { checked: 2 } });
  const stored = await there.house.prisma.letter.findMany({ where: { id: { in: letterIds } } });
  expect(found.body.errors).toBe(stored.reduce((sum, { errorCount }) => sum + (errorCount ?? 0), 0));
});
