import type { InboxItem } from '@chancery/server/api';
import { describe, expect, it } from 'vitest';
import { groupInbox, inboxHeading, inboxWords } from './inbox-words.js';

function item(id: string, letterId: string | null, unread: boolean): InboxItem {
  const letter =
    letterId === null
      ? null
      : { id: letterId, editionId: 'volume-two', edition: '', number: null, title: supplied('') };
  return { id, kind: 'mentioned', by: 'Ada', at: '', unread, letter, thread: null, ...plain, excerpt: '' };
}

const plain = { sign: null, note: null, stage: null, dueOn: null, count: 1 };
const supplied = (text: string) => ({ text, supplied: true });

describe('inboxWords', () => {
  it.each([
    ['mentioned', 'Ada', 'Ada mentioned you'],
    ['answered', 'Ada', 'Ada answered in a thread you wrote in'],
    ['commented', 'Ada', 'Ada commented on a suggestion of yours'],
    ['resolved', 'Ada', 'Ada resolved a thread of yours'],
    ['reopened', null, 'Somebody opened a thread of yours again'],
    ['of-another-release', 'Ada', 'Ada did something that concerns you'],
    ['of-another-release', null, 'Something concerns you'],
  ])('says of %s by %s: %s', (kind, by, words) => {
    expect(inboxWords({ kind, by, ...plain })).toBe(words);
  });

  it('says of a comment what it is on', () => {
    expect(inboxWords({ ...plain, kind: 'commented', by: 'Ada', note: 'note-1' })).toBe(
      'Ada commented on a note of yours',
    );
  });

  it('says of a letter that comes to one for what, and by when', () => {
    const come = { by: 'Ada', note: null, stage: 'first-proof', dueOn: '2025-05-12', count: 1 } as const;
    expect(inboxWords({ ...come, kind: 'assigned' })).toBe(
      'Ada assigned you the letter for first proof, overdue since 12 May 2025',
    );
    expect(inboxWords({ ...come, kind: 'assigned', stage: null, dueOn: null, count: 12 })).toBe(
      'Ada assigned you 12 letters',
    );
    expect(inboxWords({ ...come, kind: 'handed-on' })).toBe(
      'Ada passed the letter on to you for first proof',
    );
    expect(inboxWords({ ...come, kind: 'returned' })).toBe('Ada returned the letter to first proof');
    expect(inboxWords({ ...come, kind: 'to-sign' })).toBe(
      'Ada asks you to sign the tandem reading of the first proof',
    );
  });
});

describe('inboxHeading', () => {
  it('shows what was supplied', () => {
    const letter = {
      id: '',
      editionId: 'volume-two',
      edition: '',
      number: supplied('6'),
      title: supplied('STALIN TO ROOSEVELT'),
    };
    expect(inboxHeading(letter)).toBe('No. [6]. Stalin to Roosevelt*');
    expect(inboxHeading({ ...letter, number: null, title: { text: 'Front', supplied: false } })).toBe(
      'Front',
    );
  });
});

describe('groupInbox', () => {
  it('keeps what is unread apart, and first', () => {
    const lines = [item('1', 'a', true), item('2', 'b', true), item('3', 'a', true), item('4', 'a', false)];
    const groups = groupInbox([...lines, item('5', null, false)]);
    expect(groups.map(({ letter, items }) => [letter?.id, items.map(({ id }) => id).join('')])).toEqual([
      ['a', '13'],
      ['b', '2'],
      ['a', '4'],
      [undefined, '5'],
    ]);
  });
});
