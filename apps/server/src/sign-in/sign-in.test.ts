import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';
import { issueLinkToken } from './one-time-link.js';
import { hashPassword } from './password.js';

let there: TestHouse;
let editor: SignedIn;

beforeAll(async () => {
  there = await openTestHouse();
  editor = await there.signIn('editor');
});
afterAll(() => there.close());

const newToken = () => there.house.prisma.$transaction((tx) => issueLinkToken(tx, editor.id));
const link = async () => `/sign-in?token=${await newToken()}`;
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');

async function sessionOf(cookie: string): Promise<unknown> {
  return (await there.ask('/api/session', { headers: { cookie } })).json();
}

function post(path: string, json: object, headers: Record<string, string> = {}): Promise<Response> {
  const all = { 'content-type': 'application/json', ...headers };
  return there.ask(path, { method: 'POST', headers: all, body: JSON.stringify(json) });
}

/** A proofreader who has this password. */
async function withPassword(password = 'a long enough password'): Promise<SignedIn> {
  const person = await there.signIn('proofreader');
  await there.house.prisma.account.create({
    data: {
      id: `account-of-${person.id}`,
      accountId: person.id,
      providerId: 'credential',
      userId: person.id,
      password: await hashPassword(password),
    },
  });
  return person;
}

const signIn = (email: string, password: string, headers = {}) =>
  post('/api/auth/sign-in/email', { email, password }, headers);

describe('by link', () => {
  test('a link signs in, leads to the desk, and works once', async () => {
    const path = await link();
    const response = await there.ask(path);
    expect([response.status, response.headers.get('location')]).toEqual([302, '/']);
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(await sessionOf(cookieOf(response))).toMatchObject({ person: { email: editor.email } });

    const again = await there.ask(path);
    expect(again.status).toBe(410);
    expect(again.headers.getSetCookie()).toEqual([]);
    expect(await again.text()).toContain('no longer works');
  });

  test('so does its token alone, once', async () => {
    const token = await newToken();
    const response = await post('/api/auth/sign-in/link', { token });
    expect(await sessionOf(cookieOf(response))).toMatchObject({ person: { email: editor.email } });
    const again = await post('/api/auth/sign-in/link', { token });
    expect(await again.json()).toMatchObject({
      status: 410,
      detail: expect.stringContaining('signs in once'),
    });
    expect(again.headers.getSetCookie()).toEqual([]);
  });

  test('of those who follow a link at the same moment, one is signed in', async () => {
    const path = await link();
    const responses = await Promise.all([there.ask(path), there.ask(path), there.ask(path)]);
    expect(responses.map(({ status }) => status).toSorted()).toEqual([302, 410, 410]);
  });

  test('a used link takes somebody who is signed in to the desk', async () => {
    const path = await link();
    await there.ask(path);
    const response = await there.ask(path, { as: await there.signIn('editor') });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/']);
  });

  test.each(['', 'x', 'A'.repeat(32), "' OR 1=1 --"])('the token %j signs nobody in', async (token) => {
    const response = await there.ask(`/sign-in?token=${encodeURIComponent(token)}`);
    expect(response.status).toBe(410);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test('a link expires', async () => {
    const path = await link();
    await there.house.prisma.verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
    expect((await there.ask(path)).status).toBe(410);
  });

  test('tokens are not stored as they are', async () => {
    const token = await newToken();
    const stored = await there.house.prisma.verification.findMany();
    expect(stored.length).toBeGreaterThan(0);
    expect(JSON.stringify(stored)).not.toContain(token);
  });
});

test('a forged or altered cookie is nobody’s', async () => {
  const altered = editor.cookie.replace(/=(.)/, (_whole, first: string) => `=${first === 'a' ? 'b' : 'a'}`);
  for (const cookie of [altered, 'chancery.session_token=forged.signature'])
    expect(await sessionOf(cookie)).toEqual({ person: null });
});

describe('by password', () => {
  test('a password signs in, a wrong one does not, and signing out ends the session', async () => {
    const { email } = await withPassword();
    expect((await signIn(email, 'another password')).status).toBe(401);
    const response = await signIn(email.toUpperCase(), 'a long enough password');
    expect(response.status).toBe(200);
    const cookie = cookieOf(response);
    expect(await sessionOf(cookie)).toMatchObject({ person: { email } });
    const out = await there.ask('/api/auth/sign-out', { method: 'POST', headers: { cookie } });
    expect(out.status).toBe(200);
    expect(await sessionOf(cookie)).toEqual({ person: null });
  });

  test('nothing tells whether an address is known', async () => {
    const { email } = await withPassword();
    const noPassword = await there.signIn('reader');
    const answers: unknown[] = [];
    for (const address of [email, noPassword.email, 'nobody@example.org']) {
      const response = await signIn(address, 'not the password');
      answers.push([response.status, await response.json(), response.headers.getSetCookie()]);
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test('signing in makes a new session, and ends the one that the browser had', async () => {
    const person = await withPassword();
    const response = await signIn(person.email, 'a long enough password', { cookie: person.cookie });
    const cookie = cookieOf(response);
    expect(cookie).not.toBe(person.cookie);
    expect(await sessionOf(cookie)).toMatchObject({ person: { email: person.email } });
    expect(await sessionOf(person.cookie)).toEqual({ person: null });
  });

  test('it stands in the log, and so does that it failed; no address and no password does', async () => {
    const { id, email } = await withPassword();
    const logged = () =>
      there.house.prisma.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
    await signIn(email, 'not the password');
    await vi.waitUntil(async () => (await logged()).length === 2, { timeout: 20_000 });
    await signIn(email, 'a long enough password');
    const events = await logged();
    expect(events.map(({ action, actorId, details }) => [action, actorId, details])).toEqual([
      ['signed-in', id, { by: 'link' }],
      ['sign-in-failed', null, {}],
      ['signed-in', id, { by: 'password' }],
    ]);
    const stored = JSON.stringify(events, (_key, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(stored).not.toContain(email);
    expect(stored).not.toMatch(/not the password|long enough/);
  });

  test('after ten failures the right password waits too, on every server', async () => {
    const { email } = await withPassword();
    for (let attempt = 0; attempt < 10; attempt++) await signIn(email, `wrong ${attempt}`);
    const { house } = await there.anotherNode();
    const { createApp } = await import('../app.js');
    for (const app of [createApp(house), createApp(there.house)]) {
      const response = await app.request('http://localhost:4242/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://localhost:4242' },
        body: JSON.stringify({ email, password: 'a long enough password' }),
      });
      expect(await response.json()).toMatchObject({
        status: 429,
        detail: expect.stringMatching(/Wait (a minute|\d+ minutes)/),
      });
    }
    for (const hours of [0.01, 2]) {
      const until = new Date(Date.now() - hours * 60 * 60 * 1_000);
      await there.house.prisma.attempt.updateMany({ data: { until, count: 11 } });
      expect((await signIn(email, 'wrong')).status).toBe(401);
    }
    expect((await signIn(email, 'a long enough password')).status).toBe(200);
  });

  test('many attempts at once get no more than their share', async () => {
    const { email } = await withPassword();
    const statuses = await Promise.all(
      Array.from({ length: 15 }, async (_, attempt) => (await signIn(email, `wrong ${attempt}`)).status),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  });
});

test('when somebody was last seen is kept to the minute', async () => {
  const person = await there.signIn('reader');
  await there.ask('/api/session', { as: person });
  const { lastSeenAt } = await there.house.prisma.user.findUniqueOrThrow({ where: { id: person.id } });
  expect(lastSeenAt).toBeInstanceOf(Date);
  await there.ask('/api/session', { as: person });
  const again = await there.house.prisma.user.findUniqueOrThrow({ where: { id: person.id } });
  expect(again.lastSeenAt).toEqual(lastSeenAt);
});

test('over TLS, cookies are kept to it', async () => {
  const { createAuth } = await import('./auth.js');
  const auth = createAuth({
    prisma: there.house.prisma,
    secret: 'for tests only, and long enough for anybody',
    baseUrl: 'https://edition.example.org',
    origins: ['https://edition.example.org'],
  });
  const [cookie = ''] = await auth.signIn(editor.id, 'link', new Headers());
  expect(cookie).toMatch(/^__Secure-chancery\.session_token=.*; HttpOnly; Secure; SameSite=Lax/i);
});

test.each([
  '/sign-up/email',
  '/sign-in/magic-link',
  '/sign-in/social',
  '/get-session',
  '/magic-link/verify?token=x',
  '/change-password',
  '/update-user',
  '/list-sessions',
  '/link-social',
  '/vouch',
  '/ok',
])('better-auth’s %s is not served', async (path) => {
  for (const method of ['GET', 'POST']) {
    const body = method === 'POST' ? '{"email":"a@example.org","password":"long enough, really"}' : null;
    const response = await there.ask(`/api/auth${path}`, {
      method,
      body,
      headers: { 'content-type': 'application/json' },
      as: editor,
    });
    expect(response.status).toBe(404);
  }
});
