import { expect, test } from 'vitest';
import { calledNow, calledWords, documentWords, doneWords } from './note-words.js';

const called = (...texts: string[]) =>
  texts.map((text) => ({ letterId: text, number: { text, supplied: text > '4' }, title: '' }));

test('a note says how often it is called, and where', () => {
  expect(calledWords({ callouts: 0, calledIn: [] })).toBe('Not called anywhere');
  expect(calledWords({ callouts: 1, calledIn: called('1') })).toBe('Called once: No. 1');
  expect(calledWords({ callouts: 2, calledIn: called('2', '3') })).toBe('Called twice: Nos. 2, 3');
  expect(calledWords({ callouts: 3, calledIn: called('4', '5') })).toBe('Called 3 times: Nos. 4, [5]');
  expect(calledWords({ callouts: 1, calledIn: [{ letterId: 'f', number: null, title: 'Foreword' }] })).toBe(
    'Called once',
  );
  expect(documentWords({ number: null, title: 'Foreword' })).toBe('Foreword');
});

test('a callout that was just made or deleted counts at once', () => {
  const at = { where: '', before: '', after: '', read: false, number: null, title: '' };
  const note = { callouts: 1, calledIn: called('3'), where: [{ ...at, key: 'a', letterId: '3' }] };
  const words = (letterId: string, callouts: number) =>
    calledWords(
      calledNow(note, { letterId, number: { text: letterId, supplied: false }, title: '', callouts }),
    );
  expect(words('2', 1)).toBe('Called twice: Nos. 2, 3');
  expect(words('3', 2)).toBe('Called twice: No. 3');
  expect(words('3', 0)).toBe('Not called anywhere');
});

test('an approval says what was not read', () => {
  const entry = { id: '', by: null, at: '', version: 3, text: '', takenBack: false };
  expect(doneWords({ ...entry, kind: 'approve', unread: 1 })).toBe('Approved; 1 callout not read in context');
  expect(doneWords({ ...entry, kind: 'approve', unread: 0 })).toBe('Approved');
  expect(doneWords({ ...entry, kind: 'wording', unread: 0 })).toBe('Version 3');
});
