import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IssuedInvitation, IssuedLink } from '../contract/people.js';
import { editionId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';

const base = `/api/editions/${editionId}`;
const arrived: string[] = [];
let refusing = false;
let there: TestHouse;
let chief: SignedIn;

const server = new SMTPServer({
  authMethods: ['PLAIN'],
  disabledCommands: ['STARTTLS'],
  onAuth: ({ username, password }, _session, done) =>
    done(username === 'chancery' && password === 'p@ss' ? null : new Error('no'), { user: username }),
  onRcptTo: (_address, _session, done) => done(refusing ? new Error('nobody here') : null),
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      // The links are longer than a line of quoted-printable.
      arrived.push(Buffer.concat(chunks).toString('utf8').replaceAll('=\r\n', '').replaceAll('=3D', '='));
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.server.address() as AddressInfo;
  const mail = { url: `smtp://chancery:p%40ss@127.0.0.1:${port}`, from: 'Chancery <edition@example.org>' };
  there = await openTestHouse({ mail });
  chief = await there.signIn('chief-editor');
});
afterAll(async () => {
  await there.close();
  await new Promise<void>((done) => server.close(() => done()));
});

function post(path: string, json: object = {}, as?: SignedIn): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(json);
  return there.ask(path, { method: 'POST', headers, body, ...(as ? { as } : {}) });
}

const invite = async (email: string | null) =>
  (await (
    await post(`${base}/invitations`, { name: 'Charles Babbage', email, role: 'proofreader' }, chief)
  ).json()) as IssuedInvitation;

test('an invitation goes to its address, is not shown, and proves the address', async () => {
  const email = 'charles@example.org';
  expect(await invite(email)).toMatchObject({ link: null, mailedTo: email, mailFault: null });
  const [mail = ''] = arrived.splice(0);
  expect(mail).toMatch(/^From: Chancery <edition@example.org>/m);
  expect(mail).toMatch(/^To: charles@example.org/m);
  expect(mail).toContain('as proofreader');
  const token = /http:\/\/localhost:4242\/invitation#([\w-]+)/.exec(mail)?.[1] ?? '';
  const newPerson = { name: 'Charles', email, password: 'difference engine no. 2' };
  expect((await post('/api/invitation/acceptance', { token, newPerson })).status).toBe(201);
  const user = await there.house.prisma.user.findUniqueOrThrow({ where: { email } });
  expect(user.emailVerified).toBe(true);
});

test('without an address the link is shown', async () => {
  const { link, mailedTo } = await invite(null);
  expect([link, mailedTo]).toEqual([expect.stringContaining('/invitation#'), null]);
  expect(arrived).toEqual([]);
});

test('when the mail cannot be sent the link is shown, with the reason', async () => {
  refusing = true;
  const issued = await invite('nobody@example.org');
  refusing = false;
  expect(issued.link).toContain('/invitation#');
  expect(issued.mailFault).toBe('The mail server refused the address.');
  const stored = await there.house.prisma.invitation.findUniqueOrThrow({
    where: { id: issued.invitation.id },
  });
  expect(stored.mailed).toBe(false);
});

test('a sign-in link goes to a proved address, also of somebody who works elsewhere too', async () => {
  const person = await there.signIn('editor');
  const memberships = { create: { userId: person.id, role: 'editor' } };
  await there.house.prisma.edition.create({ data: { id: 'elsewhere', title: 'Elsewhere', memberships } });
  const path = `${base}/members/${person.id}/sign-in-link`;
  const issued = (await (await post(path, {}, chief)).json()) as IssuedLink;
  expect(issued).toEqual({ link: null, mailedTo: person.email, mailFault: null });
  const token = /\/sign-in#([\w-]+)/.exec(arrived.splice(0)[0] ?? '')?.[1] ?? '';
  expect((await post('/api/auth/sign-in/link', { token })).status).toBe(200);

  refusing = true;
  const refused = await (await post(path, {}, chief)).json();
  refusing = false;
  expect(refused).toMatchObject({ status: 503, detail: expect.stringContaining('could not be sent') });
  expect(JSON.stringify(refused)).not.toContain('sign-in#');

  await there.house.prisma.user.update({ where: { id: person.id }, data: { emailVerified: false } });
  expect((await post(path, {}, chief)).status).toBe(403);
});
