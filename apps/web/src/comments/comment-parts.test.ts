import { describe, expect, it } from 'vitest';
import { commentParts, fromBody, toBody } from './comment-parts.js';

const ada = { id: 'a-1', name: 'Ada' };
const adaKing = { id: 'a-2', name: 'Ada King' };
const people = [ada, adaKing];

describe('commentParts', () => {
  it('finds people and addresses in plain text', () => {
    expect(commentParts('@[a-2]: see https://tei-c.org/x?y=1#z. Yes?', people)).toEqual([
      { kind: 'mention', id: 'a-2', name: 'Ada King' },
      { kind: 'text', text: ': see ' },
      { kind: 'link', href: 'https://tei-c.org/x?y=1#z' },
      { kind: 'text', text: '. Yes?' },
    ]);
  });

  it.each([
    '<b>bold</b> &amp;',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'mail@example.org',
    '@[]',
    '',
  ])('leaves %j as it is', (text) => {
    expect(commentParts(text, people)).toEqual(text === '' ? [] : [{ kind: 'text', text }]);
  });

  it('does not take for a link what is no address', () => {
    const parts = commentParts('https://[ and (http://example.org/a)', people);
    expect(parts.filter(({ kind }) => kind === 'link')).toEqual([
      { kind: 'link', href: 'http://example.org/a' },
    ]);
    expect(parts.map((part) => ('text' in part ? part.text : 'href' in part ? part.href : '')).join('')).toBe(
      'https://[ and (http://example.org/a)',
    );
  });

  it('names somebody who is gone', () => {
    expect(commentParts('@[x]', people)).toEqual([{ kind: 'mention', id: 'x', name: 'somebody' }]);
  });
});

describe('toBody', () => {
  it('is the way back of fromBody', () => {
    const body = '@[a-2] and @[a-1], and @[a-2] again https://x.org/@[a-1]';
    const { text, mentioned } = fromBody(body, people);
    expect(text).toBe('@Ada King and @Ada, and @Ada King again https://x.org/@[a-1]');
    expect(toBody(text, mentioned)).toBe(body);
  });

  it('mentions only whom somebody has chosen', () => {
    expect(toBody('@Ada and @Ada King', [ada])).toBe('@[a-1] and @[a-1] King');
    expect(toBody('@Ada', [])).toBe('@Ada');
  });
});
