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

const { doc } = openLetter(long.source);
const at = textPosition(doc);
const below = wordsBehind(at);

/** The first words of the paragraph behind a position. */
function wordsBehind(position) {
  let words;
  doc.descendants((node, pos) => {
    if (node.isTextblock && pos > position) words ??= node.textContent.slice(0, 40);
    return words === undefined;
  });
  return words;
}

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

/** Where a person types: behind the place where the others do, so that what they count from does not move. */
const places = {
  /** In the paragraph below theirs, in view with what they type. */
  middle: (page) =>
    page.locator('[role="textbox"].letter [data-tei="p"]', { hasText: below }).first().click(),
  /** At the letter's end: at each key the browser goes through all the text before the caret. */
  end: async (page) => {
    await page.locator('[role="textbox"].letter').focus();
    await page.keyboard.press('Control+End');
  },
};

/** Types at a place, and gives the times of the keys, the shortest first. */
async function typeAt(place, page) {
  await page.evaluate(watchKeys);
  await place(page);
  await page.keyboard.type('words '.repeat(Math.ceil(keys / 6)), { delay: betweenKeys.own });
  const times = (await page.evaluate(() => globalThis.keyTimes)).sort((one, other) => one - other);
  if (times.length < keys / 2) throw new Error(`Only ${times.length} keys were seen.`);
  return times;
}

/** The same page with the same letter in it, in which the browser itself takes what is typed and nobody else writes. */
async function openWithoutProgram(page) {
  const html = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    for (const program of copy.querySelectorAll('script, link[rel="modulepreload"]')) program.remove();
    return copy.outerHTML;
  });
  const still = `${chancery.address}/without-program`;
  await page.route(still, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html>${html}` }),
  );
  await page.goto(still);
}

const chancery = await startChancery();
// Frames are made when there is something to show: what is measured is the work, and not the wait for the screen.
const { browser, page } = await openDeskBrowser(chancery, [
  '--disable-frame-rate-limit',
  '--disable-gpu-vsync',
]);

/** Opens the letter in the desk. */
async function openInDesk(page) {
  await page.goto(`${chancery.address}/letters/letter-1`);
  await page.locator('[role="textbox"][aria-readonly="false"].letter').waitFor();
}

/** Types at a place of the open page while the others write in the letter, on the same computer. */
async function typeWithOthers(name, page) {
  const typists = await Promise.all(
    Array.from({ length: others }, (_, n) =>
      openTypist({ ...chancery, letter: 'letter-1', client: `other-${n}-${crypto.randomUUID()}`, at }),
    ),
  );
  let typing = true;
  const typed = typists.map(async ({ type }, n) => {
    await pause((betweenKeys.others / others) * n);
    for (; typing; await pause(betweenKeys.others)) await type();
  });
  const times = await typeAt(places[name], page);
  typing = false;
  await Promise.all(typed);
  for (const { close } of typists) close();
  return times;
}

try {
  await importLong(chancery);
  // The others, the server and the database want the processor, too: the peer shares it with them, and shows nothing of theirs.
  const beside = (value) => ({ peer: { name: 'the browser alone', value } });
  for (const [name, place] of Object.entries(places)) {
    await openInDesk(page);
    const times = await typeWithOthers(name, page);
    await openWithoutProgram(page);
    const bare = await typeWithOthers(name, page);
    const still = await typeAt(place, page);
    const remark =
      `at the ${name}; ${others} others type four keys a second each. The browser alone, when nobody else does: ` +
      `${quantile(still, 0.95).toFixed(1)} ms, median ${median(still).toFixed(1)} ms`;
    report(
      {
        name: `Key to paint, 200 KB, others typing, ${name}: 95 of 100`,
        unit: 'ms',
        value: quantile(times, 0.95),
        p99: quantile(times, 0.99),
        goal: { atMost: 16 },
        ...beside(quantile(bare, 0.95)),
        remark,
      },
      {
        name: `Key to paint, 200 KB, others typing, ${name}: median`,
        unit: 'ms',
        value: median(times),
        ...beside(median(bare)),
        remark,
      },
    );
  }
} finally {
  await browser.close();
  await chancery.stop();
}
