import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.js';
import { type RunningChancery, type Settings, startChancery } from './chancery.js';
import { signIn } from './desk.js';

/**
 * Runs the tests of a file at one desk: before them a Chancery is started and its chief editor signed in, behind them both
 * are stopped.
 *
 * @param settings further variables of its environment
 */
export function atDesk(
  opened: (chancery: RunningChancery, page: Page) => void,
  settings: Settings = {},
): void {
  const running: { stop(): Promise<unknown> }[] = [];
  beforeAll(async () => {
    const [chancery, browser] = await Promise.all([startChancery({ settings }), openBrowser()]);
    running.push({ stop: () => browser.close() }, chancery);
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await signIn(page, chancery);
    opened(chancery, page);
  });
  afterAll(async () => {
    for (const each of running) await each.stop();
  });
}
