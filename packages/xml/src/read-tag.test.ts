import { describe, expect, it } from 'vitest';
import { readTag } from './read-tag.js';

const whole = (source: string) => readTag(source, { start: 0, end: source.length });

describe('readTag', () => {
  it('reads attributes by their quotes', () => {
    const source = `<p key=" n='3' >" n = '2'\n  rend=""/>`;
    const tag = whole(source);
    expect(tag.name).toBe('p');
    expect(tag.selfClosing).toBe(true);
    expect(tag.attributes.map(({ name, value }) => [name, value])).toEqual([
      ['key', " n='3' >"],
      ['n', '2'],
      ['rend', ''],
    ]);
    expect(tag.attributes.map(({ start, end }) => source.slice(start, end))).toEqual([
      `key=" n='3' >"`,
      "n = '2'",
      'rend=""',
    ]);
  });

  it('normalises a value as XML does', () => {
    expect(whole('<a b="1\r\n2\t3&#10;&amp;&own;"/>').attributes[0]?.value).toBe('1 2 3\n&&own;');
  });

  it('reads end tags', () => {
    expect(whole('</persName >')).toMatchObject({ name: 'persName', attributes: [], selfClosing: false });
  });
});
