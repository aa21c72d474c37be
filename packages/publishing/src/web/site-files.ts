import { escapeText } from '@chancery/xml';

/** A sitemap lists no more addresses than that (sitemaps.org, “Sitemap file location”). */
const mostAddresses = 50_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * What search engines ask a site for: that they may read it, and, where the address of the edition is known, all of its
 * pages. An edition of more pages than one sitemap may list has several, and `sitemap.xml` lists these.
 *
 * @param pages the paths of pages, from the front page
 * @param site where the edition is served, ended by a slash
 * @param most how many addresses a sitemap lists at most
 */
export function siteFiles(
  pages: readonly string[],
  site: string | undefined,
  most: number = mostAddresses,
): readonly (readonly [path: string, content: string])[] {
  const allowed = 'User-agent: *\nAllow: /\n';
  if (site === undefined) return [['robots.txt', allowed]];
  const addresses = pages.map((path) => {
    const address = path
      .replace(/index\.html$/, '')
      .split('/')
      .map(encodeURIComponent);
    return site + address.join('/');
  });
  const robots = ['robots.txt', `${allowed}Sitemap: ${site}sitemap.xml\n`] as const;
  if (addresses.length <= most) return [robots, ['sitemap.xml', listed('urlset', 'url', addresses)]];
  const parts = Array.from({ length: Math.ceil(addresses.length / most) }, (_, index) => {
    const content = listed('urlset', 'url', addresses.slice(index * most, (index + 1) * most));
    return [`sitemap-${index + 1}.xml`, content] as const;
  });
  const index = listed(
    'sitemapindex',
    'sitemap',
    parts.map(([path]) => site + path),
  );
  return [robots, ['sitemap.xml', index], ...parts];
}

function listed(root: string, item: string, addresses: readonly string[]): string {
  const items = addresses.map((address) => `<${item}><loc>${escapeText(address)}</loc></${item}>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${namespace}">\n${items.join('')}</${root}>\n`;
}
