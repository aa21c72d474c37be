import { parseTree } from '@chancery/xml';
import { expect, it } from 'vitest';
import { releaseFeed } from './release-feed.js';

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
