import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountAnswer } from '../contract/account.js';
import { openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';

let there: TestHouse;
beforeAll(async () => {
  there = await openTestHouse();
});
afterAll(() => there.close());

function put(path: string, json: object, as: SignedIn): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return there.ask(path, { method: 'PUT', headers, body: JSON.stringify(json), as });
}

async function account(as: SignedIn): Promise<AccountAnswer> {
  return (await (await there.ask('/api/account', { as })).json()) as AccountAnswer;
}

/** Another browser of the same person. */
async function elsewhere(person: SignedIn): Promise<SignedIn> {
  const cookies = await there.house.auth.signIn(
    person.id,
    'link',
    new Headers({ 'user-agent': 'Elsewhere' }),
  );
  return { ...person, cookie: cookies.map((each) => each.split(';')[0]).join('; ') };
}

const isSignedIn = async (as: SignedIn) => (await there.ask('/api/account', { as })).status === 200;
/** As if the sign-in link had been followed yesterday. */
const yesterday = (person: SignedIn) =>
  there.house.prisma.session.updateMany({
    where: { userId: person.id },
    data: { createdAt: new Date(Date.now() - 24 * 60 * 60 * 1_000) },
  });

describe('a password', () => {
  test('is set without an old one by who has none, and changed only with the old one', async () => {
    const person = await there.signIn('editor');
    expect(await account(person)).toMatchObject({ hasPassword: false, asksPassword: false });
    const first = 'vellum and wafers';
    expect((await put('/api/account/password', { current: null, password: first }, person)).status).toBe(200);
    await yesterday(person);
    expect(await account(person)).toMatchObject({ hasPassword: true, asksPassword: true });

    for (const current of [null, 'something else']) {
      const refused = await put(
        '/api/account/password',
        { current, password: 'quills and ink, sand' },
        person,
      );
      expect(await refused.json()).toMatchObject({ status: 403, detail: /old password is not right/ });
    }
    const changed = await put(
      '/api/account/password',
      { current: first, password: 'quills and ink, sand' },
      person,
    );
    expect(changed.status).toBe(200);
  });

  test('is set anew without the old one by who has just followed a sign-in link', async () => {
    const person = await there.signIn('editor');
    await put('/api/account/password', { current: null, password: 'vellum and wafers' }, person);
    await yesterday(person);
    const now = await elsewhere(person);
    expect(await account(now)).toMatchObject({ hasPassword: true, asksPassword: false });
    const set = await put('/api/account/password', { current: null, password: 'quills and ink, sand' }, now);
    expect(set.status).toBe(200);
    expect([await isSignedIn(now), await isSignedIn(person)]).toEqual([true, false]);
  });

  test('is stored as argon2id', async () => {
    const person = await there.signIn('reader');
    await put('/api/account/password', { current: null, password: 'vellum and wafers' }, person);
    const stored = await there.house.prisma.account.findFirstOrThrow({ where: { userId: person.id } });
    expect(stored.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('that is too easily guessed is refused with the reason', async () => {
    const person = await there.signIn('reader');
    const refused = await put('/api/account/password', { current: null, password: '11 letters,' }, person);
    expect(await refused.json()).toMatchObject({
      type: 'urn:chancery:problem:password-refused',
      status: 422,
      detail: expect.stringContaining('It needs at least 12'),
    });
  });

  test('the old one cannot be guessed at leisure', async () => {
    const person = await there.signIn('reader');
    await put('/api/account/password', { current: null, password: 'vellum and wafers' }, person);
    await yesterday(person);
    const guess = (current: string) =>
      put('/api/account/password', { current, password: 'new and long enough' }, person);
    for (let attempt = 0; attempt < 10; attempt++) expect((await guess(`guess ${attempt}`)).status).toBe(403);
    expect((await guess('vellum and wafers')).status).toBe(429);
  });
});

test('one’s name and address change, the address to none that somebody has', async () => {
  const [person, other] = [await there.signIn('editor'), await there.signIn('editor')];
  const changed = await put('/api/account', { name: ' Ada King ', email: 'Ada@Example.org ' }, person);
  expect(await changed.json()).toMatchObject({ person: { name: 'Ada King', email: 'ada@example.org' } });
  const stored = await there.house.prisma.user.findUniqueOrThrow({ where: { id: person.id } });
  expect(stored.emailVerified).toBe(false);

  const taken = await put('/api/account', { name: 'Charles', email: 'ada@example.org' }, other);
  expect(await taken.json()).toMatchObject({ status: 409, detail: /Somebody else/ });
  for (const wrong of [
    { name: '', email: 'c@example.org' },
    { name: 'Charles', email: 'nowhere' },
    { name: 'two\nlines', email: 'c@example.org' },
  ])
    expect((await put('/api/account', wrong, other)).status).toBe(400);
});

test('of two who take one address at a time, one gets it', async () => {
  const people = await Promise.all([there.signIn('editor'), there.signIn('editor')]);
  const answers = await Promise.all(
    people.map((as) => put('/api/account', { name: 'X', email: 'one@example.org' }, as)),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

describe('sessions', () => {
  test('are listed, and ended one by one', async () => {
    const here = await there.signIn('editor');
    const far = await elsewhere(here);
    const { sessions } = await account(here);
    expect(sessions.map(({ here: isHere, userAgent }) => [isHere, userAgent])).toEqual(
      expect.arrayContaining([
        [true, null],
        [false, 'Elsewhere'],
      ]),
    );
    const other = sessions.find((session) => !session.here)?.id;
    const ended = await there.ask(`/api/account/sessions/${other}`, { method: 'DELETE', as: here });
    expect(((await ended.json()) as AccountAnswer).sessions).toHaveLength(1);
    expect([await isSignedIn(here), await isSignedIn(far)]).toEqual([true, false]);
  });

  test('of somebody else are left alone', async () => {
    const [person, other] = [await there.signIn('editor'), await there.signIn('editor')];
    const id = (await account(other)).sessions[0]?.id;
    await there.ask(`/api/account/sessions/${id}`, { method: 'DELETE', as: person });
    expect(await isSignedIn(other)).toBe(true);
  });

  test('are ended everywhere at once', async () => {
    const here = await there.signIn('editor');
    const far = await elsewhere(here);
    expect((await there.ask('/api/account/sessions', { method: 'DELETE', as: here })).status).toBe(204);
    expect([await isSignedIn(here), await isSignedIn(far)]).toEqual([false, false]);
  });
});
