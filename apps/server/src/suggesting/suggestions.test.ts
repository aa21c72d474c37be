import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { positionAt, schema, WrapStep } from '@chancery/prosemirror-tei';
import { type Step, Transform } from 'prosemirror-transform';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type Decided,
  type Keeping,
  type Proposal,
  type SuggestionList,
  suggestionLimits,
} from '../contract/suggestion.js';
import { exportEdition } from '../editions/export-edition.js';
import { readEditionSource } from '../publishing/edition-source.js';
import { LiveClient } from '../testing/live-client.js';
import {
  editionId,
  letterId,
  letterSource,
  openTestHouse,
  type SignedIn,
  type TestHouse,
} from '../testing/test-house.js';

const path = `/api/letters/${letterId}/suggestions`;

let there: TestHouse;
let proofreader: SignedIn;
let editor: SignedIn;

beforeEach(async () => {
  there = await openTestHouse();
  proofreader = await there.signIn('proofreader');
  await there.assign(proofreader, 'first-proof');
  editor = await there.signIn('editor');
});
afterEach(() => there.close());

const sourceNow = async () => (await there.house.desk.read(letterId)).letter.source;

/** The steps that put words in the place of others in the letter as it is now. */
async function steps(from: string, to: string): Promise<{ version: number; steps: readonly Step[] }> {
  const { letter, version } = await there.house.desk.read(letterId);
  const at = positionAt(letter, letter.source.indexOf(from));
  const tr = new Transform(letter.doc);
  const marks = letter.doc.resolve(at + 1).marks();
  if (to === '') tr.delete(at, at + from.length);
  else tr.replaceWith(at, at + from.length, schema.text(to, marks));
  return { version, steps: tr.steps };
}

function proposalOf(
  made: { version: number; steps: readonly Step[] },
  given: Partial<Proposal> = {},
): Proposal {
  return {
    id: randomUUID(),
    revision: 0,
    write: randomUUID(),
    version: made.version,
    steps: made.steps.map((step) => step.toJSON()),
    reason: '',
    ...given,
  };
}

async function ask<T>(as: SignedIn, method: string, to: string, body?: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const response = await there.ask(to, {
    as,
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers }),
  });
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as T;
}

async function propose(as: SignedIn, ...suggestions: Proposal[]): Promise<Keeping[]> {
  return (await ask<{ outcomes: Keeping[] }>(as, 'PUT', path, { suggestions })).outcomes;
}

const list = async (as = editor) => ask<SuggestionList>(as, 'GET', path);

async function decide(
  as: SignedIn,
  decision: string,
  ids: readonly string[],
  given: { reason?: string; revision?: number } = {},
): Promise<string[]> {
  const { suggestions } = await list(as);
  const body = {
    decision,
    ...(given.reason === undefined ? {} : { reason: given.reason }),
    suggestions: suggestions
      .filter(({ id }) => ids.includes(id))
      .map(({ id, revision, fit }) => ({ id, revision: given.revision ?? revision, fit })),
  };
  const to = decision === 'withdraw' ? `${path}/withdrawals` : `${path}/decisions`;
  const { outcomes } = await ask<{ outcomes: Decided[] }>(as, 'POST', to, body);
  return outcomes.map((outcome) => (outcome.done ? 'done' : outcome.reason));
}

/** Something is typed in the letter, as by somebody at the desk. */
async function typed(from: string, to: string): Promise<void> {
  const made = await steps(from, to);
  const by = { userId: editor.id, clientId: 'at-the-desk', batch: randomUUID() };
  await there.house.desk.amend(letterId, { ...by, make: () => made.steps });
}

test('a suggestion is kept, told in words, and is nowhere in the letter until it is accepted', async () => {
  const client = await LiveClient.open(await there.listen(), { letter: letterId, as: editor });
  await client.next();
  const ten = proposalOf(await steps('hard', 'long'), { reason: 'No. 2 has “long”.' });
  expect(await propose(proofreader, ten)).toEqual([{ id: ten.id, kept: true, revision: 1 }]);
  expect(await client.next()).toEqual({ type: 'changed', topic: 'suggestions' });
  const { version, suggestions } = await list();
  expect(version).toBe(0);
  expect(suggestions).toMatchObject([
    {
      id: ten.id,
      author: { id: proofreader.id, name: 'proofreader' },
      revision: 1,
      fit: 'whole',
      state: 'open',
      reason: 'No. 2 has “long”.',
      steps: ten.steps,
      words: {
        places: [
          {
            place: 'paragraph 2',
            before: 'I am working very ',
            removed: 'hard',
            inserted: 'long',
            after: ' for you.',
          },
        ],
        more: 0,
      },
    },
  ]);

  const folder = await mkdtemp(join(tmpdir(), 'chancery-export-'));
  try {
    const outside = async () => {
      await exportEdition(folder, { dataDir: '', databaseUrl: there.database.url });
      const exported = await readFile(join(folder, `letters/${letterId}.xml`), 'utf8');
      const published = (await readEditionSource(there.house.prisma, editionId)).letters[0]?.source;
      const tei = await (await there.ask(`/api/letters/${letterId}/tei`, { as: editor })).text();
      return [exported, published, tei];
    };
    expect(await outside()).toEqual([letterSource, letterSource, letterSource]);

    expect(await decide(editor, 'accept', [ten.id], { reason: 'So it is.' })).toEqual(['done']);
    const accepted = letterSource.replace('hard', 'long');
    expect(await outside()).toEqual([accepted, accepted, accepted]);
    expect(await client.next()).toMatchObject({
      type: 'steps',
      steps: [{ clientId: `suggestion:${ten.id}` }],
    });
    const [step] = await there.house.prisma.step.findMany({ where: { letterId } });
    expect(step).toMatchObject({ userId: proofreader.id, version: 1 });
    expect((await list()).suggestions).toMatchObject([
      { state: 'accepted', decider: { id: editor.id }, decision: 'So it is.', steps: [] },
    ]);
  } finally {
    client.close();
    await rm(folder, { recursive: true });
  }
});

test('its author changes it, takes it away, and sends it twice without doing it twice', async () => {
  const first = proposalOf(await steps('hard', 'long'));
  expect(await propose(proofreader, first)).toEqual([{ id: first.id, kept: true, revision: 1 }]);
  expect(await propose(proofreader, first)).toEqual([{ id: first.id, kept: true, revision: 1 }]);
  const second = proposalOf(await steps('hard', 'too long'), {
    id: first.id,
    revision: 1,
    reason: 'Better.',
  });
  expect(await propose(proofreader, second)).toEqual([{ id: first.id, kept: true, revision: 2 }]);
  const other = proposalOf(await steps('hard', 'late'), { id: first.id, revision: 1 });
  expect(await propose(proofreader, other)).toMatchObject([{ kept: false, code: 'stale' }]);
  expect((await list()).suggestions).toMatchObject([{ revision: 2, reason: 'Better.', write: second.write }]);
  expect(await decide(editor, 'accept', [first.id], { revision: 1 })).toEqual([
    'Its author has changed it meanwhile. Read it again.',
  ]);
  const none = proposalOf({ version: 0, steps: [] }, { id: first.id, revision: 2 });
  expect(await propose(proofreader, none)).toEqual([{ id: first.id, kept: true, revision: 2 }]);
  expect((await list()).suggestions).toEqual([]);
  expect(await sourceNow()).toBe(letterSource);
});

test('of two who decide at a time one does, and the other is told', async () => {
  const one = proposalOf(await steps('hard', 'long'));
  await propose(proofreader, one);
  const chief = await there.signIn('chief-editor');
  const outcomes = await Promise.all([
    decide(editor, 'accept', [one.id]),
    decide(chief, 'accept', [one.id]),
    decide(chief, 'reject', [one.id]),
  ]);
  expect(outcomes.flat().toSorted()).toEqual([
    'Somebody else has decided it meanwhile.',
    'Somebody else has decided it meanwhile.',
    'done',
  ]);
  const accepted = outcomes[2]?.[0] !== 'done';
  expect(await sourceNow()).toBe(accepted ? letterSource.replace('hard', 'long') : letterSource);
});

test('it is accepted after the edits of others, on another node, where it belongs then', async () => {
  const one = proposalOf(await steps('hard', 'long'));
  await propose(proofreader, one);
  await typed('My dear', 'My very dear');
  const two = proposalOf({ ...(await steps('working', 'at work')), version: 1 });
  await propose(proofreader, two);
  await typed('very dear', 'very dear Mr');
  const { house } = await there.anotherNode();
  const { suggestions } = await list();
  expect(suggestions.map(({ fit }) => fit)).toEqual(['whole', 'whole']);
  await house.desk.read(letterId);
  expect(await decide(editor, 'accept', [one.id, two.id])).toEqual(['done', 'done']);
  const expected = letterSource
    .replace('My dear Babbage', 'My very dear Mr Babbage')
    .replace('working', 'at work')
    .replace('hard', 'long');
  expect(await sourceNow()).toBe(expected);
  expect((await house.desk.read(letterId)).letter.source).toBe(expected);
});

test('what others change from under it is told: its words are kept, and it can no longer be accepted', async () => {
  const gone = proposalOf(await steps('hard', 'long'));
  const { version, steps: made } = await steps('dear', 'dearest');
  const twice = new Transform((await there.house.desk.read(letterId)).letter.doc);
  for (const step of made) twice.step(step);
  const far = await steps('you', 'us');
  for (const step of far.steps) {
    const moved = step.map(twice.mapping);
    if (moved) twice.step(moved);
  }
  const part = proposalOf({ version, steps: twice.steps });
  await propose(proofreader, gone, part);
  await typed('hard', 'much');
  await typed('you', 'them');
  const { suggestions } = await list();
  expect(suggestions).toMatchObject([
    {
      id: gone.id,
      state: 'open',
      fit: 'none',
      steps: [],
      words: { places: [{ removed: 'hard', inserted: 'long' }] },
    },
    {
      id: part.id,
      state: 'open',
      fit: 'part',
      words: { places: [{ inserted: 'est' }, { inserted: 'us' }] },
    },
  ]);
  expect(await decide(editor, 'accept', [gone.id])).toEqual([
    'Its place has been changed: it no longer fits the letter. Its words are kept.',
  ]);
  expect(await decide(editor, 'accept', [part.id])).toEqual(['done']);
  expect(await sourceNow()).toBe(
    letterSource.replace('hard', 'much').replace('you', 'them').replace('dear', 'dearest'),
  );
  expect(await decide(editor, 'reject', [gone.id])).toEqual(['done']);
});

test('what a later release has suggested is shown in its words, and stays as it was made', async () => {
  const one = proposalOf(await steps('hard', 'long'));
  await propose(proofreader, one);
  const strange = [{ stepType: 'of-tomorrow', from: 1 }];
  const { prisma } = there.house;
  await prisma.suggestion.update({ where: { id: one.id }, data: { steps: strange } });
  expect((await list()).suggestions).toMatchObject([
    { id: one.id, fit: 'none', words: { places: [{ removed: 'hard', inserted: 'long' }] } },
  ]);
  expect(await decide(editor, 'accept', [one.id])).not.toEqual(['done']);
  expect(await prisma.suggestion.findUniqueOrThrow({ where: { id: one.id } })).toMatchObject({
    state: 'open',
    fit: 'whole',
    steps: strange,
  });
});

test('who read it as a whole is asked again when a part of it is gone', async () => {
  const { version, steps: made } = await steps('dear', 'dearest');
  const twice = new Transform((await there.house.desk.read(letterId)).letter.doc);
  for (const step of made) twice.step(step);
  for (const step of (await steps('you', 'us')).steps) twice.maybeStep(step.map(twice.mapping) ?? step);
  const one = proposalOf({ version, steps: twice.steps });
  await propose(proofreader, one);
  await typed('you', 'them');
  const body = { decision: 'accept', suggestions: [{ id: one.id, revision: 1, fit: 'whole' }] };
  expect(await ask(editor, 'POST', `${path}/decisions`, body)).toEqual({
    outcomes: [
      { id: one.id, done: false, reason: 'A part of it no longer fits the letter. Read what is left of it.' },
    ],
  });
  expect(await decide(editor, 'accept', [one.id])).toEqual(['done']);
});

test('made long ago on a device that was away, it is kept where it belongs, or in its words', async () => {
  const fits = proposalOf(await steps('dear', 'dearest'));
  const gone = proposalOf(await steps('hard', 'long'));
  await typed('My', 'Oh my');
  await typed('hard', 'much');
  expect(await propose(proofreader, fits, gone)).toMatchObject([{ kept: true }, { kept: true }]);
  expect((await list()).suggestions).toMatchObject([
    { id: fits.id, fit: 'whole' },
    { id: gone.id, fit: 'none', words: { places: [{ removed: 'hard', inserted: 'long' }] } },
  ]);
});

test('a decision is taken back: the change is undone, the suggestion open, and can be accepted again', async () => {
  const one = proposalOf(await steps('hard', 'long'));
  const other = proposalOf(await steps('dear', 'dearest'));
  await propose(proofreader, one, other);
  expect(await decide(editor, 'reject', [other.id], { reason: 'Stet.' })).toEqual(['done']);
  expect(await decide(editor, 'accept', [one.id])).toEqual(['done']);
  await typed('My', 'Oh my');
  expect(await decide(editor, 'take-back', [one.id, other.id])).toEqual(['done', 'done']);
  const oh = letterSource.replace('My', 'Oh my');
  expect(await sourceNow()).toBe(oh);
  expect((await list()).suggestions).toMatchObject([
    { state: 'open', fit: 'whole', decider: null, decision: '', decidedAt: null },
    { state: 'open', fit: 'whole', decider: null, decision: '', decidedAt: null },
  ]);
  expect(await decide(editor, 'accept', [one.id, other.id])).toEqual(['done', 'done']);
  expect(await sourceNow()).toBe(oh.replace('hard', 'long').replace('dear', 'dearest'));
  await typed('long', 'hard');
  expect(await decide(editor, 'take-back', [one.id])).toEqual([
    'The place has been changed since. Undo it by hand.',
  ]);
});

test('only its author withdraws it', async () => {
  const one = proposalOf(await steps('hard', 'long'));
  await propose(proofreader, one);
  expect(await decide(editor, 'withdraw', [one.id])).toEqual(['It is not yours to withdraw.']);
  expect(await decide(proofreader, 'withdraw', [one.id])).toEqual(['done']);
  expect((await list()).suggestions).toMatchObject([{ state: 'withdrawn' }]);
  expect(await decide(editor, 'take-back', [one.id])).toEqual(['It is not yours to withdraw.']);
  const back = { decision: 'take-back', suggestions: [{ id: one.id, revision: 1, fit: 'whole' }] };
  expect(await ask(proofreader, 'POST', `${path}/withdrawals`, back)).toEqual({
    outcomes: [{ id: one.id, done: true }],
  });
  expect((await list()).suggestions).toMatchObject([{ state: 'open' }]);
});

test('what would bring an error into the letter is not accepted, and says which', async () => {
  const { letter, version } = await there.house.desk.read(letterId);
  const at = positionAt(letter, letter.source.indexOf('very'));
  const mark = schema.mark('element', { id: 'bad', name: 'rdg', attrs: {} });
  const one = proposalOf({ version, steps: [new WrapStep(at, at + 4, mark)] });
  await propose(proofreader, one);
  const [reason] = await decide(editor, 'accept', [one.id]);
  expect(reason).toMatch(/^The letter would no longer be as the edition has it: /);
  expect(await sourceNow()).toBe(letterSource);
});

test('all of one author are accepted in one go, and each is told by itself', async () => {
  const made = [await steps('dear', 'dearest'), await steps('very', 'too'), await steps('hard', 'long')];
  const mine = made.map((each) => proposalOf(each));
  await propose(proofreader, ...mine);
  await typed('very', 'most');
  const ids = mine.map(({ id }) => id);
  expect(await decide(editor, 'accept', ids)).toEqual([
    'done',
    'Its place has been changed: it no longer fits the letter. Its words are kept.',
    'done',
  ]);
  expect(await sourceNow()).toBe(
    letterSource.replace('dear', 'dearest').replace('very', 'most').replace('hard', 'long'),
  );
});

test('forged, foreign, misshapen and too large ones are refused', async () => {
  const made = await steps('hard', 'long');
  const one = proposalOf(made);
  await propose(proofreader, one);
  const colleague = await there.signIn('proofreader');
  await there.assign(colleague, 'second-proof');
  expect(await propose(colleague, proposalOf(made, { id: one.id, revision: 1 }))).toMatchObject([
    { kept: false, code: 'unknown' },
  ]);
  const wrong = [
    proposalOf(made, { revision: 7 }),
    proposalOf({ ...made, version: 9 }),
    { ...proposalOf(made), steps: [{ stepType: 'no such step' }] },
    { ...proposalOf(made), steps: [{ stepType: 'replace', from: 90_000, to: 90_001 }] },
  ];
  expect((await propose(colleague, ...wrong)).map((each) => (each.kept ? 'kept' : each.code))).toEqual([
    'unknown',
    'behind',
    'does-not-apply',
    'does-not-apply',
  ]);
  const large = {
    ...proposalOf(made),
    steps: [{ stepType: 'replace', text: 'x'.repeat(suggestionLimits.steps) }],
  };
  const headers = { 'content-type': 'application/json' };
  const send = (suggestions: unknown[]) =>
    there.ask(path, { as: colleague, method: 'PUT', headers, body: JSON.stringify({ suggestions }) });
  expect((await send([large])).status).toBe(400);
  expect((await send([large, large, large, large])).status).toBe(413);
  expect((await send([{ ...proposalOf(made), id: 'no uuid' }])).status).toBe(400);
  expect((await send([])).status).toBe(400);
  expect((await list()).suggestions).toHaveLength(1);
});

test('there is a most of open ones, and a client of the desk cannot bear the name of a suggestion', async () => {
  const { version, steps: made } = await steps('hard', 'long');
  await there.house.prisma.suggestion.createMany({
    data: Array.from({ length: suggestionLimits.open - 1 }, () => ({
      id: randomUUID(),
      letterId,
      authorId: proofreader.id,
      write: '',
      version,
      steps: [],
      words: { places: [], more: 0 },
    })),
  });
  const [one, two] = [proposalOf({ version, steps: made }), proposalOf({ version, steps: made })];
  expect(await propose(proofreader, one, two)).toMatchObject([
    { kept: true },
    { kept: false, code: 'too-many' },
  ]);
  await expect(
    LiveClient.open(await there.listen(), { letter: letterId, as: editor, client: `suggestion:${one.id}` }),
  ).rejects.toThrow('400');
});

test('each decision stands in the log, with who decided, and without the words', async () => {
  const proposal = proposalOf(await steps('hard for you', 'without rest'), { reason: 'a secret reason' });
  await propose(proofreader, proposal);
  for (const decision of ['accept', 'take-back', 'reject']) {
    expect(await decide(editor, decision, [proposal.id])).toEqual(['done']);
  }
  const events = await there.house.prisma.auditEvent.findMany({
    where: { letterId },
    orderBy: { id: 'asc' },
  });
  expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['suggestion-accepted', editor.id],
    ['suggestion-reopened', editor.id],
    ['suggestion-rejected', editor.id],
  ]);
  const stored = JSON.stringify(events.map(({ details, subjectName }) => [details, subjectName]));
  expect(stored).not.toMatch(/hard for you|without rest|secret/);
});
