// The README's pictures, taken of the program as it is: `node test/take-pictures.mjs SIGN-IN-LINK`, with the link that
// `npm start` prints. Needs Chromium, and pdftoppm (poppler-utils) for the printed page.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './support/find-chromium.mjs';

const [link] = process.argv.slice(2);
if (!link) throw new Error('Give the sign-in link that npm start prints.');
const pictures = join(import.meta.dirname, 'pictures');
const letter = 'roosevelt-churchill-1941-08-15';

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(link);
await page.getByRole('link', { name: /W\. Churchill to J\. V\. Stalin/i }).click();
await page.getByRole('textbox', { name: /No\. 2/ }).waitFor();
await page.getByRole('tab', { name: /Metadata/ }).click();
await page.getByText('Writers').waitFor();
await page.locator('[data-save-state="saved"]').waitFor();
await page.screenshot({ path: join(pictures, 'desk.png') });

await page.getByRole('link', { name: 'Editions' }).click();
await page.getByRole('button', { name: 'Publish' }).click();
await page.getByRole('link', { name: 'Web edition' }).waitFor({ timeout: 120_000 });
const { origin } = new URL(link);
await page.goto(`${origin}/edition/letters/${letter}/`);
await page.screenshot({ path: join(pictures, 'web.png') });

const folder = mkdtempSync(join(tmpdir(), 'chancery-pictures-'));
const pdf = await page.request.get(`${origin}/edition/volume.pdf`);
writeFileSync(join(folder, 'volume.pdf'), await pdf.body());
execFileSync(
  'pdftoppm',
  ['-r', '110', '-f', '11', '-l', '11', '-singlefile', '-png', 'volume.pdf', 'print'],
  {
    cwd: folder,
  },
);
renameSync(join(folder, 'print.png'), join(pictures, 'print.png'));
rmSync(folder, { recursive: true });
await browser.close();
