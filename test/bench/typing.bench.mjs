import { setTimeout as pause } from 'node:timers/promises';
import { openLetter } from '@chancery/prosemirror-tei';
import { openDeskBrowser } from './desk-browser.mjs';
import { importLong, long } from './import-long.mjs';
import { textPosition } from './keystroke.mjs';
import { openTypist } from './live-typist.mjs';
import { report } from './report.mjs';
import { startChancery } from './running-server.mjs';
import { median, quantile } from './timing.mjs';

const others = 5;
/** The time between two keys of each of them, and of the person at the desk, in milliseconds. */
const betweenKeys = { others: 250, own: 110 };
const keys = 400;

/** Keeps, for each key, the time from the key until what it changed was on the screen. */
function watchKeys() {
  globalThis.keyTimes = [];
  const { port1, port2 } = new MessageChannel();
  let pressed;
  port1.onmessage = () => {
    if (pressed !== undefined) globalThis.keyTimes.push(performance.now() - pressed);
    pressed = undefined;
  };
  addEventListener(
    'keydown',
    (event) => {
      pressed = event.timeStamp;
      // The message comes when the frame has been laid out and painted.
      requestAnimationFrame(() => port2.postMessage(undefined));
    },
    true,
  );
}

const chancery = await startChancery();
// Frames are made when there is something to show: what is measured is the work, and not the wait for the screen.
const { browser, page } = await openDeskBrowser(chancery, [
  '--disable-frame-rate-limit',
  '--disable-gpu-vsync',
]);
try {
  await importLong(chancery);
  await page.goto(`${chancery.address}/letters/letter-1`);
  await page.locator('[role="textbox"][aria-readonly="false"].letter').waitFor();
  await page.evaluate(watchKeys);
  const at = textPosition(openLetter(long.source).doc);
  const typists = await Promise.all(
    Array.from({ length: others }, (_, n) =>
      openTypist({ ...chancery, letter: 'letter-1', client: `other-${n}`, at }),
    ),
  );
  let typing = true;
  const typed = typists.map(async ({ type }, n) => {
    await pause((betweenKeys.others / others) * n);
    for (; typing; await pause(betweenKeys.others)) await type();
  });
  // Behind the place where the others type: what they count from must not move.
  await page.locator('[role="textbox"].letter').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('words '.repeat(Math.ceil(keys / 6)), { delay: betweenKeys.own });
  typing = false;
  await Promise.all(typed);
  for (const { close } of typists) close();
  const times = (await page.evaluate(() => globalThis.keyTimes)).sort((one, other) => one - other);
  if (times.length < keys / 2) throw new Error(`Only ${times.length} keys were seen.`);
  const remark = `${others} others type four keys a second each`;
  report(
    {
      name: 'Key to paint, 200 KB, others typing: 95 of 100',
      unit: 'ms',
      value: quantile(times, 0.95),
      p99: quantile(times, 0.99),
      goal: { atMost: 16 },
      remark,
    },
    { name: 'Key to paint, 200 KB, others typing: median', unit: 'ms', value: median(times), remark },
  );
} finally {
  await browser.close();
  await chancery.stop();
}
