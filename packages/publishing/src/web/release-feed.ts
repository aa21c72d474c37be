import { escapeAttribute, escapeText } from '@chancery/xml';
import { firstMoment } from '../day-of-edition.js';
import type { Release } from '../publication-list.js';

/**
 * The releases of an edition as a feed that readers follow (Atom, RFC 4287), the newest first.
 *
 * @param releases in the order in which they were published, at least one, each with a year, a month or a day
 * @param site where the edition is served, ended by a slash
 * @param changes the page, from the front page, that says what the latest has changed, and what it is called
 */
export function releaseFeed(
  { title, editors }: { readonly title: string; readonly editors: readonly string[] },
  releases: readonly Release[],
  site: string,
  changes?: { readonly folder: string; readonly label: string } | undefined,
): string {
  const entries = releases.toReversed().map(({ name, date }, index) => {
    const link = (to: string, more = '') => `<link${more} href="${escapeAttribute(to)}"/>`;
    const related =
      index === 0 && changes
        ? `<summary>${escapeText(changes.label)}</summary>${link(site + changes.folder, ' rel="related"')}`
        : '';
    const id = `${site}#release-${encodeURIComponent(name)}`;
    return `<entry><id>${escapeText(id)}</id><title>Release ${escapeText(name)}</title><updated>${firstMoment(date)}</updated>${link(site)}${related}</entry>\n`;
  });
  const latest = releases.map(({ date }) => firstMoment(date)).sort();
  const authors = (editors.length > 0 ? editors : [title]).map(
    (name) => `<author><name>${escapeText(name)}</name></author>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${escapeText(site)}</id><title>${escapeText(title)}</title><updated>${latest.at(-1)}</updated>${authors.join('')}<link href="${escapeAttribute(site)}"/><link rel="self" href="${escapeAttribute(`${site}feed.xml`)}"/>
${entries.join('')}</feed>
`;
}
