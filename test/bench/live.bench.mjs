import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { copyLetter } from '../support/copy-letter.mjs';
import { openHocuspocusTypist } from './hocuspocus-typist.mjs';
import { openTypist } from './live-typist.mjs';
import { report } from './report.mjs';
import { startChancery } from './running-server.mjs';
import { median, quantile } from './timing.mjs';

/** How long everybody types, in seconds, before what is measured and while it is. */
const seconds = { warmUp: 3, measured: 12 };
const model = 'roosevelt-churchill-1941-08-15';

/** So many people in so many letters, one edit a second each; answers the sorted times until acknowledgement. */
async function typeTogether(people, letters, open) {
  const typists = await Promise.all(
    Array.from({ length: people }, (_, n) => open(letters[n % letters.length], n)),
  );
  const begin = performance.now();
  const passed = () => (performance.now() - begin) / 1_000;
  const times = [];
  await Promise.all(
    typists.map(async ({ type }, n) => {
      for (let due = n / people; due < seconds.warmUp + seconds.measured; due = Math.max(due + 1, passed())) {
        await pause(Math.max(0, (due - passed()) * 1_000));
        const time = await type();
        if (due >= seconds.warmUp) times.push(time);
      }
    }),
  );
  for (const { close } of typists) close();
  return times.sort((one, other) => one - other);
}

const settings = [
  { name: '20 people in one letter', people: 20, letters: 1 },
  { name: '100 people in one letter', people: 100, letters: 1 },
  { name: '200 people in 50 letters', people: 200, letters: 50 },
];

const figures = [];
const chancery = await startChancery();
const hocuspocus = fork(fileURLToPath(new URL('./hocuspocus-server.mjs', import.meta.url)), [
  chancery.databaseUrl,
]);
const [port] = await once(hocuspocus, 'message');
try {
  for (const { name, people, letters } of settings) {
    const ids = Array.from({ length: letters }, (_, n) => `together-${people}-${n}`);
    await copyLetter(chancery.databaseUrl, model, ids);
    const ours = await typeTogether(people, ids, (letter, n) =>
      openTypist({ ...chancery, letter, client: `client-${people}-${n}` }),
    );
    const theirs = await typeTogether(people, ids, (letter) => openHocuspocusTypist({ port, letter }));
    const figure = { unit: 'ms', remark: 'one edit a second each, acknowledged after it was stored' };
    const peer = 'Hocuspocus, stored first';
    figures.push(
      {
        ...figure,
        name: `${name}: median`,
        value: median(ours),
        goal: { atMost: 5 },
        peer: { name: peer, value: median(theirs) },
      },
      {
        ...figure,
        name: `${name}: 99 of 100`,
        value: quantile(ours, 0.99),
        goal: { atMost: 50 },
        peer: { name: peer, value: quantile(theirs, 0.99) },
      },
    );
  }
} finally {
  hocuspocus.kill();
  await chancery.stop();
}
report(...figures);
