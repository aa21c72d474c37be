import { copyLetter } from '../support/copy-letter.mjs';
import { openDeskBrowser } from './desk-browser.mjs';
import { openTypist } from './live-typist.mjs';
import { report } from './report.mjs';
import { startChancery } from './running-server.mjs';
import { median } from './timing.mjs';

const model = 'roosevelt-churchill-1941-08-15';
const steps = 20_000;
/** The server takes no more than 100 batches at once, and then 20 a second. */
const stepsToABatch = 250;
const openLetters = 100;

/** The server's memory in use, in bytes. */
function memoryOf({ child }) {
  return new Promise((resolve) => {
    child.once('message', resolve);
    child.send('memory');
  });
}

/** What a letter costs that somebody has open and has typed in. */
async function memoryOfALetter(chancery) {
  const ids = Array.from({ length: openLetters + 1 }, (_, n) => `open-${n}`);
  await copyLetter(chancery.databaseUrl, model, ids);
  const open = async (letter) => {
    const typist = await openTypist({ ...chancery, letter, client: `at-${letter}` });
    await typist.type();
    return typist;
  };
  // What the first one brings with it is no letter's.
  const typists = [await open(ids[0])];
  const before = await memoryOf(chancery);
  for (const letter of ids.slice(1)) typists.push(await open(letter));
  const after = await memoryOf(chancery);
  for (const { close } of typists) close();
  return (after - before) / openLetters / 1e6;
}

/** Types until a letter has many steps. */
async function typeMany(chancery, letter) {
  await copyLetter(chancery.databaseUrl, model, [letter]);
  const typist = await openTypist({ ...chancery, letter, client: 'writer' });
  for (let typed = 0; typed < steps; typed += stepsToABatch) await typist.type(stepsToABatch);
  typist.close();
}

/** A server where nobody has the letter open is asked for it, and seats somebody at it. */
async function openOnServer({ address, cookie }, letter) {
  const begin = performance.now();
  const answer = await fetch(`${address}/api/letters/${letter}`, { headers: { cookie } });
  const { version } = await answer.json();
  const typist = await openTypist({ address, cookie, letter, client: 'reader', version });
  typist.close();
  return performance.now() - begin;
}

/** From the click in the calendar until the letter can be typed in. */
async function openAtDesk(chancery, letter) {
  const { browser, page } = await openDeskBrowser(chancery);
  try {
    const times = [];
    for (let round = 0; round < 5; round += 1) {
      await page.goto(`${chancery.address}/`);
      const link = page.locator(`a[href$="/letters/${letter}"]`).first();
      await link.waitFor();
      times.push(
        await link.evaluate(
          (shown) =>
            new Promise((resolve) => {
              const begin = performance.now();
              const look = () => {
                if (document.querySelector('[role="textbox"][aria-readonly="false"].letter'))
                  resolve(performance.now() - begin);
                else requestAnimationFrame(look);
              };
              shown.click();
              look();
            }),
        ),
      );
    }
    return median(times.sort((one, other) => one - other));
  } finally {
    await browser.close();
  }
}

const chancery = await startChancery({ preload: new URL('./tell-memory.mjs', import.meta.url).href });
let cold;
try {
  const memory = await memoryOfALetter(chancery);
  await typeMany(chancery, 'long-written');
  cold = await startChancery({ databaseUrl: chancery.databaseUrl });
  // A server's very first letter waits for much besides.
  for (const letter of ['open-0', 'open-1', 'open-2']) await openOnServer(cold, letter);
  const onServer = await openOnServer(cold, 'long-written');
  const atDesk = await openAtDesk(cold, 'long-written');
  report(
    { name: 'Server memory of an open letter, 5 KB', unit: 'MB', value: memory, goal: { atMost: 1 } },
    {
      name: 'Open a letter of 20,000 steps: the server',
      unit: 'ms',
      value: onServer,
      goal: { atMost: 300 },
      remark: 'fetched, and a seat at it, where nobody has it open',
    },
    {
      name: 'Open a letter of 20,000 steps: at the desk',
      unit: 'ms',
      value: atDesk,
      goal: { atMost: 300 },
      remark: 'from the click in the calendar until it can be typed in',
    },
  );
} finally {
  await cold?.stop();
  await chancery.stop();
}
