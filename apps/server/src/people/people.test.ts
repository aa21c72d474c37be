import { randomUUID } from 'node:crypto';
import type { Role } from '@chancery/workflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InvitationAnswer, IssuedInvitation, IssuedLink, MemberAnswer } from '../contract/people.js';
import { LiveClient } from '../testing/live-client.js';
import {
  address,
  editionId,
  letterId,
  letterSource,
  openTestHouse,
  type SignedIn,
  type TestHouse,
} from '../testing/test-house.js';
import { typing } from '../testing/typing.js';

const base = `/api/editions/${editionId}`;
let there: TestHouse;
let chief: SignedIn;

beforeAll(async () => {
  there = await openTestHouse();
  chief = await there.signIn('chief-editor');
});
afterAll(() => there.close());

function send(method: string, path: string, json: object | undefined, as?: SignedIn): Promise<Response> {
  const body = json ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) } : {};
  return there.ask(path, { method, ...body, ...(as ? { as } : {}) });
}

async function invite(
  who: { name?: string; email?: string | null; role?: Role } = {},
): Promise<IssuedInvitation> {
  const { name = 'Charles Babbage', email = null, role = 'proofreader' } = who;
  const response = await send('POST', `${base}/invitations`, { name, email, role }, chief);
  expect(response.status).toBe(201);
  return (await response.json()) as IssuedInvitation;
}

function tokenOf({ link }: IssuedLink): string {
  return new URL(link ?? '').hash.slice(1);
}

const newAddress = () => `${randomUUID().slice(0, 8)}@example.org`;
const newPerson = (email = newAddress()) => ({
  name: 'Charles B.',
  email,
  password: 'difference engine no. 2',
});
const accept = (token: string, person: object | null, as?: SignedIn) =>
  send('POST', '/api/invitation/acceptance', { token, newPerson: person }, as);

async function members(as = chief): Promise<MemberAnswer[]> {
  const response = await there.ask(`${base}/members`, { as });
  return ((await response.json()) as { members: MemberAnswer[] }).members;
}

async function roleOf(userId: string): Promise<string | undefined> {
  return (await members()).find(({ id }) => id === userId)?.role;
}

/** The actions about somebody, the earliest first. */
async function logOf(subjectName: string): Promise<string[]> {
  const events = await there.house.prisma.auditEvent.findMany({
    where: { editionId, OR: [{ subjectName }, { actorName: subjectName }] },
    orderBy: { id: 'asc' },
  });
  return events.map(({ action }) => action);
}

/** An edition beside, with this person in it. */
async function anotherEdition(userId: string, role: Role): Promise<string> {
  const id = `other-${randomUUID().slice(0, 8)}`;
  const membership = { create: { userId, role } };
  await there.house.prisma.edition.create({ data: { id, title: 'Another', memberships: membership } });
  return id;
}

describe('an invitation', () => {
  test('lets somebody new in, who chooses name and password, and is signed in by it', async () => {
    const invited = await invite({ name: 'Mr Babbage' });
    expect(invited.link).toMatch(/^http:\/\/localhost:4242\/invitation#[\w-]{43}$/);
    expect(invited.invitation).toMatchObject({ name: 'Mr Babbage', role: 'proofreader', state: 'pending' });
    const token = tokenOf(invited);
    const view = await send('POST', '/api/invitation', { token });
    expect(await view.json()).toMatchObject({
      edition: 'A Small Volume',
      role: 'proofreader',
      invitedBy: chief.name,
      hasAccount: false,
    });

    const email = newAddress();
    const accepted = await accept(token, { ...newPerson(email), name: 'Charles Babbage, Esq.' });
    expect(await accepted.json()).toEqual({ editionId });
    const cookie = accepted.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    expect((await there.ask(base, { headers: { cookie } })).status).toBe(200);
    expect(await members()).toContainEqual(
      expect.objectContaining({ name: 'Charles Babbage, Esq.', email, role: 'proofreader' }),
    );
    const again = await send('POST', '/api/auth/sign-in/email', { email, password: newPerson().password });
    expect(again.status).toBe(200);
    expect(await logOf('Mr Babbage')).toEqual(['person-invited']);
    expect(await logOf('Charles Babbage, Esq.')).toEqual(['member-joined', 'signed-in', 'signed-in']);
  });

  test('is joined by somebody who has an account, which stays as it is', async () => {
    const person = await there.signIn();
    const token = tokenOf(await invite({ email: person.email, role: 'transcriber' }));
    expect(await (await send('POST', '/api/invitation', { token })).json()).toMatchObject({
      hasAccount: true,
    });
    const before = await there.house.prisma.user.findUniqueOrThrow({ where: { id: person.id } });
    expect((await accept(token, null, person)).status).toBe(201);
    expect(await roleOf(person.id)).toBe('transcriber');
    const after = await there.house.prisma.user.findUniqueOrThrow({ where: { id: person.id } });
    expect({ ...after, lastSeenAt: null }).toEqual({ ...before, lastSeenAt: null });
  });

  test('is not joined by nobody', async () => {
    const token = tokenOf(await invite());
    expect((await accept(token, null)).status).toBe(401);
    expect((await send('POST', '/api/invitation', { token })).status).toBe(200);
  });

  test('used twice is gone, and says so', async () => {
    const token = tokenOf(await invite());
    await accept(token, newPerson());
    for (const response of [
      await accept(token, newPerson()),
      await send('POST', '/api/invitation', { token }),
    ])
      expect(await response.json()).toMatchObject({
        status: 410,
        type: 'urn:chancery:problem:gone',
        detail: 'This invitation has been accepted already. If it was you, sign in.',
      });
  });

  test('used by several at once lets one in, and makes nobody of the others', async () => {
    const token = tokenOf(await invite());
    const people = [newPerson(), newPerson(), newPerson(), newPerson()];
    const responses = await Promise.all(people.map((person) => accept(token, person)));
    expect(responses.map(({ status }) => status).toSorted()).toEqual([201, 410, 410, 410]);
    const made = await there.house.prisma.user.count({
      where: { email: { in: people.map(({ email }) => email) } },
    });
    expect(made).toBe(1);
  });

  test('used by two who are signed in, at once, lets one in', async () => {
    const token = tokenOf(await invite());
    const people = await Promise.all([there.signIn(), there.signIn()]);
    const responses = await Promise.all(people.map((person) => accept(token, null, person)));
    expect(responses.map(({ status }) => status).toSorted()).toEqual([201, 410]);
  });

  test('that ran out says whom to ask, also the second time, and is good again when it is sent again', async () => {
    const invited = await invite();
    const { id } = invited.invitation;
    const past = { expiresAt: new Date(Date.now() - 1_000) };
    await there.house.prisma.invitation.update({ where: { id }, data: past });
    for (let time = 0; time < 2; time++)
      expect(await (await accept(tokenOf(invited), newPerson())).json()).toMatchObject({
        status: 410,
        detail: `This invitation is no longer good: it held for two weeks. Ask ${chief.name} to send it again.`,
      });
    const list = (await (await there.ask(`${base}/invitations`, { as: chief })).json()) as {
      invitations: InvitationAnswer[];
    };
    expect(list.invitations.find((each) => each.id === id)?.state).toBe('expired');

    const renewed = await send('POST', `${base}/invitations/${id}/renewal`, undefined, chief);
    const token = tokenOf((await renewed.json()) as IssuedInvitation);
    expect((await send('POST', '/api/invitation', { token: tokenOf(invited) })).status).toBe(404);
    expect((await accept(token, newPerson())).status).toBe(201);
  });

  test('that was taken back leads nowhere', async () => {
    const invited = await invite();
    const path = `${base}/invitations/${invited.invitation.id}`;
    expect((await send('DELETE', path, undefined, chief)).status).toBe(204);
    expect(await (await accept(tokenOf(invited), newPerson())).json()).toMatchObject({
      status: 410,
      detail: /taken back/,
    });
    expect((await send('DELETE', path, undefined, chief)).status).toBe(404);
    expect((await send('POST', `${path}/renewal`, undefined, chief)).status).toBe(404);
  });

  test('with a password that is refused is still good', async () => {
    const token = tokenOf(await invite());
    const refused = await accept(token, { ...newPerson(), password: 'too short' });
    expect(await refused.json()).toMatchObject({ type: 'urn:chancery:problem:password-refused' });
    expect((await accept(token, newPerson())).status).toBe(201);
  });

  test('does not make a second person of an address that is taken, and is still good', async () => {
    const token = tokenOf(await invite());
    expect(await (await accept(token, newPerson(chief.email))).json()).toMatchObject({
      status: 409,
      detail: /sign in first/,
    });
    expect((await send('POST', '/api/invitation', { token })).status).toBe(200);
  });

  test('to an address makes a person with that address, whatever else is written', async () => {
    const email = newAddress();
    await accept(tokenOf(await invite({ email })), newPerson());
    expect(await there.house.prisma.user.count({ where: { email } })).toBe(1);
  });

  test('is not for who belongs to the edition, nor twice for one address', async () => {
    const email = newAddress();
    await invite({ email });
    const request = { name: 'X', role: 'reader' };
    for (const taken of [email.toUpperCase(), chief.email])
      expect((await send('POST', `${base}/invitations`, { ...request, email: taken }, chief)).status).toBe(
        409,
      );
    const mine = await accept(tokenOf(await invite()), null, chief);
    expect(await mine.json()).toMatchObject({ status: 409, detail: /already, as chief editor/ });
  });

  test.each([
    { name: '', email: null, role: 'editor' },
    { name: 'X', email: 'nowhere', role: 'editor' },
    { name: 'X', email: null, role: 'owner' },
    { name: 'x'.repeat(101), email: null, role: 'editor' },
  ])('%j cannot be meant', async (request) => {
    expect((await send('POST', `${base}/invitations`, request, chief)).status).toBe(400);
  });

  test('of another edition cannot be touched', async () => {
    const other = await there.signIn();
    const otherId = await anotherEdition(other.id, 'chief-editor');
    const { id } = (await invite()).invitation;
    const path = `/api/editions/${otherId}/invitations/${id}`;
    expect((await send('DELETE', path, undefined, other)).status).toBe(404);
    expect((await send('POST', `${path}/renewal`, undefined, other)).status).toBe(404);
  });

  test('no token is stored as it is', async () => {
    const token = tokenOf(await invite());
    const stored = [
      await there.house.prisma.invitation.findMany(),
      await there.house.prisma.auditEvent.findMany(),
    ];
    const words = JSON.stringify(stored, (_key, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(words).not.toContain(token);
  });
});

describe('members', () => {
  test('are seen by all of them; addresses and when they were last seen by chief editors', async () => {
    const reader = await there.signIn('reader');
    const seen = await members(reader);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.every(({ email, lastSeenAt }) => email === null && lastSeenAt === null)).toBe(true);
    const mine = (await members()).find(({ id }) => id === chief.id);
    expect(mine).toMatchObject({ email: chief.email, role: 'chief-editor', lastSeenAt: expect.any(String) });
  });

  test('are given other roles, which stands in the log', async () => {
    const person = await there.signIn('transcriber');
    const path = `${base}/members/${person.id}`;
    expect((await send('PUT', path, { role: 'editor' }, chief)).status).toBe(204);
    expect(await roleOf(person.id)).toBe('editor');
    const [event] = await there.house.prisma.auditEvent.findMany({ orderBy: { id: 'desc' }, take: 1 });
    expect(event).toMatchObject({
      action: 'role-changed',
      actorId: chief.id,
      subjectId: person.id,
      details: { from: 'transcriber', to: 'editor' },
    });
    expect((await send('PUT', path, { role: 'owner' }, chief)).status).toBe(400);
  });

  test('nobody changes or ends their own role', async () => {
    const path = `${base}/members/${chief.id}`;
    expect(await (await send('PUT', path, { role: 'reader' }, chief)).json()).toMatchObject({
      status: 409,
      detail: /Nobody changes or ends their own role/,
    });
    expect((await send('DELETE', path, undefined, chief)).status).toBe(409);
    expect(await roleOf(chief.id)).toBe('chief-editor');
  });

  test('two chief editors who remove each other at once leave one', async () => {
    const people = [await there.signIn(), await there.signIn()] as const;
    const id = await anotherEdition(people[0].id, 'chief-editor');
    await there.house.prisma.membership.create({
      data: { editionId: id, userId: people[1].id, role: 'chief-editor' },
    });
    const path = (person: SignedIn) => `/api/editions/${id}/members/${person.id}`;
    const responses = await Promise.all([
      send('DELETE', path(people[1]), undefined, people[0]),
      send('DELETE', path(people[0]), undefined, people[1]),
    ]);
    const statuses = responses.map(({ status }) => status).toSorted();
    expect(statuses[0]).toBe(204);
    expect([403, 404]).toContain(statuses[1]);
    expect(await there.house.prisma.membership.count({ where: { editionId: id } })).toBe(1);
  });

  test('who has left is no member, and keeps what they did', async () => {
    const person = await there.signIn('editor');
    expect((await send('DELETE', `${base}/members/${person.id}`, undefined, chief)).status).toBe(204);
    expect((await there.ask(base, { as: person })).status).toBe(404);
    expect(await roleOf(person.id)).toBeUndefined();
    expect((await send('DELETE', `${base}/members/${person.id}`, undefined, chief)).status).toBe(404);
    expect(await there.house.prisma.user.count({ where: { id: person.id } })).toBe(1);
  });
});

describe('open letters go by what has changed at once', () => {
  const connect = async (as: SignedIn, host: string, client = randomUUID()) => {
    const live = await LiveClient.open(host, { letter: letterId, as, client });
    expect(await live.next()).toMatchObject({ type: 'hello' });
    return live;
  };

  /** The next message of a type; others, such as who is there, are passed over. */
  async function next(live: LiveClient, type: string): Promise<unknown> {
    for (;;) {
      const message = await live.next();
      if (message.type === type) return message;
    }
  }

  test('another role, on every server', async () => {
    const person = await there.signIn('editor');
    const near = await connect(person, await there.listen());
    const far = await connect(person, await (await there.anotherNode()).listen());
    // Who reads a proof sees the letter, and does not write in it.
    await there.assign(person, 'transcription');
    await send('PUT', `${base}/members/${person.id}`, { role: 'proofreader' }, chief);
    expect(await next(near, 'permission')).toEqual({ type: 'permission', canEdit: false });
    expect(await next(far, 'permission')).toEqual({ type: 'permission', canEdit: false });
    near.send({ type: 'steps', version: 0, steps: [typing(letterSource, 'hard', 'very ')], batch: 'b1' });
    expect(await next(near, 'refused')).toMatchObject({ code: 'not-allowed' });
    near.close();
    far.close();
  });

  test('who is removed, or signs out everywhere, is let go', async () => {
    const host = await there.listen();
    const removed = await there.signIn('editor');
    const first = await connect(removed, host);
    await send('DELETE', `${base}/members/${removed.id}`, undefined, chief);
    expect(await next(first, 'shut-out')).toEqual({ type: 'shut-out' });
    expect(await first.closed).toMatchObject({ code: 1008 });

    const leaving = await there.signIn('editor');
    const second = await connect(leaving, host);
    await send('DELETE', '/api/account/sessions', undefined, leaving);
    expect(await next(second, 'shut-out')).toEqual({ type: 'shut-out' });
    expect(await second.closed).toMatchObject({ code: 1008 });
  });
});

describe('a sign-in link for a member', () => {
  const issue = (person: SignedIn, as = chief) =>
    send('POST', `${base}/members/${person.id}/sign-in-link`, undefined, as);

  test('signs them in once, and stands in the log', async () => {
    const person = await there.signIn('reader');
    const issued = (await (await issue(person)).json()) as IssuedLink;
    expect(issued.link).toMatch(new RegExp(`^${address}/sign-in#`));
    const token = tokenOf(issued);
    expect((await send('POST', '/api/auth/sign-in/link', { token })).status).toBe(200);
    expect((await send('POST', '/api/auth/sign-in/link', { token })).status).toBe(410);
    const event = await there.house.prisma.auditEvent.findFirst({
      where: { action: 'sign-in-link-issued', subjectId: person.id },
    });
    expect(event).toMatchObject({ actorId: chief.id, editionId });
  });

  test('is not shown when it would open an edition that is not one’s own', async () => {
    const person = await there.signIn('editor');
    await anotherEdition(person.id, 'chief-editor');
    const refused = await issue(person);
    expect(await refused.json()).toMatchObject({ status: 403, detail: /an edition that you do not lead/ });
    expect(await there.house.prisma.verification.count({ where: { value: person.id } })).toBe(0);
  });
});
