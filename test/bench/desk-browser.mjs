import { chromium } from 'playwright-core';
import { findChromium } from '../support/find-chromium.mjs';

/**
 * A Chromium with a page that is signed in at a running Chancery.
 *
 * @param {{ address: string, cookie: string }} chancery
 * @param {string[]} [flags] of Chromium, beside the usual ones
 */
export async function openDeskBrowser({ address, cookie }, flags = []) {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...flags],
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies(
    cookie.split('; ').map((each) => {
      const [name, ...value] = each.split('=');
      return { name, value: value.join('='), url: address };
    }),
  );
  return { browser, page: await context.newPage() };
}
