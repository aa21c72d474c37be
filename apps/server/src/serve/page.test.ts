import { expect, test } from 'vitest';
import { page } from './page.js';

test('a page of the server’s own has a main part, and links that are seen on a dark ground too', async () => {
  const html = await page('Nothing <here>', [['See ', { words: 'the desk', to: '/' }, '.']], 404).text();
  expect(html).toMatch(
    /<main>\s*<h1>Nothing &lt;here&gt;<\/h1>\s*<p>See <a href="\/">the desk<\/a>\.<\/p>\s*<\/main>/,
  );
  expect(html).toContain('a { color: inherit }');
});
