import { describe, expect, it } from 'vitest';
import { attributeAllows } from './attribute-allows.js';
import type { AttributeType } from './attribute-type.js';

const legal: readonly (readonly [AttributeType, readonly string[], readonly string[]])[] = [
  ['ID', ['no-1', 'é', '_a.b'], ['1', 'a b', '', 'a:b']],
  ['teidata.certainty', ['high', 'unknown', '0', '1', '0.5'], ['sure', '2', '']],
  ['teidata.count', ['0', '12'], ['-1', '1.5', '']],
  ['teidata.duration.w3c', ['P1D', 'PT5M'], ['P', '5 days', 'PT']],
  ['teidata.enumerated', ['letter', 'aide-memoire'], ['a b', '']],
  ['teidata.language', ['', 'en', 'zh-Hant'], ['e n', 'englishlanguage']],
  ['teidata.numeric', ['1', '-1/2', '1e3', '.5'], ['one', '1/-']],
  ['teidata.pointer', ['#a', '../volume.xml#stalin'], ['', '#a #b', '<a>', 'a"b']],
  [
    'teidata.temporal.w3c',
    ['1941', '1941-08', '1941-08-04', '--08-04', '1940-02-29', '1941-08-04T12:00:00Z'],
    ['4 August', '1941-02-29', '1941-13', '41', '1941-8-4'],
  ],
  ['teidata.truthValue', ['true', '0'], ['yes', '']],
];

describe.each(legal)('%s', (type, good, bad) => {
  const attribute = { name: 'a', type, gloss: 'A value.' };

  it.each(good)('takes "%s"', (value) => {
    expect(attributeAllows(attribute, value)).toBe(true);
  });

  it.each(bad)('refuses "%s"', (value) => {
    expect(attributeAllows(attribute, value)).toBe(false);
  });
});

describe('attributeAllows', () => {
  it('takes a list of tokens where the attribute has many', () => {
    const attribute = { name: 'a', type: 'teidata.pointer', gloss: 'Links.', many: true } as const;
    expect(attributeAllows(attribute, '#a  #b')).toBe(true);
  });

  it('takes only the known values of a closed list', () => {
    const attribute = {
      name: 'a',
      type: 'teidata.enumerated',
      gloss: 'A value.',
      values: { yes: 'yes', no: 'no' },
      closed: true,
    } as const;
    expect(attributeAllows(attribute, ' yes ')).toBe(true);
    expect(attributeAllows(attribute, 'perhaps')).toBe(false);
  });
});
