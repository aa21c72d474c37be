import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.js';
import { NoRootElement } from './parse-tree.js';

describe('canonical', () => {
  it.each([
    ['quotes and spaces in tags', `<a b='1"'  c = "2"\n></a >`, '<a b="1&quot;" c="2"></a>'],
    ['the order of attributes', '<a c="1" b="2" xml:id="x"/>', '<a b="2" c="1" xml:id="x"></a>'],
    [
      'namespace declarations first',
      '<p:a b="1" xmlns:q="urn:q" xmlns:p="urn:p" xmlns="urn:o"/>',
      '<p:a xmlns="urn:o" xmlns:p="urn:p" xmlns:q="urn:q" b="1"></p:a>',
    ],
    ['empty elements', '<a/>', '<a></a>'],
    ['CDATA', '<a>x<![CDATA[<b>&]]>y</a>', '<a>x&lt;b&gt;&amp;y</a>'],
    [
      'character references',
      '<a b="&#x41;&#10;">&#8212;&quot;&#x10437;</a>',
      '<a b="A&#10;">—"\u{10437}</a>',
    ],
    ['line ends', '<a b="x\r\ny">1\r\n2\r3\n4</a>', '<a b="x y">1\n2\n3\n4</a>'],
    ['a carriage return that was meant', '<a>1&#13;2</a>', '<a>1&#13;2</a>'],
    ['comments', '<a><!-- c\r\nd --></a>', '<a><!-- c\nd --></a>'],
    ['processing instructions', '<a><?p q\r\nr?></a>', '<a><?p q\nr?></a>'],
    ['what stands outside of the root', '<?xml version="1.0"?>\n<!-- b --><a/><?p?>\n', '<a></a>'],
    ['declared entities, as written', '<!DOCTYPE a [<!ENTITY e "f">]><a>&e;&amp;</a>', '<a>&e;&amp;</a>'],
    ['white space in text, as it is', '<a> <b>\n\t</b> </a>', '<a> <b>\n\t</b> </a>'],
  ])('has one form for %s', (_, source, form) => {
    expect(canonical(source)).toBe(form);
  });

  it.each([
    ['text', '<a>b</a>', '<a>c</a>'],
    ['white space', '<a>b c</a>', '<a>b  c</a>'],
    ['a value', '<a b="1"/>', '<a b="2"/>'],
    ['the order of elements', '<a><b/><c/></a>', '<a><c/><b/></a>'],
    ['a prefix', '<p:a xmlns:p="u"/>', '<q:a xmlns:q="u"/>'],
    ['a comment', '<a/>', '<a><!--b--></a>'],
    ['a processing instruction', '<a><?b?></a>', '<a><?c?></a>'],
  ])('tells apart what differs in %s', (_, one, other) => {
    expect(canonical(one)).not.toBe(canonical(other));
  });

  it('is its own canonical form', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '&amp;', '&#13;', '\r', '\n', '>', ' ', '<b/>', '<!--c-->'),
    });
    fc.assert(
      fc.property(text, (content) => {
        const form = canonical(`<a>${content}</a>`);
        expect(canonical(form)).toBe(form);
      }),
    );
  });

  it('refuses what has no element', () => {
    expect(() => canonical('<!-- a -->')).toThrow(NoRootElement);
  });
});
