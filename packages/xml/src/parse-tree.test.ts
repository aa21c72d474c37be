import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.js';
import { lineAndColumn } from './line-and-column.js';
import { parseTree, type XmlElement } from './parse-tree.js';

describe('parseTree', () => {
  it('gives every node its span', () => {
    const source = '<?xml version="1.0"?>\n<a xmlns="urn:a"><b x="1">t&amp;</b><!--c--><d/></a>\n';
    const root = parseTree(source);
    expect(source.slice(root.start, root.end)).toBe('<a xmlns="urn:a"><b x="1">t&amp;</b><!--c--><d/></a>');
    const [b, comment, d] = root.children;
    expect(b).toMatchObject({ type: 'element', name: 'b', namespace: 'urn:a', parent: root });
    expect((b as XmlElement).children[0]).toMatchObject({ type: 'text', value: 't&' });
    expect(comment).toMatchObject({ type: 'comment', value: 'c' });
    expect(source.slice(d?.start, d?.end)).toBe('<d/>');
  });

  it('resolves namespaces', () => {
    const root = parseTree('<t:a xmlns:t="urn:t" t:x="1" y="2"><b xmlns="urn:b"><c/></b><b/></t:a>');
    expect([root.localName, root.namespace]).toEqual(['a', 'urn:t']);
    expect(root.attributes.map(({ namespace }) => namespace)).toEqual(['', 'urn:t', '']);
    const spaces = root.children.map((child) => (child.type === 'element' ? child.namespace : ''));
    expect(spaces).toEqual(['urn:b', '']);
  });
});

describe('canonical', () => {
  it('is one for all that say the same', () => {
    const one = canonical(
      `<?xml version="1.0"?><a  c='2' b = "1&#x22;"><d/>x &#8212;\r\n<![CDATA[<]]>&own;</a>\n`,
    );
    expect(one).toBe('<a b="1&quot;" c="2"><d></d>x —\n&lt;&own;</a>');
    expect(canonical(one)).toBe(one);
  });
});

describe('lineAndColumn', () => {
  it('counts lines by CR, LF and CR LF, columns by characters', () => {
    const source = 'a\r\n𐀀b\rc\nd';
    expect(lineAndColumn(source, 0)).toEqual({ line: 1, column: 1 });
    expect(lineAndColumn(source, source.indexOf('b'))).toEqual({ line: 2, column: 2 });
    expect(lineAndColumn(source, source.indexOf('c'))).toEqual({ line: 3, column: 1 });
    expect(lineAndColumn(source, 99)).toEqual({ line: 4, column: 2 });
  });
});
