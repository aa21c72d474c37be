import { schema } from '@chancery/prosemirror-tei';
import { Step } from 'prosemirror-transform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditPage } from '../contract/audit.js';
import {
  editionId,
  letterId,
  letterSource,
  openTestHouse,
  type SignedIn,
  type TestHouse,
} from '../testing/test-house.js';
import { typing } from '../testing/typing.js';
import { audit } from './audit.js';
import { csvField } from './log-files.js';

const path = `/api/editions/${editionId}/log`;
let there: TestHouse;
let chief: SignedIn;
let editor: SignedIn;

beforeAll(async () => {
  there = await openTestHouse();
  chief = await there.signIn('chief-editor');
  editor = await there.signIn('editor');
});
afterAll(() => there.close());

async function page(query = ''): Promise<AuditPage> {
  const response = await there.ask(`${path}${query}`, { as: chief });
  expect(response.status).toBe(200);
  return (await response.json()) as AuditPage;
}

const acts = ({ events }: AuditPage) => events.map(({ action }) => action);

test('acts stand in the log with who did them, the latest first', async () => {
  await there.ask(`/api/editions/${editionId}/schemas`, {
    method: 'PUT',
    as: chief,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rng: null, sch: null }),
  });
  await there.ask(`/api/editions/${editionId}/publications`, { method: 'POST', as: editor });
  const log = await page();
  expect(log.events.filter(({ action }) => !/signed-in|finished/.test(action))).toMatchObject([
    { action: 'publication-started', actor: { id: editor.id, name: editor.name } },
    {
      action: 'schemas-changed',
      actor: { id: chief.id },
      details: { rng: 'Chancery’s', sch: 'Chancery’s' },
    },
    { action: 'letters-imported', actor: { id: null, name: 'Command line' }, details: { files: 3 } },
  ]);
  expect(log.people.map(({ id }) => id)).toEqual(expect.arrayContaining([chief.id, editor.id]));
});

test('what is done to a letter stands with the letter', async () => {
  const send = (method: string, to: string, json?: object) =>
    there.ask(to, {
      method,
      as: chief,
      ...(json ? { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } } : {}),
    });
  const base = `/api/letters/${letterId}`;
  const reading = { method: 'single', copy: 'original' };
  await there.house.prisma.letter.update({ where: { id: letterId }, data: { stage: 'first-proof' } });
  await there.house.desk.amend(letterId, {
    userId: editor.id,
    clientId: 'at-the-desk',
    batch: 'one',
    make: () => [Step.fromJSON(schema, typing(letterSource, 'hard', 'truly '))],
  });
  const done = [
    await send('POST', `${base}/readings`, reading),
    await send('POST', `/api/editions/${editionId}/assignments`, {
      letterIds: [letterId],
      stage: 'first-proof',
      userId: editor.id,
    }),
    await send('POST', `${base}/moves`, {
      from: 'first-proof',
      to: 'transcription',
      comment: 'Not for the log.',
    }),
    await send('POST', `${base}/restorations`, { version: 0 }),
  ];
  for (const response of done) expect([200, 201], await response.clone().text()).toContain(response.status);
  const { id } = await there.house.prisma.stageMove.findFirstOrThrow({ where: { letterId } });
  expect((await send('DELETE', `${base}/moves/${id}`)).status).toBe(200);
  const log = await page(`?letter=${letterId}`);
  expect(log.events.map(({ action, details }) => [action, details])).toEqual([
    ['move-taken-back', { from: 'transcription', to: 'first-proof' }],
    ['version-restored', { version: 0 }],
    ['letter-moved', { from: 'first-proof', to: 'transcription' }],
    ['letter-assigned', { stage: 'first-proof', to: editor.name }],
    ['reading-entered', { method: 'single' }],
  ]);
  expect(log.events.every(({ actor }) => actor.id === chief.id)).toBe(true);
  expect(JSON.stringify(log.events)).not.toMatch(/truly|Not for the log/);
});

test('an act that fails leaves no line, and a line that fails undoes its act', async () => {
  const { prisma } = there.house;
  const event = { editionId, actor: chief, action: 'role-changed' } as const;
  const before = await prisma.auditEvent.count();
  const failing = prisma.$transaction(async (tx) => {
    await audit(tx, event);
    throw new Error('the act failed');
  });
  await expect(failing).rejects.toThrow('the act failed');
  expect(await prisma.auditEvent.count()).toBe(before);

  const client = await there.house.pool.connect();
  await client.query('BEGIN');
  await audit(client, event);
  await client.query('ROLLBACK');
  client.release();
  expect(await prisma.auditEvent.count()).toBe(before);
});

test.each([
  `UPDATE audit_event SET "actorName" = 'Nobody'`,
  'DELETE FROM audit_event',
  'TRUNCATE audit_event',
])('the database refuses: %s', async (statement) => {
  const before = await there.house.prisma.auditEvent.count();
  await expect(there.house.pool.query(statement)).rejects.toThrow('only ever added to');
  expect(await there.house.prisma.auditEvent.count()).toBe(before);
});

describe('many lines', () => {
  const count = 1_203;
  const name = '=HYPERLINK("http://elsewhere.example")';

  beforeAll(async () => {
    const { prisma } = there.house;
    await prisma.auditEvent.createMany({
      data: Array.from({ length: count }, (_, number) => ({
        editionId,
        actorId: 'somebody',
        actorName: name,
        action: number % 2 === 0 ? 'role-changed' : 'member-removed',
        at: new Date(Date.UTC(2020, 0, 1, 0, number)),
        ...(number % 100 === 0 ? { letterId } : {}),
        details: { number },
      })),
    });
    await prisma.auditEvent.create({ data: { editionId: 'another', actorName: 'x', action: 'signed-in' } });
  });

  test('they come page by page, each once', async () => {
    const seen: string[] = [];
    let next: string | null | undefined;
    do {
      const log: AuditPage = await page(`?person=somebody${next ? `&before=${next}` : ''}`);
      expect(log.events.length).toBeLessThanOrEqual(50);
      seen.push(...log.events.map(({ details }) => String(details.number)));
      next = log.next;
    } while (next);
    expect(seen).toEqual(Array.from({ length: count }, (_, number) => String(count - 1 - number)));
  });

  test.each([
    ['?action=member-removed&person=somebody', 'member-removed'],
    [`?letter=${letterId}&person=somebody`, 'role-changed'],
  ])('%s filters', async (query, action) => {
    expect(new Set(acts(await page(query)))).toEqual(new Set([action]));
  });

  test('by time: not before, and before', async () => {
    const log = await page('?from=2020-01-01T00:10:00Z&to=2020-01-01T01:12:00%2B01:00');
    expect(log.events.map(({ at }) => at)).toEqual(['2020-01-01T00:11:00.000Z', '2020-01-01T00:10:00.000Z']);
  });

  test.each(['?action=nonsense', '?from=yesterday', '?before=x', `?before=${'9'.repeat(30)}`])(
    '%s is told to be wrong',
    async (query) => {
      expect((await there.ask(`${path}${query}`, { as: chief })).status).toBe(400);
    },
  );

  test('as CSV every line is there, and no name is a formula', async () => {
    const response = await there.ask(`${path}.csv?person=somebody`, { as: chief });
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="log-${editionId}.csv"`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines).toHaveLength(count + 2);
    expect(lines[0]).toMatch(/^"time","person"/);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://elsewhere.example"")"`);
  });

  test('as JSON Lines every line is an event', async () => {
    const response = await there.ask(`${path}.jsonl?person=somebody&action=role-changed`, { as: chief });
    const lines = (await response.text()).trim().split('\n');
    expect(lines).toHaveLength(602);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ actor: { name } });
  });
});

test.each([
  ['=1+1', `"'=1+1"`],
  ['+1', `"'+1"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\tx', `"'\tx"`],
  ['a "b", c', '"a ""b"", c"'],
  ['a\nb', '"a\nb"'],
  ['', '""'],
])('%j in CSV', (value, field) => {
  expect(csvField(value)).toBe(field);
});
