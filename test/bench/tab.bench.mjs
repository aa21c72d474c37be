import { openDeskBrowser } from './desk-browser.mjs';
import { importLong } from './import-long.mjs';
import { report } from './report.mjs';
import { startChancery } from './running-server.mjs';
import { median } from './timing.mjs';

/** The live heap of a page and of its workers, in bytes, after collecting what is not needed. */
async function heap(browser, page) {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const url = page.url();
  let bytes = 0;
  let workers = 0;
  for (const { targetId, type, url: at } of targetInfos) {
    if (!(type === 'page' && at === url) && type !== 'worker') continue;
    if (type === 'worker') workers += 1;
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    const ask = (id, method) =>
      new Promise((resolve) => {
        const listen = ({ sessionId: from, message }) => {
          const answer = JSON.parse(message);
          if (from !== sessionId || answer.id !== id) return;
          session.off('Target.receivedMessageFromTarget', listen);
          resolve(answer.result);
        };
        session.on('Target.receivedMessageFromTarget', listen);
        void session.send('Target.sendMessageToTarget', {
          sessionId,
          message: JSON.stringify({ id, method }),
        });
      });
    await ask(1, 'HeapProfiler.collectGarbage');
    const {
      usedSize,
      embedderHeapUsedSize = 0,
      backingStorageSize = 0,
    } = await ask(2, 'Runtime.getHeapUsage');
    bytes += usedSize + embedderHeapUsedSize + backingStorageSize;
  }
  if (workers === 0) throw new Error('The worker that makes the findings was not found.');
  return bytes;
}

/** The longest time without a frame in the two seconds in which the findings are made and shown, in milliseconds. */
function longestWait() {
  return new Promise((resolve) => {
    const began = performance.now();
    let last = began;
    let longest = 0;
    const frame = (now) => {
      longest = Math.max(longest, now - last);
      last = now;
      if (now - began < 2_000) requestAnimationFrame(frame);
      else resolve(longest);
    };
    requestAnimationFrame(frame);
  });
}

const chancery = await startChancery();
const { browser, page } = await openDeskBrowser(chancery);
try {
  await importLong(chancery);
  const opening = performance.now();
  await page.goto(`${chancery.address}/letters/letter-1`);
  await page.locator('[role="textbox"][aria-readonly="false"].letter').waitFor();
  const opened = performance.now() - opening;
  await page.getByRole('tab', { name: /^Findings/ }).click();
  await page
    .getByRole('heading', { name: /findings|error|warning/i })
    .first()
    .waitFor();
  await page.locator('.letter p, .letter [data-tei="p"]').first().click();
  const waits = [];
  for (let round = 0; round < 5; round += 1) {
    await page.keyboard.type('word ', { delay: 60 });
    waits.push(await page.evaluate(longestWait));
  }
  await page.locator('[data-save-state="saved"]').waitFor();
  report(
    { name: 'Open a 200 KB letter at the desk, until it can be typed in', unit: 'ms', value: opened },
    {
      name: 'Longest wait for a frame while findings are made, 200 KB',
      unit: 'ms',
      value: median(waits.sort((one, two) => one - two)),
      remark: 'a frame is due every 16.7 ms',
    },
    {
      name: 'Memory of a tab with a 200 KB letter open',
      unit: 'MB',
      value: (await heap(browser, page)) / 1e6,
      goal: { atMost: 60 },
    },
  );
} finally {
  await browser.close();
  await chancery.stop();
}
