import { once } from 'node:events';
import { openLetter } from '@chancery/prosemirror-tei';
import pg from 'pg';
import { WebSocket } from 'ws';
import { keystroke, textPosition } from './keystroke.mjs';
import { report } from './report.mjs';
import { startChancery } from './running-server.mjs';
import { sampleLetter } from './sample-volume.mjs';
import { median } from './timing.mjs';

const steps = 20_000;
/** The server takes so many at once. */
const batch = 500;
/** Somebody pauses after so many keystrokes. */
const stretch = 160;

/** Types 20,000 letters into the sample letter. */
async function type({ address, cookie }, letter) {
  const socket = new WebSocket(
    `${address.replace('http', 'ws')}/api/letters/${letter}/live?version=0&client=bench`,
    { headers: { cookie } },
  );
  const next = async () =>
    JSON.parse((await once(socket, 'message', { signal: AbortSignal.timeout(60_000) }))[0]);
  await next();
  let at = textPosition(openLetter(sampleLetter.source).doc);
  for (let version = 0; version < steps; version += batch) {
    const typed = Array.from({ length: batch }, (_, index) => keystroke(at + index));
    at += batch;
    socket.send(JSON.stringify({ type: 'steps', version, steps: typed, batch: `batch-${version}` }));
    for (let answer = await next(); answer.type !== 'steps'; answer = await next()) {
      if (answer.type === 'refused') throw new Error(`Keystrokes were not stored: ${answer.code}.`);
    }
  }
  socket.close();
}

/** As if it had been typed over days: a second between two keystrokes, ten minutes after each stretch. */
async function spread({ databaseUrl }, letter) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `UPDATE step SET "createdAt" = now() - make_interval(secs => ($2::int - version) + 600.0 * (($2::int - version) / $3::int))
     WHERE "letterId" = $1`,
    [letter, steps, stretch],
  );
  await client.query('ANALYZE step');
  await client.end();
}

const chancery = await startChancery();
try {
  const headers = { cookie: chancery.cookie };
  const asked = async (path) => (await fetch(`${chancery.address}/api/${path}`, { headers })).json();
  const { editions } = await asked('editions');
  const { letters } = await asked(`editions/${editions[0].id}`);
  const { id } = letters.find((letter) => sampleLetter.path.includes(letter.id));
  await type(chancery, id);
  await spread(chancery, id);

  const timed = async (path) => {
    const start = performance.now();
    const answer = await fetch(`${chancery.address}/api/letters/${id}/${path}`, { headers });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
    return performance.now() - start;
  };
  const often = async (path) => {
    const samples = [];
    for (let round = 0; round < 20; round += 1) samples.push(await timed(path));
    return median(samples.sort((one, other) => one - other));
  };
  const part = `authorship?version=${steps}&from=100&to=400`;
  report(
    { name: 'History of 20,000 steps, first page, first time', unit: 'ms', value: await timed('revisions') },
    { name: 'History of 20,000 steps, first page, again', unit: 'ms', value: await often('revisions') },
    { name: 'Who wrote this, of 20,000 steps, first time', unit: 'ms', value: await timed(part) },
    { name: 'Who wrote this, of 20,000 steps, again', unit: 'ms', value: await often(part) },
    { name: 'TEI of version 10,000 of 20,000', unit: 'ms', value: await often('versions/10000/tei') },
  );
} finally {
  await chancery.stop();
}
