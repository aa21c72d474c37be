import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { client, type OpenIdProvider, openProvider } from '../testing/openid-provider.js';
import { address, editionId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';

let provider: OpenIdProvider;
let there: TestHouse;
let chief: SignedIn;
let count = 0;

beforeAll(async () => {
  provider = await openProvider();
  there = await openTestHouse({ oidc: { issuer: provider.issuer, ...client, name: 'University sign-in' } });
  chief = await there.signIn('chief-editor');
});
afterAll(async () => {
  await there.close();
  await provider.close();
});
beforeEach(() => {
  count += 1;
  const email = `person-${count}@university.example`;
  provider.person = {
    sub: `subject-${count}`,
    email,
    email_verified: true,
    name: 'As the University Has It',
  };
  provider.forgery = {};
});

const pairs = (response: Response) => response.headers.getSetCookie().map((each) => each.split(';')[0]);

/** The way of a browser: to the provider and back. Answers where it ends, and with which cookies. */
async function roundTrip(
  begin: { readonly path?: string; readonly as?: SignedIn } = {},
): Promise<{ location: URL; cookie: string }> {
  const { path = '/api/auth/sign-in/oidc', as } = begin;
  const began = await there.ask(path, { method: 'POST', ...(as ? { as } : {}) });
  expect(began.status).toBe(200);
  const { url } = (await began.json()) as { url: string };
  const atProvider = await fetch(url, { redirect: 'manual' });
  const back = new URL(atProvider.headers.get('location') ?? '');
  expect(back.origin + back.pathname).toBe(`${address}/api/auth/callback/oidc`);
  const cookie = [...pairs(began), ...(as ? [as.cookie] : [])].join('; ');
  const response = await there.ask(`${back.pathname}${back.search}`, { headers: { cookie } });
  expect(response.status).toBe(302);
  const location = new URL(response.headers.get('location') ?? '', address);
  return {
    location,
    cookie: pairs(response)
      .filter((each) => each?.includes('session_token'))
      .join('; '),
  };
}

async function personOf(cookie: string): Promise<unknown> {
  const answer = await there.ask('/api/session', { headers: { cookie } });
  return ((await answer.json()) as { person: unknown }).person;
}

/** Invites the person whom the provider will send. */
async function invite(role = 'proofreader'): Promise<void> {
  const response = await there.ask(`/api/editions/${editionId}/invitations`, {
    method: 'POST',
    as: chief,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Invited', email: provider.person.email, role }),
  });
  expect(response.status).toBe(201);
}

const people = () => there.house.prisma.user.count();

test('the sign-in page is told the provider’s name', async () => {
  expect(await (await there.ask('/api/auth/ways')).json()).toEqual({ oidc: 'University sign-in' });
});

test('who was invited at an address that the provider knows to be theirs joins, and comes in again', async () => {
  await invite();
  const { location, cookie } = await roundTrip();
  expect(location.href).toBe(`${address}/`);
  expect(await personOf(cookie)).toMatchObject({
    name: 'As the University Has It',
    email: provider.person.email,
  });
  const editions = await (await there.ask('/api/editions', { headers: { cookie } })).json();
  expect(editions).toMatchObject({ editions: [{ id: editionId, role: 'proofreader' }] });
  const account = await there.house.prisma.account.findFirstOrThrow({
    where: { accountId: provider.person.sub },
  });
  expect([account.accessToken, account.refreshToken, account.idToken]).toEqual([null, null, null]);

  provider.person = { ...provider.person, email: 'moved@university.example' };
  const again = await roundTrip();
  expect(again.location.href).toBe(`${address}/`);
  expect(await personOf(again.cookie)).toMatchObject({ id: account.userId });
  const events = await there.house.prisma.auditEvent.findMany({
    where: { actorId: account.userId },
    orderBy: { id: 'asc' },
  });
  expect(events.map(({ action, details }) => [action, details])).toEqual([
    ['member-joined', { role: 'proofreader' }],
    ['signed-in', { by: 'oidc' }],
    ['signed-in', { by: 'oidc' }],
  ]);
});

test('a member with that address, proved on both sides, is known', async () => {
  const member = await there.signIn('editor');
  provider.person = { ...provider.person, email: member.email };
  const { cookie } = await roundTrip();
  expect(await personOf(cookie)).toMatchObject({ id: member.id, name: member.name });
});

test.each([
  ['nobody has invited', async () => undefined],
  [
    'has not proved the address to the provider',
    async () => {
      await invite();
      provider.person = { ...provider.person, email_verified: false };
    },
  ],
  [
    'was invited too long ago',
    async () => {
      await invite();
      const past = { expiresAt: new Date(Date.now() - 1_000) };
      await there.house.prisma.invitation.updateMany({
        where: { email: provider.person.email },
        data: past,
      });
    },
  ],
])('somebody who %s is not let in, and nobody is made of them', async (_, arrange) => {
  await arrange();
  const before = await people();
  const { location, cookie } = await roundTrip();
  expect([location.pathname, location.searchParams.get('error')]).toEqual(['/sign-in', 'not_invited']);
  expect(cookie).toBe('');
  expect(await people()).toBe(before);
});

test('who no longer belongs to any edition is not let in', async () => {
  const stranger = await there.signIn();
  provider.person = { ...provider.person, email: stranger.email };
  const { location, cookie } = await roundTrip();
  expect([location.pathname, location.searchParams.get('error')]).toEqual(['/sign-in', 'not_invited']);
  expect(cookie).toBe('');
});

test('an address that a member only wrote down themself lets nobody in as them', async () => {
  const member = await there.signIn('editor');
  await there.house.prisma.user.update({ where: { id: member.id }, data: { emailVerified: false } });
  provider.person = { ...provider.person, email: member.email };
  const { location, cookie } = await roundTrip();
  expect([location.pathname, location.searchParams.get('error')]).toEqual(['/sign-in', 'account_not_linked']);
  expect(cookie).toBe('');
});

test('that member connects the account once, signed in, and is known from then on', async () => {
  const member = await there.signIn('editor');
  const { location } = await roundTrip({ path: '/api/account/oidc', as: member });
  expect(location.href).toBe(`${address}/account`);
  const { cookie } = await roundTrip();
  expect(await personOf(cookie)).toMatchObject({ id: member.id });
});

test.each([
  ['for another client', { aud: 'somebody else' }],
  ['with another nonce', { nonce: 'made up' }],
])('an ID token %s is worth nothing', async (_, forgery) => {
  await invite();
  provider.forgery = forgery;
  const { location, cookie } = await roundTrip();
  expect(location.pathname).toBe('/sign-in');
  expect(location.searchParams.get('error')).toBeTruthy();
  expect(cookie).toBe('');
});

test('who comes back without having been sent is not let in', async () => {
  const response = await there.ask('/api/auth/callback/oidc?code=x&state=y');
  expect(response.status).toBe(302);
  expect(new URL(response.headers.get('location') ?? '', address).pathname).toBe('/sign-in');
});

test('a provider that does not answer is told of, and the server starts without it', async () => {
  const silent = await openProvider();
  await silent.close();
  const other = await openTestHouse({ oidc: { issuer: silent.issuer, ...client, name: 'Silent' } });
  const response = await other.ask('/api/auth/sign-in/oidc', { method: 'POST' });
  expect(await response.json()).toMatchObject({
    status: 503,
    detail: expect.stringContaining('Silent does not'),
  });
  await other.close();
});
