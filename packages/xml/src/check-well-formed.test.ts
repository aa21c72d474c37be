import { describe, expect, it } from 'vitest';
import { checkWellFormed } from './check-well-formed.js';

const laughs = (levels: number) =>
  Array.from(
    { length: levels },
    (_, n) => `<!ENTITY l${n} "${n === 0 ? 'lol' : `&l${n - 1};`.repeat(10)}">`,
  ).join('');

describe('checkWellFormed', () => {
  it('accepts what is well-formed', () => {
    const source =
      '\n<!-- c --><a xmlns="urn:a" xmlns:b="urn:b" b:c="1" c="2">&amp;<?p q?><b:d/></a><!-- d -->\n';
    expect(checkWellFormed(source)).toBeUndefined();
  });

  it('names both ends of a mismatch', () => {
    expect(checkWellFormed('<a>\n<b>x</a>')).toEqual({
      code: 'mismatched-tag',
      message: '</a> stands where </b> is expected: <b> was opened in line 2, column 1.',
      advice: 'Close <b> before </a>.',
      offset: 8,
      line: 2,
      column: 5,
    });
  });

  it.each([
    ['', 'empty-file'],
    [' \n', 'empty-file'],
    ['<a>', 'unclosed-element'],
    ['<a/></a>', 'mismatched-tag'],
    ['<a><!-- </a>', 'unended-markup'],
    ['<a b="1></a>', 'unended-markup'],
    ['<a b="1" b="2"/>', 'doubled-attribute'],
    ['<b:a/>', 'undeclared-prefix'],
    ['<a>&own;</a>', 'undeclared-entity'],
    ['<a>& b</a>', 'not-well-formed'],
    ['<a>\u0000</a>', 'illegal-character'],
    ['<a>\uD800</a>', 'illegal-character'],
    ['<a/><a/>', 'not-well-formed'],
    ['just text', 'not-well-formed'],
    ['<a>]]></a>', 'not-well-formed'],
    ['<a b=1/>', 'not-well-formed'],
  ])('refuses %j as %s', (source, code) => {
    const error = checkWellFormed(source);
    expect(error?.code).toBe(code);
    expect(error?.advice).not.toBe('');
  });

  it('points at the character', () => {
    expect(checkWellFormed('<a>\n𐀀é\u0001</a>')).toMatchObject({ line: 2, column: 3 });
  });

  it.each(['&#xD800;', '&#56320;', '&#0;', '&#xFFFF;', '&#x110000;', '&#x;'])(
    'refuses %s as a reference to nothing',
    (reference) => {
      const message = 'This reference is to no character that XML has.';
      expect(checkWellFormed(`<a>${reference}</a>`)?.message).toBe(message);
      expect(checkWellFormed(`<a b="${reference}"/>`)?.message).toBe(message);
    },
  );

  it('allows declared entities and never expands them', () => {
    expect(checkWellFormed('<!DOCTYPE a [<!ENTITY own "it <b>">]><a b="&own;">&own;</a>')).toBeUndefined();
    expect(checkWellFormed('<!DOCTYPE a SYSTEM "a.dtd"><a>&elsewhere;</a>')).toBeUndefined();
  });

  it('refuses a bomb by its declarations', () => {
    expect(checkWellFormed(`<!DOCTYPE a [${laughs(10)}]><a>&l9;</a>`)?.code).toBe('entity-too-large');
    expect(checkWellFormed('<!DOCTYPE a [<!ENTITY x "&y;"><!ENTITY y "&x;">]><a>&x;</a>')?.code).toBe(
      'entity-too-large',
    );
  });

  it('refuses many references to one large entity, in text and in values', () => {
    const declared = `<!DOCTYPE a [<!ENTITY x "${'x'.repeat(90_000)}">]>`;
    expect(checkWellFormed(`${declared}<a>${'&x;'.repeat(100)}</a>`)).toBeUndefined();
    expect(checkWellFormed(`${declared}<a>${'&x;'.repeat(120)}</a>`)?.code).toBe('entity-too-large');
    expect(checkWellFormed(`${declared}<a b="${'&x;'.repeat(120)}"/>`)?.code).toBe('entity-too-large');
  });

  it('follows a chain of entities of any length', () => {
    const chain = Array.from({ length: 30_000 }, (_, n) => `<!ENTITY e${n} "&e${n + 1};">`).join('');
    expect(checkWellFormed(`<!DOCTYPE a [${chain}]><a>&e0;</a>`)?.code).toBe('entity-too-large');
    expect(checkWellFormed(`<!DOCTYPE a [${chain.slice(-20_000)}]><a/>`)?.code).not.toBe('entity-too-large');
    expect(checkWellFormed(`<!DOCTYPE a [${' '.repeat(1024 * 1024)}]><a/>`)?.code).toBe('entity-too-large');
  });

  it('reads no file and no address that an entity names', () => {
    const source = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>';
    expect(checkWellFormed(source)).toBeUndefined();
  });

  // Each of these once took time by the square of its length; they are long enough to be noticed if one does again.
  it.each(['<!--', '<![CDATA[', '<?', '<!DOCTYPE a [', "<a b='", '<a b="', '<', '&', '<a ', '</', '<!x'])(
    'is soon done with %j without end',
    (piece) => {
      expect(checkWellFormed(`<a>${piece.repeat(100_000)}`)).toBeDefined();
      expect(checkWellFormed(piece.repeat(100_000))).toBeDefined();
    },
  );

  it('passes over what looks like declarations within comments and values', () => {
    const source = `<!DOCTYPE a [<!-- <!ENTITY b "c"> --><?p <!ENTITY b "c"> ?><!ENTITY d "<!ENTITY b 'c'>">${'"<!--" '.repeat(50_000)}]><a>&d;</a>`;
    expect(checkWellFormed(source)).toBeUndefined();
    expect(checkWellFormed(source.replace('&d;', '&b;'))?.code).toBe('undeclared-entity');
  });

  it('states and holds its limits', () => {
    expect(checkWellFormed('<a>'.repeat(257) + '</a>'.repeat(257))?.code).toBe('too-deep');
    expect(checkWellFormed('<a>'.repeat(256) + '</a>'.repeat(256))).toBeUndefined();
    expect(checkWellFormed('<a>'.repeat(10_000))?.code).toBe('too-deep');
    const attributes = Array.from({ length: 257 }, (_, n) => `a${n}=""`).join(' ');
    expect(checkWellFormed(`<a ${attributes}/>`)?.code).toBe('too-many-attributes');
    expect(checkWellFormed('<a>12345</a>', { bytes: 11 })?.code).toBe('file-too-large');
    expect(checkWellFormed('<a>12345</a>', { bytes: 12 })).toBeUndefined();
    const name = 'n'.repeat(1000);
    expect(checkWellFormed(`<${name} ${name}=""/>`)).toBeUndefined();
    expect(checkWellFormed(`<a>\n<${name}n/></a>`)).toMatchObject({
      code: 'name-too-long',
      line: 2,
      column: 1,
    });
    expect(checkWellFormed(`<a ${name}n=""/>`)?.code).toBe('name-too-long');
    expect(checkWellFormed('<!DOCTYPE a><a/>', { doctype: 12 })).toBeUndefined();
    expect(checkWellFormed('<!DOCTYPE a><a/>', { doctype: 11 })?.code).toBe('entity-too-large');
    const entity = '<!DOCTYPE a [<!ENTITY e "1234">]><a>&e;&e;</a>';
    expect(checkWellFormed(entity, { entityLength: 4, expansion: 8 })).toBeUndefined();
    expect(checkWellFormed(entity, { entityLength: 3 })?.code).toBe('entity-too-large');
    expect(checkWellFormed(entity, { expansion: 7 })?.code).toBe('entity-too-large');
  });
});
