import { schema } from '@chancery/prosemirror-tei';
import { Step, Transform } from 'prosemirror-transform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Collation } from '../contract/keying.js';
import type { LetterDetail } from '../contract/letter.js';
import { LiveClient } from '../testing/live-client.js';
import { editionId, letterId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';

let there: TestHouse;
let host: string;
const people = {} as Record<'chief' | 'editor' | 'a' | 'b' | 'proofreader', SignedIn>;

beforeAll(async () => {
  there = await openTestHouse();
  host = await there.listen();
  people.chief = await there.signIn('chief-editor');
  people.editor = await there.signIn('editor');
  people.a = await there.signIn('transcriber');
  people.b = await there.signIn('transcriber');
  people.proofreader = await there.signIn('proofreader');
  await there.assign(people.proofreader, 'first-proof');
});
afterAll(() => there.close());

const path = `/api/letters/${letterId}/collation`;
async function ask(as: SignedIn, method: string, more = '', body?: unknown) {
  const response = await there.ask(`${path}${more}`, {
    method,
    as,
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  });
  return { status: response.status, body: (await response.json()) as Collation & { detail?: string } };
}
const open = (as: SignedIn, id: string) => there.ask(`/api/letters/${id}`, { as });

const paragraph = schema.node('textblock', { id: 'p', name: 'p', attrs: {} }).type;

/** Types the text of a keying into its empty paragraph, one paragraph a line. */
async function key(slot: 'a' | 'b', ...lines: string[]): Promise<void> {
  await there.house.desk.amend(`${letterId}~${slot}`, {
    userId: people[slot].id,
    clientId: slot,
    batch: `${slot} ${lines.length}`,
    make: ({ doc }) => {
      const transform = new Transform(doc);
      let at = 0;
      doc.descendants((node, pos) => {
        if (node.type.name === 'textblock' && node.content.size === 0) at = pos + 1;
      });
      for (const [index, line] of lines.entries()) {
        if (index > 0) {
          transform.split(at, 1, [
            { type: paragraph, attrs: { id: `${slot}${index}`, name: 'p', attrs: {} } },
          ]);
          at += 2;
        }
        transform.insert(at, schema.text(line));
        at += line.length;
      }
      return transform.steps.map((step) => Step.fromJSON(schema, step.toJSON()));
    },
  });
}

test('a letter keyed twice: blind, collated, decided one by one, made, and the keyings kept', async () => {
  // Beginning.
  expect((await ask(people.editor, 'POST', '', { a: people.a.id, b: people.a.id })).status).toBe(400);
  expect((await ask(people.editor, 'POST', '', { a: people.a.id, b: people.proofreader.id })).status).toBe(
    400,
  );
  expect((await ask(people.a, 'POST', '', { a: people.a.id, b: people.b.id })).status).toBe(403);
  const begun = await ask(people.editor, 'POST', '', { a: people.a.id, b: people.b.id });
  expect(begun.body).toMatchObject({
    state: 'keying',
    a: { letterId: null, by: { id: people.a.id } },
    discrepancies: [],
  });
  expect((await ask(people.editor, 'POST', '', { a: people.a.id, b: people.b.id })).status).toBe(409);

  // Nobody sees the other’s text, and no list has it.
  const own = (await (await open(people.a, `${letterId}~a`)).json()) as LetterDetail;
  expect(own).toMatchObject({ editionId, canEdit: true, keyingOf: { letterId, number: { text: '1' } } });
  const standing = await there.ask(`/api/letters/${letterId}~a/standing`, { as: people.a });
  expect(await standing.json()).toMatchObject({ mayMoveTo: [] });
  const inbox = await (await there.ask('/api/inbox', { as: people.a })).json();
  expect(inbox).toMatchObject({ items: [{ kind: 'to-key', letter: { id: letterId } }] });
  expect(own.base.source).not.toContain('Babbage</p>');
  expect(own.base.source).toContain('A. Lovelace to C. Babbage');
  for (const [as, slot] of [
    [people.b, 'a'],
    [people.a, 'b'],
    [people.editor, 'a'],
    [people.chief, 'b'],
  ] as const)
    expect((await open(as, `${letterId}~${slot}`)).status).toBe(404);
  await expect(LiveClient.open(host, { letter: `${letterId}~a`, as: people.b })).rejects.toThrow('404');
  const calendar = await (await there.ask(`/api/editions/${editionId}`, { as: people.b })).text();
  expect(calendar).not.toContain('~a');
  expect((await (await there.ask('/api/editions', { as: people.chief })).text()).includes('~keyings')).toBe(
    false,
  );

  // Keying and handing in.
  await key('a', 'My dear Babbage', 'I am working very hard for you.');
  await key('b', 'My dear Babbage,', 'I am working Very hard.', 'For you.');
  expect((await ask(people.a, 'POST', '/hand-in')).body).toMatchObject({
    state: 'keying',
    discrepancies: [],
  });
  expect((await ask(people.a, 'POST', '/hand-in')).status).toBe(409);
  expect((await ask(people.proofreader, 'POST', '/hand-in')).status).toBe(404);
  expect(((await (await open(people.a, `${letterId}~a`)).json()) as LetterDetail).canEdit).toBe(false);
  expect((await ask(people.b, 'POST', '/hand-in')).body).toMatchObject({
    state: 'collating',
    discrepancies: [],
  });

  // Deciding.
  const { body } = await ask(people.editor, 'GET');
  expect(body.discrepancies.map(({ kind, a, b }) => [kind, a.text, b.text])).toEqual([
    ['punctuation', '', ','],
    ['case', 'very', 'Very'],
    ['wording', 'for', '.\nFor'],
  ]);
  expect(body.words).toEqual({ agree: 15, all: 17 });
  expect(body.running.map(({ text, place }) => (place === null ? text : `[${place} ${text}]`)).join('')).toBe(
    '\nNo. 1\nA. LOVELACE TO C. BABBAGE\nMy dear Babbage[0 ]\nI am working [1 very] hard[2  for] you.',
  );
  expect(body.a?.letterId).toBe(`${letterId}~a`);
  expect((await open(people.editor, `${letterId}~a`)).status).toBe(200);
  const decide = (as: SignedIn, place: number, decision: object) =>
    ask(as, 'PUT', `/discrepancies/${place}`, decision);
  expect((await decide(people.a, 0, { choice: 'b' })).status).toBe(403);
  await decide(people.editor, 0, { choice: 'b' });
  expect((await ask(people.editor, 'POST', '/letter')).body.detail).toBe('2 discrepancies are open.');
  await decide(people.editor, 1, { choice: 'referred', comment: 'Is it underlined?' });
  expect((await ask(people.editor, 'POST', '/letter')).status).toBe(409);
  expect((await decide(people.chief, 1, { choice: 'unclear' })).status).toBe(200);
  await decide(people.editor, 2, { choice: 'a' });
  await ask(people.editor, 'DELETE', '/discrepancies/2');
  expect((await ask(people.editor, 'POST', '/letter')).body.detail).toBe('1 discrepancy is open.');
  const settled = await decide(people.editor, 2, { choice: 'other', text: 'indeed for' });
  expect(settled.body.discrepancies.map(({ decision }) => [decision?.choice, decision?.by?.id])).toEqual([
    ['b', people.editor.id],
    ['unclear', people.chief.id],
    ['other', people.editor.id],
  ]);

  // Making.
  const made = await ask(people.editor, 'POST', '/letter');
  expect(made.body).toMatchObject({ state: 'done' });
  const { source } = await there.house.prisma.letter.findUniqueOrThrow({ where: { id: letterId } });
  expect(source).toContain('<p>My dear Babbage,</p>');
  expect(source).toContain('<p>I am working <unclear>very</unclear> hard indeed for you.</p>');
  expect(source).not.toContain('<closer>');
  // What the edition puts over the letter is not the transcribers’ to key.
  expect(source).toContain('<head type="title">A. LOVELACE TO C. BABBAGE</head>');
  const readings = await there.house.prisma.reading.findMany({ where: { letterId } });
  expect(readings).toMatchObject([{ method: 'double-keying', userId: people.a.id, partnerId: people.b.id }]);
  const steps = await there.house.prisma.step.findMany({ where: { letterId }, distinct: ['userId'] });
  expect(steps.map(({ userId }) => userId)).toEqual([people.a.id, people.editor.id]);
  expect((await decide(people.editor, 0, { choice: 'a' })).status).toBe(409);
  expect((await ask(people.editor, 'POST', '/letter')).status).toBe(409);
  expect((await open(people.editor, `${letterId}~b`)).status).toBe(200);
});
