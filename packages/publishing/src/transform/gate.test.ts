import { describe, expect, it } from 'vitest';
import { gate, SourceError } from './gate.js';
import { Source } from './source.js';

describe('gate', () => {
  it('leaves a document without DOCTYPE as it is', () => {
    const text = '<?xml version="1.0"?>\n<p n="1 &lt; 2">a &amp; b &#8212; <![CDATA[&x;]]></p>';
    expect(gate(text)).toBe(text);
  });

  it('lets the parser see the end of a processing instruction that asks something', () => {
    const text = '<p><?ask why??>Why??></p>';
    expect(gate(text)).toBe('<p><?ask why? ?>Why??></p>');
    expect(() => Source.parse(text)).not.toThrow();
  });

  it('takes the DOCTYPE out and leaves references to its entities as they are written', () => {
    const doctype =
      '<!DOCTYPE p SYSTEM "file:///etc/passwd" [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY i "in">]>';
    expect(gate(`${doctype}<p n="&i;">&e; &amp; &i;<!-- &i; --></p>`)).toBe(
      '<p n="&amp;i;">&amp;e; &amp; &amp;i;<!-- &i; --></p>',
    );
  });

  it('refuses what is not well-formed, with its place', () => {
    expect(() => Source.parse('<p>\n<q></p>')).toThrow(SourceError);
    expect(() => Source.parse('<p>\n<q></p>')).toThrow(expect.objectContaining({ line: 2 }));
  });

  it('refuses a bomb', () => {
    const entities = Array.from({ length: 20 }, (_, n) => `<!ENTITY e${n + 1} "&e${n};&e${n};&e${n};">`).join(
      '',
    );
    expect(() => gate(`<!DOCTYPE p [<!ENTITY e0 "ha">${entities}]><p>&e20;</p>`)).toThrow(SourceError);
  });
});
