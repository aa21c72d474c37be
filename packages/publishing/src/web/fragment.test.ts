import { elements, teiNamespace } from '@chancery/tei';
import { beforeAll, describe, expect, it } from 'vitest';
import { stylesheet } from '../transform/stylesheet.js';
import { fragment } from './fragment.js';

beforeAll(() => {
  stylesheet('web/page');
}, 180_000);

/** The example of a row stands without the namespace. */
const inTei = (example: string) => example.replace(/^<([\w.-]+)/, `<$1 xmlns="${teiNamespace}"`);
const shown = (xml: string) => fragment(inTei(xml));
const text = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

describe('the element table', () => {
  it.each(elements.map(({ name, example }) => [name, example]))('has a form for <%s>', (_name, example) => {
    const unknown = shown(example).messages.filter(({ name }) => name === 'unknown-element');
    expect(unknown).toEqual([]);
  });
});

describe('the reading text', () => {
  it('puts brackets round what is supplied, and none in a title', () => {
    expect(text(shown('<head type="number">No. <supplied>5</supplied></head>').html)).toBe('No. [5]');
    expect(text(shown('<head type="title"><supplied>A TO B</supplied></head>').html)).toMatch(/^A TO B/);
  });

  it('says the reason of a gap', () => {
    expect(text(shown('<p>a <gap reason="not-in-source"/></p>').html)).toBe('a ⟨not in source⟩');
  });

  it('prints the corrected word, the regular spelling, the word in full, the lemma; not what is superfluous or struck out', () => {
    expect(text(shown('<p><choice><sic>teh</sic><corr>the</corr></choice></p>').html)).toBe('the');
    expect(text(shown('<p><choice><orig>shew</orig><reg>show</reg></choice></p>').html)).toBe('show');
    expect(text(shown('<p><choice><abbr>Gen.</abbr><expan>General</expan></choice></p>').html)).toBe(
      'General',
    );
    expect(text(shown('<p>the <surplus>the</surplus> cat</p>').html)).toBe('the cat');
    expect(text(shown('<p><app><lem>four</lem><rdg>three</rdg></app></p>').html)).toBe('four');
    expect(text(shown('<p>a<subst><del>b</del><add>c</add></subst></p>').html)).toBe('ac');
  });

  it('links a note and its callout both ways', () => {
    const { html } = shown('<p>text<note type="footnote" n="3">A <hi rend="italic">note</hi>.</note></p>');
    expect(html).toContain('id="call-1-1" href="#note-1" role="doc-noteref"');
    expect(html).toContain('<li id="note-1"');
    expect(html).toContain('role="doc-backlink" href="#call-1-1"');
    expect(text(html)).toMatch(/^text3 ?Notes3 ?A note\. ?Back to the text/);
    expect(html.match(/r-italic/g)).toHaveLength(1);
  });

  it('counts notes that bear no figure', () => {
    const { html } = shown('<p>a<note>x</note> b<note>y</note></p>');
    expect(text(html)).toMatch(/^a1 b2/);
  });

  it('tells where a page of the copy begins', () => {
    const { html } = shown('<p>a <pb n="10"/>b</p>');
    expect(html).toContain('role="doc-pagebreak separator" aria-label="Page 10"');
    expect(text(html)).toBe('a p. 10b');
  });

  it('keeps a list out of an HTML paragraph, which cannot hold one', () => {
    expect(shown('<p>a <list><item>b</item></list></p>').html).toMatch(/<div class="p">a <div class="list">/);
    expect(shown('<p>a</p>').html).toContain('<p class="p">a</p>');
  });

  it('gives the language of a foreign word and the direction of its script', () => {
    expect(shown('<p><foreign xml:lang="he">שלום</foreign></p>').html).toContain('lang="he" dir="rtl"');
  });

  it('shows an element that it does not know as text, and reports it with its place', () => {
    const { html, messages } = shown('<p>a <handShift/><stage>enter <name>B</name></stage></p>');
    expect(text(html)).toBe('a enter B');
    const named = (name: string) => `/Q{http://www.tei-c.org/ns/1.0}${name}[1]`;
    expect(messages.map(({ attributes }) => attributes.path)).toEqual([named('p') + named('stage')]);
  });
});

describe('TEI that carries HTML or script', () => {
  const evil = '&lt;script>alert(1)&lt;/script>"\'&amp;lt;';
  const attribute = '&lt;/p>&lt;script>alert(1)&lt;/script>&quot; onclick=&quot;alert(1)';

  it('comes out as text, from text', () => {
    const { html } = shown(`<p>${evil}<hi>${evil}</hi><![CDATA[<script>alert(2)</script>]]></p>`);
    expect(html).not.toMatch(/<script/i);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it.each([
    ['rend', `<p rend="${attribute}">a</p>`],
    ['pb/@n', `<p><pb n="${attribute}"/>a</p>`],
    ['note/@n', `<p><note n="${attribute}">a</note></p>`],
    ['gap/@reason', `<p><gap reason="${attribute}"/></p>`],
    ['xml:lang', `<p xml:lang="${attribute}">a</p>`],
    ['list/@type', `<list type="${attribute}"><item>a</item></list>`],
    ['date/@when', `<p><date when="${attribute}">a</date></p>`],
    ['cell/@cols', `<table><row><cell cols="${attribute}">a</cell></row></table>`],
    ['ref/@target', `<p><ref target="https://x/${attribute}">a</ref></p>`],
    ['ptr/@target', `<p><ptr target="${attribute}"/></p>`],
    ['graphic/@url', `<figure><graphic url="${attribute}"/></figure>`],
    ['expan', `<p><choice><abbr>a</abbr><expan>${attribute}</expan></choice></p>`],
  ])('comes out as text, from %s', (_where, xml) => {
    const { html } = shown(xml);
    expect(html).not.toMatch(/<script/i);
    expect(html.replace(/"[^"]*"/g, '""').replace(/>[^<]*</g, '><')).not.toMatch(/onclick/);
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
  ])('gets no link to %s', (target) => {
    expect(shown(`<p><ref target="${target}">a</ref><ptr target="${target}"/></p>`).html).not.toContain(
      'href',
    );
  });

  it('makes no HTML element of a TEI element that has its name', () => {
    const { html, messages } = shown(
      '<p><script>alert(1)</script><iframe src="x"/><img src="x" onerror="y"/></p>',
    );
    expect(html).not.toMatch(/<(script|iframe|img)/);
    expect(messages).toHaveLength(3);
  });
});
