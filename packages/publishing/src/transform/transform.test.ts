import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileCached } from './compile-stylesheet.js';
import { EscapeAttempt } from './lock-down.js';
import { findEscapes, type SefNode } from './refuse-escapes.js';
import { saxon } from './saxon.js';
import { Source } from './source.js';
import { Stylesheet } from './stylesheet.js';
import { TransformError, transform } from './transform.js';

let folder: string;
let secret: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-transform-'));
  secret = join(folder, 'secret.xml');
  writeFileSync(secret, '<secret>not for readers</secret>');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function head(body: string): string {
  return `<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:fn="http://www.w3.org/2005/xpath-functions" xmlns:ixsl="http://saxonica.com/ns/interactiveXSLT"
    xmlns:js="http://saxonica.com/ns/globalJS" extension-element-prefixes="ixsl" exclude-result-prefixes="#all">
    <xsl:output method="xml" omit-xml-declaration="yes"/>
    <xsl:param name="uri" select="'file:///nowhere'"/>${body}</xsl:stylesheet>`;
}

function compiled(body: string): Stylesheet {
  const path = join(mkdtempSync(join(folder, 's-')), 's.xsl');
  writeFileSync(path, head(body));
  return Stylesheet.fromFile(path);
}

const root = (content: string) => compiled(`<xsl:template match="/">${content}</xsl:template>`);

describe('transform', () => {
  it('gives the result, the parameters and the messages', () => {
    const sheet = compiled(`<xsl:param name="who"/><xsl:param name="other"/>
      <xsl:template match="/">
        <xsl:message><report name="{$who}" path="/a"/></xsl:message>
        <xsl:message>bare</xsl:message>
        <a><xsl:value-of select="$who, /e, $other/o/@n"/></a>
      </xsl:template>`);
    const other = Source.parse('<o n="7"/>');
    const run = () => transform(sheet, '<e>text</e>', { who: '<b>&', other });
    expect(run()).toEqual({
      result: '<a>&lt;b&gt;&amp; text 7</a>',
      messages: [
        { name: 'report', attributes: { name: '<b>&', path: '/a' }, text: '' },
        { name: '', attributes: {}, text: 'bare' },
      ],
    });
    expect(run()).toEqual(run());
  });

  it('names the stylesheet and the code when the stylesheet fails', () => {
    const sheet = root("<xsl:sequence select=\"error(xs:QName('fn:OOPS'), 'gone wrong')\"/>");
    expect(() => transform(sheet, '<e/>')).toThrow(TransformError);
    expect(() => transform(sheet, '<e/>')).toThrow(/gone wrong \(OOPS\)/);
  });

  it('lets stylesheets use functions of their own, maps and higher-order functions', () => {
    const sheet =
      compiled(`<xsl:function name="own:own" xmlns:own="urn:own"><xsl:param name="x"/><xsl:sequence select="$x * 2"/></xsl:function>
      <xsl:template match="/"><a xmlns:own="urn:own"><xsl:value-of select="for-each((1, 2), own:own#1), map{'k': 3}?k, (sort#1)((2, 1))"/></a></xsl:template>`);
    expect(transform(sheet, '<e/>').result).toContain('2 4 3 1 2');
  });
});

describe('a stylesheet that tries to get out', () => {
  /** Every expression and instruction in a template of its own; what is found must be exactly what is expected. */
  function ways(expressions: Readonly<Record<string, string>>): string[] {
    const body = Object.values(expressions).map(
      (way, at) => `<xsl:template name="t${at}">${way}</xsl:template>`,
    );
    const path = join(mkdtempSync(join(folder, 'e-')), 'e.xsl');
    writeFileSync(path, head(body.join('')));
    return findEscapes(JSON.parse(compileCached(path)) as SefNode);
  }
  const of = (expression: string) => `<xsl:sequence select="${expression}"/>`;
  const ixsl = 'Q{http://saxonica.com/ns/interactiveXSLT}';

  it('is found out by every function that reads the world', () => {
    const reads = {
      doc: of('doc($uri)'),
      document: of('document($uri)'),
      'doc-available': of('doc-available($uri)'),
      'unparsed-text': of('unparsed-text($uri)'),
      'unparsed-text-lines': of('unparsed-text-lines($uri)'),
      'unparsed-text-available': of('unparsed-text-available($uri)'),
      'json-doc': of('json-doc($uri)'),
      collection: of('collection($uri)'),
      'uri-collection': of('uri-collection($uri)'),
      'function-lookup': of("function-lookup(xs:QName('fn:doc'), 1)($uri)"),
      'environment-variable': of("environment-variable('HOME')"),
      'available-environment-variables': of('available-environment-variables()'),
      transform: of("transform(map{'stylesheet-location': $uri})"),
      'load-xquery-module': of("load-xquery-module('urn:x')"),
      'current-dateTime': of('current-dateTime()'),
      'xsl:evaluate': '<xsl:evaluate xpath="$uri"/>',
      'xsl:result-document': '<xsl:result-document href="written.xml"><b/></xsl:result-document>',
      [`${ixsl}eval`]: of("ixsl:eval('process.env.HOME')"),
      [`${ixsl}call`]: of("ixsl:call($uri, 'exit', [1])"),
      [`${ixsl}schedule-action`]:
        '<ixsl:schedule-action http-request="map{\'href\': $uri}"><xsl:call-template name="t0"/></ixsl:schedule-action>',
      [`${ixsl}set-property`]: '<ixsl:set-property name="x" select="1" object="$uri"/>',
    };
    expect(ways(reads)).toEqual([...Object.keys(reads)].sort());
  });

  it.each([
    ['a reference', of('for-each($uri, doc#1)'), 'doc'],
    ['a map', of("map{'f': unparsed-text#1}?f($uri)"), 'unparsed-text'],
    ['a partial application', of('for-each($uri, json-doc(?))'), 'json-doc'],
    ['a reference to an extension', of("for-each('1 + 1', ixsl:eval#1)"), `${ixsl}eval`],
    ['a stream', '<xsl:source-document href="{$uri}"><xsl:copy-of select="."/></xsl:source-document>', 'doc'],
  ])('is found out when %s hides it', (_how, way, means) => {
    expect(ways({ way })).toContain(means);
  });

  it.each([
    ['a pattern', '<xsl:template match="*[doc($uri)]"/>'],
    ['a key', '<xsl:key name="k" match="*" use="unparsed-text($uri)"/>'],
    [
      'a global variable',
      '<xsl:variable name="v" select="doc($uri)"/><xsl:template match="/">{$v}</xsl:template>',
    ],
  ])('is refused when it stands in %s', (_where, body) => {
    expect(() => compiled(body)).toThrow(EscapeAttempt);
  });
});

/** The second lock: SaxonJS run as transform() runs it, on stylesheets that the first lock never saw. */
describe('the platform, where the first lock is by-passed', () => {
  function unguarded(content: string): Stylesheet {
    const path = join(mkdtempSync(join(folder, 'u-')), 'u.xsl');
    writeFileSync(
      path,
      head(`<xsl:param name="which"/><xsl:template match="/"><a>${content}</a></xsl:template>`),
    );
    const sef = JSON.parse(compileCached(path)) as object;
    return Object.create(Stylesheet.prototype, {
      sef: { value: sef },
      name: { value: 'unguarded' },
      settle: { value: () => undefined },
    }) as Stylesheet;
  }
  const reading = `<xsl:choose>
    <xsl:when test="$which eq 'doc'"><xsl:copy-of select="doc($uri)"/></xsl:when>
    <xsl:when test="$which eq 'document'"><xsl:copy-of select="document($uri)"/></xsl:when>
    <xsl:when test="$which eq 'unparsed-text'"><xsl:copy-of select="unparsed-text($uri)"/></xsl:when>
    <xsl:when test="$which eq 'json-doc'"><xsl:copy-of select="json-doc($uri)"/></xsl:when>
    <xsl:when test="$which eq 'collection'"><xsl:copy-of select="collection($uri)"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="doc-available($uri), unparsed-text-available($uri)"/></xsl:otherwise>
  </xsl:choose>`;
  const reads = ['doc', 'document', 'unparsed-text', 'json-doc', 'collection'];

  it('reads no file', () => {
    const sheet = unguarded(reading);
    const uri = String(pathToFileURL(secret));
    for (const which of reads) expect(() => transform(sheet, '<e/>', { which, uri }), which).toThrow();
    expect(transform(sheet, '<e/>', { uri }).result).toBe('<a>false false</a>');
  });

  it('writes no file', () => {
    const target = join(folder, 'written.xml');
    const sheet = unguarded(
      `<xsl:result-document href="${pathToFileURL(target)}"><b/></xsl:result-document>`,
    );
    expect(() => transform(sheet, '<e/>')).toThrow();
    expect(existsSync(target)).toBe(false);
  });

  it('asks no server', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end('<x/>');
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const sheet = unguarded(reading);
    for (const which of reads) expect(() => transform(sheet, '<e/>', { which, uri }), which).toThrow();
    await new Promise((done) => setTimeout(done, 20));
    await new Promise((done) => server.close(done));
    expect(asked).toBe(0);
  });

  it('has no environment and no global object to reach', () => {
    process.env.CHANCERY_SECRET_FOR_TEST = 'not for readers';
    const sheet =
      unguarded(`<xsl:choose><xsl:when test="$which"><xsl:value-of select="js:process()"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="environment-variable('CHANCERY_SECRET_FOR_TEST')"/></xsl:otherwise></xsl:choose>`);
    expect(transform(sheet, '<e/>').result).toBe('<a/>');
    expect(() => transform(sheet, '<e/>', { which: true })).toThrow();
    delete process.env.CHANCERY_SECRET_FOR_TEST;
  });

  it('has every door shut', () => {
    const platform = saxon().getPlatform() as unknown as Record<string, (...input: unknown[]) => unknown>;
    for (const door of [
      'readFile',
      'writeFileSync',
      'writeFileAsync',
      'resourcePromise',
      'makeHttpRequest',
    ]) {
      expect(() => platform[door]?.(secret), door).toThrow(EscapeAttempt);
    }
  });
});
