import { describe, expect, it } from 'vitest';
import { fromEdtf, ImpossibleDate, isAfter, toEdtf } from './edtf.js';

describe('EDTF', () => {
  it.each([
    ['1941-08-04', { when: '1941-08-04' }],
    ['1941-08', { when: '1941-08' }],
    ['1941', { when: '1941' }],
    ['1941-08?', { when: '1941-08', cert: 'low' }],
    ['1941~', { when: '1941', precision: 'low' }],
    ['1941-08-04%', { when: '1941-08-04', cert: 'low', precision: 'low' }],
    ['1941-08-04/1941-08-07', { notBefore: '1941-08-04', notAfter: '1941-08-07', isSpan: true }],
    ['1941-08/..', { notBefore: '1941-08', notAfter: undefined, isSpan: true }],
    ['../1941', { notBefore: undefined, notAfter: '1941', isSpan: true }],
    ['[1942-02..1942-04]', { notBefore: '1942-02', notAfter: '1942-04' }],
    ['[1942-02..]?', { notBefore: '1942-02', notAfter: undefined, cert: 'low' }],
    ['[..1942]', { notBefore: undefined, notAfter: '1942' }],
    ['XXXX', { cert: 'unknown' }],
  ])('%s is %o, and is written so', (written, saying) => {
    expect(fromEdtf(written)).toEqual(saying);
    expect(toEdtf(fromEdtf(written))).toBe(written);
  });

  it.each([
    ['1941-08-XX', { when: '1941-08' }],
    ['1941-XX-XX', { when: '1941' }],
    ['194X', { notBefore: '1940', notAfter: '1949' }],
    ['xxxx-xx-xx', { cert: 'unknown' }],
    [
      ' 1941-08-04?/1941-08-07~ ',
      { notBefore: '1941-08-04', notAfter: '1941-08-07', isSpan: true, cert: 'low', precision: 'low' },
    ],
    ['2000-02-29', { when: '2000-02-29' }],
  ])('%s is read as %o', (written, saying) => {
    expect(fromEdtf(written)).toEqual(saying);
  });

  it.each([
    ['1941-02-30', 'There was no 1941-02-30: that month had 28 days.'],
    ['1900-02-29', 'There was no 1900-02-29: that month had 28 days.'],
    ['1941-13', 'There is no month 13'],
    ['1941-08-07/1941-08-04', '1941-08-07 lies after 1941-08-04. The earlier date comes first.'],
    ['August 4', 'Write a date as 1941-08-04'],
    ['4.8.1941', 'Write a date as 1941-08-04'],
    ['1941/1942/1943', 'Write a date as 1941-08-04'],
    ['../..', 'Write a date as 1941-08-04'],
    ['1941-21', 'There is no month 21'],
    ['', 'Write a date as 1941-08-04'],
  ])('“%s” is refused: %s', (written, why) => {
    expect(() => fromEdtf(written)).toThrow(ImpossibleDate);
    expect(() => fromEdtf(written)).toThrow(why);
  });

  it('writes nothing for a date without a value', () => {
    expect(toEdtf({})).toBe('');
  });

  it('knows which of two is certainly later', () => {
    expect(isAfter('1941-08-05', '1941-08-04')).toBe(true);
    expect(isAfter('1941-08', '1941-08-04')).toBe(false);
    expect(isAfter('1942', '1941-08-04')).toBe(true);
  });
});
