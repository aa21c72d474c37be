import type { PrintedDoubt } from '@chancery/server/api';
import { expect, test } from 'vitest';
import { beginningOf, decidedWords, decisionOf, endOf, heldChoice } from './doubt-words.js';

const lost: PrintedDoubt = {
  id: 'number-lost@1',
  code: 'number-lost',
  line: 7,
  source: 'AIDE-MEMOIRE',
  before: [],
  after: [],
  proposal: { choice: 'supply', words: 'No. [5]' },
  alternatives: [{ choice: 'exclude', words: 'left out' }],
  value: '5',
  valueCalled: 'a number',
  why: '',
  isOpen: false,
};

test.each([
  [{ choice: 'supply', value: '5' }, 'supply', 'No. [5]'],
  [{ choice: 'supply' }, 'supply', 'No. [5]'],
  [{ choice: 'supply', value: '9' }, undefined, '9'],
  [{ value: '9' }, undefined, '9'],
  [{ choice: 'exclude', value: 'a heading' }, 'exclude', 'left out: a heading'],
])('what was decided is said as it holds: %j', (decided, held, words) => {
  const doubt = { ...lost, decided: { id: lost.id, ...decided } };
  expect(heldChoice(doubt)).toBe(held);
  expect(decidedWords(doubt)).toBe(words);
});

test('a reason is given where words are left out, and not with another answer', () => {
  const stray: PrintedDoubt = {
    ...lost,
    proposal: { choice: 'note', words: 'note 4 of the volume' },
    alternatives: [{ choice: 'exclude', words: 'left out' }],
    value: '',
  };
  const { id } = stray;
  expect(decisionOf(stray, 'exclude', ' Printed twice. ')).toEqual({
    id,
    choice: 'exclude',
    value: 'Printed twice.',
  });
  expect(decisionOf(stray, 'note', 'Printed twice.')).toEqual({ id, choice: 'note' });
  const dated = { ...lost, alternatives: [] };
  expect(decisionOf(dated, 'supply', '9')).toEqual({ id, choice: 'supply', value: '9' });
  const { value: _, ...plain } = dated;
  expect(decisionOf(plain, 'supply', '9')).toEqual({ id, choice: 'supply' });
});

test('long lines beside it are cut between words, on the side that lies far off', () => {
  const long = Array.from({ length: 90 }, (_, at) => `word${at}`).join(' ');
  expect(endOf(long)).toMatch(/^… word\d+ .* word89$/);
  expect(beginningOf(long)).toMatch(/^word0 .* word\d+ …$/);
  expect(long).toContain(beginningOf(long).slice(0, -2));
  expect(endOf('short')).toBe('short');
});
