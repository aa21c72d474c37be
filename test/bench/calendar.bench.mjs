import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readMetadata, readVolume } from '@chancery/tei';
import pg from 'pg';
import { enterEdition, markIndexed } from './bare-edition.mjs';
import { openDeskBrowser } from './desk-browser.mjs';
import { generatedVolume } from './generated-volume.mjs';
import { reportPages } from './page-times.mjs';
import { report } from './report.mjs';
import { startChancery } from './running-server.mjs';

/** How many letters, and within how many milliseconds the server is to answer. */
const sizes = [
  { letters: 10_000, atMost: 100 },
  { letters: 100_000, atMost: 300 },
];
const stages = ['transcription', 'first-proof', 'second-proof', 'notes-review', 'ready', 'published'];
/** Pages that are visited one after the other, several times over: what warms up does so once, and what leaks goes on. */
const visits = 1_000;
const turns = 4;

/** Some letters as they are read once; the others are these with other names, numbers and dates. */
const patterns = generatedVolume(50).letters.map(({ source }) => source);

/**
 * An edition of so many letters, straight in the database, with what the house would have read out of them: to index a hundred
 * thousand takes minutes, and is not what is measured.
 */
async function generate(client, editionId, letters, userId) {
  await enterEdition(client, { editionId, userId });
  await client.query(
    `INSERT INTO letter (id, "editionId", name, path, kind, position, stage, encoding, "baseSource", source, metadata,
       "errorCount", "warningCount", "updatedAt")
     SELECT $1 || '.' || place, $1, 'letter-' || place, 'letters/letter-' || place || '.xml', 'letter', place,
       ($3::text[])[1 + place % 6], 'utf-8', '', ($4::text[])[1 + place % 50],
       jsonb_build_object('letter', jsonb_build_object('headerTitle', 'Letter ' || place)),
       CASE WHEN place % 10 = 0 THEN 1 ELSE 0 END, place % 3, now() - make_interval(secs => place)
     FROM generate_series(0, $2::int - 1) AS place`,
    [editionId, letters, stages, patterns],
  );
  await client.query(
    `INSERT INTO calendar_line ("letterId", "editionId", place, "ownNumber", number, "numberSupplied", title,
       "titleSupplied", "titleSort", "dateType", "datePrinted", "dateWhen", incipit, words)
     SELECT id, "editionId", position, position + 1, position + 1, false, 'J. V. STALIN TO F. ROOSEVELT', true,
       md5(id), 'signed', 'on that day', day, said, lower('signed ' || day || ' j. v. stalin to f. roosevelt ' || said)
     FROM (SELECT *, to_char(date '1900-01-01' + position / 4, 'YYYY-MM-DD') AS day,
       'The message of that month, of which ' || md5(id) || ' is told, has reached me through the Ambassador' AS said
       FROM letter WHERE "editionId" = $1) AS letter`,
    [editionId],
  );
  await markIndexed(client, editionId);
  await enterVolume(client, editionId, letters);
  await client.query(
    `INSERT INTO assignment ("letterId", stage, "userId", "assignedById", "dueOn")
     SELECT id, stage, $2, $2, date '2026-01-01' + position % 400 FROM letter
     WHERE "editionId" = $1 AND position % 20 = 0`,
    [editionId, userId],
  );
  for (const table of ['letter', 'calendar_line', 'letter_index', 'assignment'])
    await client.query(`VACUUM ANALYZE ${table}`);
}

/** The volume's own file, which lists all of them: the house reads it itself. */
async function enterVolume(client, editionId, letters) {
  const items = Array.from(
    { length: letters },
    (_, at) => `<item><ptr target="letters/letter-${at}.xml"/></item>`,
  );
  const source = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Generated</title></titleStmt></fileDesc></teiHeader>
<text><body><list type="documents">
${items.join('\n')}
</list></body></text></TEI>`;
  await client.query(
    `INSERT INTO letter (id, "editionId", name, path, kind, position, encoding, "baseSource", source, metadata)
     VALUES ($1 || '.volume', $1, 'volume', 'volume.xml', 'front', -1, 'utf-8', $2, $2, $3)`,
    [editionId, source, { letter: readMetadata(source), volume: readVolume(source) }],
  );
}

/** Memory in use, in MB, of what an engine says in bytes. */
const megabytes = (bytes) => bytes / 2 ** 20;

/** The live heap of a page, after collecting what is not needed. */
async function heapOf(devtools) {
  await devtools.send('HeapProfiler.collectGarbage');
  const {
    usedSize,
    embedderHeapUsedSize = 0,
    backingStorageSize = 0,
  } = await devtools.send('Runtime.getHeapUsage');
  return megabytes(usedSize + embedderHeapUsedSize + backingStorageSize);
}

/**
 * Goes to and fro between the calendar and one's own work, and says how much memory the page holds before and after; then asks the
 * server for what those pages ask it for, several times as often, and says how much it holds after each time.
 */
async function visitPages({ address, cookie, child }, editionId) {
  const { browser, page } = await openDeskBrowser({ address, cookie });
  const asked = new Set();
  page.on('request', (request) => {
    if (request.method() === 'GET' && request.url().startsWith(`${address}/api/`)) asked.add(request.url());
  });
  const held = [];
  try {
    await page.goto(`${address}/volumes/${editionId}`);
    await page.getByRole('grid').waitFor();
    const devtools = await page.context().newCDPSession(page);
    const nav = page.getByRole('navigation', { name: 'Desk' });
    const visit = async (times) => {
      for (let round = 0; round < times / 2; round += 1) {
        await nav.getByRole('link', { name: 'My work' }).click();
        await page.getByRole('heading', { name: 'My work' }).waitFor();
        await nav.getByRole('link', { name: 'Letters' }).click();
        await page
          .getByRole('row', { name: /ROOSEVELT|Roosevelt/ })
          .first()
          .waitFor();
      }
    };
    await visit(100);
    const before = await heapOf(devtools);
    await visit(visits);
    report({
      name: `Memory of the page after ${visits} visits of pages`,
      unit: 'MB',
      value: await heapOf(devtools),
      peer: { name: 'before them', value: before },
    });
  } finally {
    await browser.close();
  }
  for (let turn = 0; turn < turns; turn += 1) {
    // What two pages ask for is one visit of each.
    for (let visited = 0; visited < visits; visited += 2)
      for (const url of asked) await (await fetch(url, { headers: { cookie } })).arrayBuffer();
    child.send('memory');
    const [bytes] = await once(child, 'message');
    held.push(megabytes(bytes));
  }
  report({
    name: `What the server holds more after the last ${visits} visits of pages of ${visits * (turns + 1)}`,
    unit: 'MB',
    value: Math.max(0, held.at(-1) - held.at(-2)),
    goal: { atMost: 0.5 },
    remark: `after collecting, each time: ${held.map((size) => size.toFixed(1)).join(', ')} MB`,
  });
}

const chancery = await startChancery({
  preload: fileURLToPath(new URL('tell-memory.mjs', import.meta.url)),
});
const client = new pg.Client({ connectionString: chancery.databaseUrl });
try {
  await client.connect();
  const { rows } = await client.query('SELECT id FROM "user" LIMIT 1');
  const editions = [];
  for (const { letters, atMost } of sizes) {
    const editionId = `bench-${letters}-${randomUUID().slice(0, 8)}`;
    await generate(client, editionId, letters, rows[0].id);
    editions.push(editionId);
    const calendar = `editions/${editionId}/calendar`;
    const middle = Math.floor(letters / 2);
    const pages = {
      'as a whole': calendar,
      'its first lines': `${calendar}/lines`,
      'lines from its middle': `${calendar}/lines?offset=${middle}`,
      'lines of a stage': `${calendar}/lines?stage=ready&offset=${Math.floor(letters / 12)}`,
      'lines by title, from the middle': `${calendar}/lines?order=title&offset=${middle}`,
      'lines by who has them': `${calendar}/lines?order=assigned`,
      'as a whole, filtered by words': `${calendar}?words=ambassador%20stalin`,
      'lines that hold words': `${calendar}/lines?words=abcd`,
      'my work': 'queue?today=2026-11-28',
      'what every page says of the volume': `editions/${editionId}/head`,
      'the page of the volume': `editions/${editionId}/volume`,
      'its order, from the middle': `editions/${editionId}/volume/documents?offset=${middle}`,
    };
    // The house has read the file of the volume when it has answered once.
    await fetch(`${chancery.address}/api/editions/${editionId}/volume`, {
      headers: { cookie: chancery.cookie },
    });
    await reportPages(chancery, { of: `Calendar of ${letters.toLocaleString('en')} letters`, pages, atMost });
  }
  await visitPages(chancery, editions[0]);
} finally {
  await client.end();
  await chancery.stop();
}
