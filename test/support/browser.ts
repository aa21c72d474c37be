import { type Browser, chromium } from 'playwright-core';
import { findHeadlessChromium } from './find-chromium.mjs';

/** A headless Chromium that opens no connection of its own. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findHeadlessChromium(),
    args: [
      // As root, and in most containers, Chromium cannot set up its own sandbox.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
