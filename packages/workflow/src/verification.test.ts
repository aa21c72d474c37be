import { expect, test } from 'vitest';
import { readersOf, readingWords, tandemReadings } from './verification.js';

test('a reading in tandem counts for two when both have signed it', () => {
  const reading = { by: 'bob', partner: 'ada', method: 'tandem', stage: 'second-proof' } as const;
  expect([...readersOf([{ ...reading, unsigned: true }])]).toEqual(['bob']);
  expect(tandemReadings([{ ...reading, unsigned: true }])).toBe(0);
  expect([...readersOf([reading])]).toEqual(['bob', 'ada']);
  expect(tandemReadings([reading])).toBe(1);
});

test('a reading in words', () => {
  const reading = { method: 'tandem', copy: 'photocopy', stage: 'first-proof', changes: '' };
  expect(readingWords(reading)).toBe('Read in tandem against a photocopy (first proof).');
  expect(
    readingWords({ ...reading, method: 'single', copy: 'original', changes: 'Two commas put in.' }),
  ).toBe('Read by one person against the original (first proof): Two commas put in.');
  expect(readingWords({ method: 'by machine', copy: 'tape', stage: 'third-proof', changes: '' })).toBe(
    'Read by machine against tape (third-proof).',
  );
});

test('who has read, and how often by two at once', () => {
  const readings = [
    { by: 'ada', method: 'single', stage: 'first-proof' },
    { by: 'bob', partner: 'ada', method: 'tandem', stage: 'second-proof' },
  ] as const;
  expect([...readersOf(readings)]).toEqual(['ada', 'bob']);
  expect(tandemReadings(readings)).toBe(1);
});
