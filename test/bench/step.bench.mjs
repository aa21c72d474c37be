import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { openLetter } from '@chancery/prosemirror-tei';
import pg from 'pg';
import { WebSocket } from 'ws';
import { keystroke, textPosition } from './keystroke.mjs';
import { report } from './report.mjs';
import { startChancery } from './running-server.mjs';
import { sampleLetter } from './sample-volume.mjs';
import { inTurns, median, quantile } from './timing.mjs';

/** A fast typist's time between two keys, in milliseconds; a server takes no more than 20 batches a second for long. */
const betweenKeys = 60;

/** One window with the sample letter open, which types one letter at a time. */
async function openWindow({ address, cookie }) {
  const headers = { cookie };
  const { editions } = await (await fetch(`${address}/api/editions`, { headers })).json();
  const { letters } = await (await fetch(`${address}/api/editions/${editions[0].id}`, { headers })).json();
  const { id } = letters.find((letter) => sampleLetter.path.includes(letter.id));
  const socket = new WebSocket(
    `${address.replace('http', 'ws')}/api/letters/${id}/live?version=0&client=bench`,
    { headers },
  );
  const next = async () =>
    JSON.parse((await once(socket, 'message', { signal: AbortSignal.timeout(30_000) }))[0]);
  await next();
  let at = textPosition(openLetter(sampleLetter.source).doc);
  let version = 0;
  return {
    /** Sends a keystroke and waits until the server says that it is stored. */
    async type() {
      socket.send(
        JSON.stringify({ type: 'steps', version, steps: [keystroke(at)], batch: `batch-${version}` }),
      );
      const answer = await next();
      if (answer.type !== 'steps') throw new Error(`A keystroke was not stored: ${JSON.stringify(answer)}`);
      version += 1;
      at += 1;
    },
    close: () => socket.close(),
  };
}

/** What no server can go below that keeps its word: one row put on the disk of the same database. */
async function openDatabase({ databaseUrl }) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('CREATE TABLE bench (id serial PRIMARY KEY, step jsonb NOT NULL)');
  return {
    insert: () =>
      client.query({
        name: 'insert',
        text: 'INSERT INTO bench (step) VALUES ($1)',
        values: [JSON.stringify(keystroke(1))],
      }),
    close: () => client.end(),
  };
}

const chancery = await startChancery();
try {
  const window = await openWindow(chancery);
  const database = await openDatabase(chancery);
  const breathe = () => pause(betweenKeys / 2);
  const [, typed, , inserted] = await inTurns([breathe, window.type, breathe, database.insert], {
    warmUp: 60,
    rounds: 300,
  });
  window.close();
  await database.close();
  report({
    name: 'Keystroke stored and acknowledged, 5 KB',
    unit: 'ms',
    value: median(typed),
    p99: quantile(typed, 0.99),
    goal: { atMost: 5 },
    peer: { name: 'bare INSERT and commit', value: median(inserted) },
  });
} finally {
  await chancery.stop();
}
