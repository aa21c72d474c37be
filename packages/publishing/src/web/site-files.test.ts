import { expect, it } from 'vitest';
import { siteFiles } from './site-files.js';

it('lists all pages at their addresses, where these are known', () => {
  const files = new Map(siteFiles(['letters/ä&b/index.html', 'index.html'], 'https://x.example/?a&b/'));
  expect(files.get('robots.txt')).toBe(
    'User-agent: *\nAllow: /\nSitemap: https://x.example/?a&b/sitemap.xml\n',
  );
  expect(files.get('sitemap.xml')).toContain(
    '<loc>https://x.example/?a&amp;b/letters/%C3%A4%26b/</loc></url>\n<url><loc>https://x.example/?a&amp;b/</loc>',
  );
  expect(siteFiles(['index.html'], undefined)).toEqual([['robots.txt', 'User-agent: *\nAllow: /\n']]);
});
