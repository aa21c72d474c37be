import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { escapeAttribute } from '@chancery/xml';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SefNode } from '../refuse-escapes.js';
import { Stylesheet } from '../stylesheet.js';
import { transform } from '../transform.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-simplify-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = `<doc><a n="1" m="x">one<b n="2">two</b></a><a n="3"><!--c--><b/>three<b n="4">four<a n="5"/></b></a><?p q?><d at=" s "/></doc>`;

/** What its result must be, whether it was simplified or not. */
const expressions: Readonly<Record<string, string>> = {
  'a path of one step': 'doc/@n, doc/a/@n',
  'steps into what lies within one another': 'string-join(//a//b/@n, ",")',
  'steps from what is not in order': 'string-join((//b, //a)/@n, ",")',
  'steps back': 'string-join(//b/ancestor::*/name(), ",")',
  'steps up from many': 'string-join(//b/../@n, ",")',
  'steps aside': 'string-join(//b/following-sibling::node()/string(), "|")',
  'a step from what was found going up': 'string-join(//b[@n = "4"]/ancestor::*/@n, ",")',
  'steps from a union': 'string-join((doc/a | doc/d | //b)/@*, ",")',
  'a variable in no order': 'let $x := (//b, //a) return string-join($x/@n, ",")',
  'a variable in order': 'let $x := doc/a return string-join($x/b/@n, ",")',
  'the last and the first': '(//b)[last()]/@n, (//b/ancestor::*)[1]/name()',
  'whether there is any': 'exists(//b/ancestor::a), empty(doc/q), not(doc/a/b), boolean(//b/..)',
  'what it is': '//*[self::b or self::d or self::q]/name()',
  'what it is or has': '//*[self::b or @m or self::d]/name()',
  'texts that stand beside one another': 'doc/a/text(), //text()',
  'numbers and truths': 'concat(1.50, true(), "", 2), string-join((1, 2.0, "a"), ""), 3 = 3.0',
  'part of a string': 'substring("letters", 2, 3), substring("letters", 4)',
  'a value that there is not': 'concat("[", doc/@n, "]"), string-join(doc/@n, ","), string(doc/q)',
  'functions with declared types':
    'f:twice("ab"), f:twice(//d/@at), f:names(//b), f:count((//b, //a)), f:one(())',
  'a function by its name': 'for-each(("a", "b"), f:twice#1), f:each(doc/a)',
};

function stylesheet(): string {
  const rows = Object.values(expressions)
    .map((expression) => escapeAttribute(expression))
    .map(
      (
        expression,
      ) => `<row v="{${expression}}" w="x{${expression}}y"><xsl:value-of select="${expression}" separator="/"/>
      <xsl:choose><xsl:when test="exists((${expression})[1])">some</xsl:when><xsl:otherwise>none</xsl:otherwise></xsl:choose></row>`,
    );
  const path = join(folder, 's.xsl');
  writeFileSync(
    path,
    `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
      xmlns:f="urn:f" exclude-result-prefixes="#all"><xsl:output method="xml" omit-xml-declaration="yes"/>
      <xsl:variable name="nodes" as="element()*" select="(//b, //a)"/>
      <xsl:function name="f:twice" as="xs:string"><xsl:param name="s" as="xs:string"/><xsl:sequence select="concat($s, normalize-space($s))"/></xsl:function>
      <xsl:function name="f:names" as="xs:string*"><xsl:param name="e" as="element()*"/><xsl:sequence select="$e/../name()"/></xsl:function>
      <xsl:function name="f:count" as="xs:integer"><xsl:param name="e" as="element()*"/><xsl:sequence select="count($e/.)"/></xsl:function>
      <xsl:function name="f:one" as="xs:string"><xsl:param name="e" as="xs:string?"/><xsl:sequence select="concat('(', $e, ')')"/></xsl:function>
      <xsl:function name="f:each" as="xs:string*"><xsl:param name="e" as="element()*"/><xsl:sequence select="for $x in $e return string($x/@n)"/></xsl:function>
      <xsl:template match="/"><rows><xsl:for-each select="$nodes/@n"><n><xsl:value-of select="."/></n></xsl:for-each>${rows.join('')}
        <xsl:apply-templates select="//a"><xsl:with-param name="given" select="//b/@n"/></xsl:apply-templates></rows></xsl:template>
      <xsl:template match="a"><xsl:param name="given" as="xs:string*"/><xsl:param name="default" as="xs:string" select="@n"/>
        <a g="{$given}" d="{$default}" at="{@m}{text()}"><xsl:value-of select="b, text(), text()"/></a></xsl:template>
    </xsl:stylesheet>`,
  );
  return path;
}

/** How many expressions it is made of. */
function sizeOf({ C = [] }: SefNode): number {
  return C.reduce((size, each) => size + sizeOf(each), 1);
}

it('leaves the results of a stylesheet as they are', () => {
  const sheet = Stylesheet.fromFile(stylesheet());
  const before = sizeOf(sheet.sef as SefNode);
  // The first run is of the stylesheet as it was compiled.
  const first = transform(sheet, source);
  expect(sizeOf(sheet.sef as SefNode)).toBeLessThan(0.9 * before);
  expect(transform(sheet, source)).toEqual(first);
  expect(transform(sheet, source)).toEqual(first);
  const rows = first.result.match(/<row .*?<\/row>/gs) ?? [];
  expect(rows).toHaveLength(Object.keys(expressions).length);
  expect(rows[2]).toContain('v="1,2,3,4,5"');
  expect(first.result).toContain('<n>1</n><n>2</n>');
});

it('fails as before where a value is not what is declared', () => {
  const path = join(folder, 'typed.xsl');
  writeFileSync(
    path,
    `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:f">
      <xsl:function name="f:of" as="xs:string"><xsl:param name="s" as="xs:string"/><xsl:sequence select="upper-case($s)"/></xsl:function>
      <xsl:template match="/"><a><xsl:value-of select="f:of(/*/@n)"/></a></xsl:template>
    </xsl:stylesheet>`,
  );
  const sheet = Stylesheet.fromFile(path);
  expect(transform(sheet, '<e n="x"/>').result).toContain('X');
  expect(transform(sheet, '<e n="y"/>').result).toContain('Y');
  expect(() => transform(sheet, '<e/>')).toThrow(/XPTY0004/);
});
