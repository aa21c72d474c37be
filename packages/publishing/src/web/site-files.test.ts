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

it('lists more pages than one sitemap may in several, each page once, and these in the first', () => {
  const pages = Array.from({ length: 5 }, (_, index) => `letters/${index}/index.html`);
  const files = new Map(siteFiles(pages, 'https://x.example/', 2));
  const locations = (path: string) =>
    Array.from(
      String(files.get(path)).matchAll(/<loc>https:\/\/x\.example\/([^<]*)<\/loc>/g),
      ([, at = '']) => at,
    );
  const parts = locations('sitemap.xml');
  expect(files.get('sitemap.xml')).toContain(
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
  );
  expect(parts).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml']);
  expect(parts.flatMap(locations)).toEqual(pages.map((path) => path.replace('index.html', '')));
});
