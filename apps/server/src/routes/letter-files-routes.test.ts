import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveOf, manifestName } from '@chancery/importing/archive';
import { readTeiArchiveAside } from '@chancery/importing/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../contract/problem.js';
import type { ReturnedOutcome, ReturnedPlan } from '../contract/returned-files.js';
import { importPaths } from '../editions/import-paths.js';
import { openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';
import { typeBefore } from '../testing/type-before.js';

const edition = 'growing';
const document = (id: string) =>
  `<div type="document" xml:id="${id}"><head>Of ${id}</head><p>All of ${id} is here.</p></div>`;
const series = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="series">
<teiHeader><fileDesc><titleStmt><title>Growing</title></titleStmt><publicationStmt><p>Made for tests.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
<text><body>
${['k', 'l', 'm'].map(document).join('\n')}
</body></text></TEI>
`;
const without = series.replace(`\n${document('m')}`, '');

let there: TestHouse;
let chief: SignedIn;
let taken: string;
beforeAll(async () => {
  there = await openTestHouse();
  chief = await there.signIn('chief-editor');
  const folder = await mkdtemp(join(tmpdir(), 'chancery-series-'));
  await writeFile(join(folder, 'series.xml'), series);
  const { report } = await importPaths([folder], {
    dataDir: '',
    databaseUrl: there.database.url,
    editionId: edition,
  });
  await rm(folder, { recursive: true });
  expect(report.counts.errors).toBe(0);
  taken = (await take()).told ?? '';
}, 120_000);
afterAll(() => there.close());

const utf8 = new TextEncoder();

async function take() {
  const answer = await there.ask(`/api/editions/${edition}/files.zip`, { as: chief });
  expect(answer.status).toBe(200);
  return readTeiArchiveAside(new Uint8Array(await answer.arrayBuffer()), manifestName);
}

/** The files that are taken out now, by their paths. */
async function takenFiles(): Promise<string[]> {
  const { rows } = (await take()).read.report;
  return rows.filter(({ outcome }) => outcome !== 'letter').map(({ file }) => file);
}

const packed = (text: string, told = taken, name = 'series.xml') =>
  archiveOf([
    { name: `home/${name}`, bytes: utf8.encode(text) },
    { name: `home/${manifestName}`, bytes: utf8.encode(told) },
  ]);

const send = (path: string, bytes: Uint8Array, as = chief) =>
  there.ask(`/api/editions/${edition}/returned-files${path}`, {
    as,
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
  });

async function told<T>(path: string, bytes: Uint8Array): Promise<T> {
  const answer = await send(path, bytes);
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as T;
}
const plan = (bytes: Uint8Array, as = 'as-there') => told<ReturnedPlan>(`/plan?series=${as}`, bytes);
const bring = (bytes: Uint8Array, as = 'as-there') => told<ReturnedOutcome>(`?series=${as}`, bytes);

const none = { kept: [], leaving: [], putBack: [], stayedOut: [] };
const m = [{ path: 'series/m.xml', series: 'series.xml' }];

test('what bringing files back would do is told, and nothing is done', async () => {
  expect(await plan(packed(series))).toMatchObject({ changed: [], added: [], ofSeries: none, unchanged: 3 });
  const changed = without.replace('All of l', 'Most of l').replace('All of k', 'Part of k');
  const [k] = await there.house.prisma.letter.findMany({ where: { editionId: edition, name: 'k' } });
  await typeBefore(there, chief, k?.id ?? '', ' is here', ' once more');
  expect(await plan(packed(changed))).toMatchObject({
    faults: [],
    changed: [
      { path: 'series/k.xml', here: 'edited' },
      { path: 'series/l.xml', here: 'as-taken-out' },
    ],
    missing: [],
    ofSeries: { ...none, kept: m },
  });
  expect(await plan(packed(changed), 'as-in-the-files')).toMatchObject({ ofSeries: { ...none, leaving: m } });
  expect(await plan(packed(without.replace('<p>All', '<p>All<')))).toMatchObject({
    faults: [{ path: 'series.xml', line: 4, message: expect.any(String) }],
  });
  expect(await there.house.prisma.revision.count({ where: { letter: { editionId: edition } } })).toBe(0);
  expect(await takenFiles()).toEqual(['series.xml']);
});

test('letters leave a series by a decision, and come back by one', async () => {
  const changed = packed(without.replace('All of l', 'Most of l'));
  expect(await bring(changed, 'as-in-the-files')).toMatchObject({
    faults: [],
    brought: [{ path: 'series/l.xml', outcome: 'taken' }],
    ofSeries: { ...none, leaving: m },
  });
  expect(await plan(changed)).toMatchObject({
    changed: [{ path: 'series/l.xml', here: 'as-in-the-files' }],
    ofSeries: none,
  });
  expect(await takenFiles()).toEqual(['series.xml']);
  const { letters } = (await take()).read.edition ?? { letters: [] };
  expect(letters.map(({ path }) => path)).toContain('series/m.xml');
  const log = await there.house.prisma.auditEvent.findMany({
    where: { editionId: edition, action: { in: ['letters-updated', 'series-reshaped'] } },
    orderBy: { id: 'asc' },
  });
  expect(log.map(({ actorId, action }) => [actorId, action])).toEqual([
    [chief.id, 'series-reshaped'],
    [chief.id, 'letters-updated'],
  ]);
  const whole = packed(series.replace('All of l', 'Most of l'));
  expect(await bring(whole)).toMatchObject({ ofSeries: { ...none, stayedOut: m } });
  expect(await plan(whole, 'as-in-the-files')).toMatchObject({ ofSeries: { ...none, putBack: m } });
  expect(await bring(whole, 'as-in-the-files')).toMatchObject({ ofSeries: { ...none, putBack: m } });
  expect((await take()).read.report.rows.map(({ file }) => file)).toContain('series/m.xml');
});

test('what was not taken out here is refused, with what to do', async () => {
  const refused = async (bytes: Uint8Array) => {
    const answer = await send('/plan', bytes);
    const { detail } = (await answer.json()) as Problem;
    return [answer.status, detail];
  };
  expect(await refused(utf8.encode(series))).toEqual([422, expect.stringContaining('no archive (ZIP)')]);
  expect(await refused(archiveOf([{ name: 'series.xml', bytes: utf8.encode(series) }]))).toEqual([
    422,
    expect.stringContaining(`no ${manifestName}`),
  ]);
  expect(await refused(packed(series, '{}'))).toEqual([422, expect.stringContaining('Put back the file')]);
  const other = JSON.stringify({ edition: 'other', versions: {} });
  expect(await refused(packed(series, other))).toEqual([422, expect.stringContaining('“other”')]);
});
