import { expect, it } from 'vitest';
import { uploadsWords } from './upload-words.js';

const done = { state: { kind: 'done', notice: null } } as const;
const there = { state: { kind: 'there' } } as const;
const failed = { state: { kind: 'failed', why: 'It is empty.' } } as const;

it('counts only what was added as added', () => {
  expect(uploadsWords([done])).toBe('1 file added.');
  expect(uploadsWords([there, there])).toBe('0 files added, 2 there already.');
  expect(uploadsWords([done, there, done, failed])).toBe('2 files added, 1 there already, 1 not added.');
});
