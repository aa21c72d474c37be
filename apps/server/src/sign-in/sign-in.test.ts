import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';

let there: TestHouse;
let editor: SignedIn;

beforeAll(async () => {
  there = await openTestHouse();
  editor = await there.signIn('editor');
});
afterAll(() => there.close());

const link = async () => `/sign-in?token=${await there.house.auth.issueLinkToken(editor.email)}`;
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');

test('a link signs in, leads to the desk, and works once', async () => {
  const path = await link();
  const response = await there.ask(path);
  expect([response.status, response.headers.get('location')]).toEqual([302, '/']);
  const [cookie = ''] = response.headers.getSetCookie();
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  const session = await there.ask('/api/session', { headers: { cookie: cookieOf(response) } });
  expect(await session.json()).toMatchObject({ person: { email: editor.email } });

  const again = await there.ask(path);
  expect(again.status).toBe(410);
  expect(again.headers.getSetCookie()).toEqual([]);
  expect(await again.text()).toContain('no longer works');
});

test('of two who follow a link at the same moment, one is signed in', async () => {
  const path = await link();
  const responses = await Promise.all([there.ask(path), there.ask(path), there.ask(path)]);
  expect(responses.map(({ status }) => status).toSorted()).toEqual([302, 410, 410]);
});

test('a used link takes somebody who is signed in to the desk', async () => {
  const path = await link();
  await there.ask(path);
  const response = await there.ask(path, { as: editor });
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
  const path = await link();
  const token = path.split('=')[1] ?? '';
  const stored = await there.house.prisma.verification.findMany();
  expect(stored.length).toBeGreaterThan(0);
  expect(JSON.stringify(stored)).not.toContain(token);
});

test('a forged or altered cookie is nobody’s', async () => {
  const altered = editor.cookie.replace(/=(.)/, (_whole, first: string) => `=${first === 'a' ? 'b' : 'a'}`);
  for (const cookie of [altered, 'chancery.session_token=forged.signature']) {
    const response = await there.ask('/api/session', { headers: { cookie } });
    expect(await response.json()).toEqual({ person: null });
  }
});

test('a password signs in, a wrong one does not, and signing out ends the session', async () => {
  const person = await there.signIn('proofreader');
  await there.house.prisma.account.create({
    data: {
      id: 'account-1',
      accountId: person.id,
      providerId: 'credential',
      userId: person.id,
      password: await hash('a long enough password'),
    },
  });
  const signIn = (password: string) =>
    there.ask('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: person.email, password }),
    });
  expect((await signIn('another password')).status).toBe(401);
  const response = await signIn('a long enough password');
  expect(response.status).toBe(200);
  const cookie = cookieOf(response);
  const out = await there.ask('/api/auth/sign-out', { method: 'POST', headers: { cookie } });
  expect(out.status).toBe(200);
  expect(await (await there.ask('/api/session', { headers: { cookie } })).json()).toEqual({ person: null });
});

test.each(['/sign-up/email', '/sign-in/magic-link', '/get-session', '/magic-link/verify?token=x', '/ok'])(
  'better-auth’s %s is not served',
  async (path) => {
    for (const method of ['GET', 'POST']) {
      const body = method === 'POST' ? '{"email":"a@example.org","password":"long enough, really"}' : null;
      const response = await there.ask(`/api/auth${path}`, {
        method,
        body,
        headers: { 'content-type': 'application/json' },
      });
      expect(response.status).toBe(404);
    }
  },
);
