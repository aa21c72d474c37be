import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lex } from './lex.js';

const rejoin = (source: string) =>
  lex(source)
    .map(({ start, end }) => source.slice(start, end))
    .join('');

describe('lex', () => {
  it('names what it cuts', () => {
    const source =
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "]>">]><?p?><a b=">"><!-- < --><c/>x &b;<![CDATA[<]]></a>';
    expect(lex(source).map(({ kind }) => kind)).toEqual([
      'declaration',
      'doctype',
      'pi',
      'open',
      'comment',
      'empty',
      'text',
      'cdata',
      'close',
    ]);
    expect(rejoin(source)).toBe(source);
  });

  it.each([
    '<a',
    '<a b="',
    '<!-- ',
    '<!x>',
    '<',
    '</a',
    '<a <b/>',
    '<![CDATA[ x',
    '<?pi',
    '<!DOCTYPE a [',
    '<!DOCTYPE "',
  ])('carries what never ends: %s', (source) => {
    expect(lex(`<r>${source}`).some(({ kind }) => kind === 'malformed')).toBe(true);
    expect(rejoin(`<r>${source}`)).toBe(`<r>${source}`);
  });

  it('rejoins any string to itself', () => {
    const pieces = [
      '<',
      '>',
      '/',
      '"',
      "'",
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '<!DOCTYPE',
      '[',
      ']',
      '&',
      ' ',
      '\n',
      'a',
      '𐀀',
      '=',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' }))), (parts) => {
        const source = parts.join('');
        expect(rejoin(source)).toBe(source);
      }),
      { numRuns: 500 },
    );
  });
});
