import { attributeValue, childElements, parseTree, type XmlElement } from '@chancery/xml';
import { expect, it } from 'vitest';
import { releaseFeed, withWithdrawals } from './release-feed.js';

it('tells of each release, the newest first, whatever it is called', () => {
  const feed = releaseFeed(
    { title: 'Letters & <papers>', editors: ['E. Ditor'] },
    [
      { name: '1.0', date: '2025' },
      { name: '1.1 <beta> & "more"', date: '2026-11-28' },
    ],
    'https://x.example/a/',
  );
  expect(parseTree(feed).localName).toBe('feed');
  expect(feed.match(/<title>[^<]*/g)).toEqual([
    '<title>Letters &amp; &lt;papers&gt;',
    '<title>Release 1.1 &lt;beta&gt; &amp; "more"',
    '<title>Release 1.0',
  ]);
  expect(feed.match(/<updated>[^<]*/g)).toEqual([
    '<updated>2026-11-28T00:00:00Z',
    '<updated>2026-11-28T00:00:00Z',
    '<updated>2025-01-01T00:00:00Z',
  ]);
  expect(feed.match(/<id>[^<]*/g)).toEqual([
    '<id>https://x.example/a/',
    '<id>https://x.example/a/#release-1.1%20%3Cbeta%3E%20%26%20%22more%22',
    '<id>https://x.example/a/#release-1.0',
  ]);
  expect(feed).toContain('<link rel="self" href="https://x.example/a/feed.xml"/>');
});

it('has what a feed and its entries must have, each as often as it may stand there (RFC 4287, 4.1)', () => {
  const releases = ['1.0', '1.1'].map((name, index) => ({ name, date: `2026-0${index + 1}` }));
  const changes = { folder: 'changes/', label: 'Changes since release 1.0' };
  const root = parseTree(
    releaseFeed({ title: 'Letters', editors: [] }, releases, 'https://x.example/', changes),
  );
  expect(root.namespace).toBe('http://www.w3.org/2005/Atom');
  const named = (within: XmlElement, name: string) =>
    childElements(within).filter(({ localName }) => localName === name);
  const links = (within: XmlElement, rel: string) =>
    named(within, 'link').filter((link) => (attributeValue(link, 'rel') ?? 'alternate') === rel);
  const entries = named(root, 'entry');
  expect(entries).toHaveLength(2);
  expect(named(root, 'author').map((author) => named(author, 'name').length)).toEqual([1]);
  expect(links(root, 'self')).toHaveLength(1);
  const words = (each: XmlElement | undefined) =>
    each?.children.map((child) => (child.type === 'text' ? child.value : '')).join('') ?? '';
  for (const each of [root, ...entries]) {
    for (const name of ['id', 'title', 'updated'])
      expect(named(each, name).map(words), name).toEqual([expect.stringMatching(/./)]);
    expect(words(named(each, 'updated')[0])).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(URL.canParse(words(named(each, 'id')[0]))).toBe(true);
    // An entry without content leads to what it tells of.
    expect(links(each, 'alternate')).toHaveLength(1);
    expect(named(each, 'summary').length).toBeLessThanOrEqual(1);
  }
  expect(new Set(entries.map((entry) => words(named(entry, 'id')[0]))).size).toBe(2);
});

it('tells of releases that were withdrawn, of those too that came out after it', () => {
  const releases = ['1.0', '1.1'].map((name, index) => ({ name, date: `2026-0${index + 1}` }));
  const changes = { folder: 'changes/', label: 'Changes since release 1.0' };
  const site = 'https://x.example/a&b/';
  const feed = releaseFeed({ title: 'Letters', editors: [] }, releases, site, changes);
  const reason = 'A <letter> was not by $& her.';
  const told = withWithdrawals(feed, [
    { name: '1.1', reason, at: '2026-11-28T10:00:00Z' },
    { name: '2.0', reason: 'Too early.', at: '2026-11-29T10:00:00Z' },
  ]);
  const entries = childElements(parseTree(told)).filter(({ localName }) => localName === 'entry');
  expect(
    entries.map((entry) => told.slice(entry.start, entry.end).replaceAll(/<id>[^<]*<\/id>/g, '')),
  ).toEqual([
    '<entry><title>Release 2.0 (withdrawn)</title><updated>2026-11-29T10:00:00Z</updated><link href="https://x.example/a&amp;b/r/2.0/"/><summary>Withdrawn: Too early.</summary></entry>',
    '<entry><title>Release 1.1 (withdrawn)</title><updated>2026-11-28T10:00:00Z</updated><link href="https://x.example/a&amp;b/r/1.1/"/><summary>Withdrawn: A &lt;letter&gt; was not by $&amp; her.</summary></entry>',
    '<entry><title>Release 1.0</title><updated>2026-01-01T00:00:00Z</updated><link href="https://x.example/a&amp;b/"/></entry>',
  ]);
  expect(/<updated>([^<]*)/.exec(told)?.[1]).toBe('2026-11-29T10:00:00Z');
  expect(told.match(/<id>[^<]*#release-1\.1</g)).toHaveLength(1);
  expect(withWithdrawals(feed, [])).toBe(feed);
});
