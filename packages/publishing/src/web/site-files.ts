import { escapeText } from '@chancery/xml';

/**
 * What search engines ask a site for: that they may read it, and, where the address of the edition is known, all of its
 * pages.
 *
 * @param pages the paths of pages, from the front page
 * @param site where the edition is served, ended by a slash
 */
export function siteFiles(
  pages: readonly string[],
  site: string | undefined,
): readonly (readonly [path: string, content: string])[] {
  const allowed = 'User-agent: *\nAllow: /\n';
  if (site === undefined) return [['robots.txt', allowed]];
  const locations = pages.map((path) => {
    const address = path
      .replace(/index\.html$/, '')
      .split('/')
      .map(encodeURIComponent)
      .join('/');
    return `<url><loc>${escapeText(site + address)}</loc></url>\n`;
  });
  const sitemap = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${locations.join('')}</urlset>\n`;
  return [
    ['robots.txt', `${allowed}Sitemap: ${site}sitemap.xml\n`],
    ['sitemap.xml', sitemap],
  ];
}
