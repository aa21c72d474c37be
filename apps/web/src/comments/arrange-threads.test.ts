import type { ThreadAnswer } from '@chancery/server/api';
import { describe, expect, it } from 'vitest';
import { arrangeThreads, isShown, threadFilters } from './arrange-threads.js';

function thread(id: string, more: Partial<ThreadAnswer> = {}): ThreadAnswer {
  return {
    id,
    subject: { kind: 'text', id: null },
    anchor: { from: 5, text: 'word', before: '', after: '' },
    version: 0,
    words: 'word',
    createdById: 'ada',
    createdAt: '2026-11-28T10:00:00Z',
    resolved: null,
    comments: [],
    ...more,
  };
}

describe('arrangeThreads', () => {
  it('puts threads in the order of their places on the screen, and apart those whose words are gone', () => {
    const gone = { text: 'word', by: 'a', size: 4, offset: 0 };
    const { placed, orphaned, beside } = arrangeThreads(
      [
        thread('a'),
        thread('b'),
        thread('c', { anchor: null }),
        thread('d', { anchor: { from: 1, text: '', before: '', after: '', gone } }),
      ],
      new Map([['b', { from: 2, text: 'word', before: '', after: '' }]]),
    );
    expect(placed.map(({ thread: { id }, from, to }) => [id, from, to])).toEqual([
      ['b', 2, 6],
      ['a', 5, 9],
    ]);
    expect(orphaned.map(({ thread: { id } }) => id)).toEqual(['d']);
    expect(beside.map(({ thread: { id } }) => id)).toEqual(['c']);
  });
});

describe('isShown', () => {
  const said = (authorId: string, body = '') => ({
    id: 'x',
    authorId,
    body,
    createdAt: '',
    editedAt: null,
    takenBack: false,
  });
  it.each([
    ['begun by oneself', thread('a', { createdById: 'me' }), ['open', 'mine']],
    ['of others', thread('a', { comments: [said('ada')] }), ['open']],
    ['answered by oneself', thread('a', { comments: [said('ada'), said('me')] }), ['open', 'mine']],
    [
      'in which one is mentioned',
      thread('a', { comments: [said('ada', 'Is it, @[me]?')] }),
      ['open', 'mine'],
    ],
    ['resolved', thread('a', { resolved: { byId: 'ada', at: '' } }), ['resolved']],
  ])('shows a thread %s', (_, shown, filters) => {
    expect(threadFilters.filter((filter) => isShown(shown, filter, 'me'))).toEqual(filters);
  });
});
