import { decodeReferences, escapeAttribute, escapeText } from '@chancery/xml';
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
    const related =
      index === 0 && changes
        ? `<summary>${escapeText(changes.label)}</summary>${link(site + changes.folder, ' rel="related"')}`
        : '';
    return `${entryId(site, name)}<title>Release ${escapeText(name)}</title><updated>${firstMoment(date)}</updated>${link(site)}${related}</entry>\n`;
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

/** A release that is no more part of the edition. */
export interface Withdrawal {
  /** `1.2` */
  readonly name: string;
  readonly reason: string;
  /** When it was withdrawn: RFC 3339. */
  readonly at: string;
}

/**
 * A feed of {@link releaseFeed} that says of withdrawn releases that they are. One that it does not know, since it is of a release before,
 * stands first: whoever follows the feed has been told of it.
 *
 * @param withdrawn in the order in which they were released
 */
export function withWithdrawals(feed: string, withdrawn: readonly Withdrawal[]): string {
  const site = decodeReferences(/<id>([^<]*)<\/id>/.exec(feed)?.[1] ?? '');
  let told = feed;
  for (const { name, reason, at } of withdrawn) {
    const begin = entryId(site, name);
    const address = `${site}r/${encodeURIComponent(name)}/`;
    const entry = `${begin}<title>Release ${escapeText(name)} (withdrawn)</title><updated>${at}</updated>${link(address)}<summary>Withdrawn: ${escapeText(reason)}</summary></entry>\n`;
    const from = told.indexOf(begin);
    const before = from < 0 ? told.indexOf('\n<entry>') + 1 : from;
    const behind = from < 0 ? before : told.indexOf('</entry>\n', from) + '</entry>\n'.length;
    told = told.slice(0, before) + entry + told.slice(behind);
  }
  const [whole = '', begun = '', last = ''] = /^(.*?<updated>)([^<]*)/s.exec(told) ?? [];
  const latest = [last, ...withdrawn.map(({ at }) => at)].sort().at(-1) ?? last;
  return begun + latest + told.slice(whole.length);
}

function entryId(site: string, name: string): string {
  return `<entry><id>${escapeText(`${site}#release-${encodeURIComponent(name)}`)}</id>`;
}

function link(to: string, more = ''): string {
  return `<link${more} href="${escapeAttribute(to)}"/>`;
}
