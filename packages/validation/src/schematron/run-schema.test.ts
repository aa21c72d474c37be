import { parseTree } from '@chancery/xml';
import { describe, expect, test } from 'vitest';
import { chainContexts } from './context-matcher.js';
import { readSchema } from './read-schema.js';
import { runSchema } from './run-schema.js';

const tree = parseTree(`<t:a xmlns:t="urn:t" n="0">
  <t:b n="1"><t:c n="2" kind="x|y"/><t:c n="3"/></t:b>
  <t:c n="4"><t:b n="5"><t:c n="6" kind="z"/></t:b></t:c>
  <c n="7" kind="z"/>
</t:a>`);

/** The `n` of what a context matches. */
function matched(context: string): string[] {
  const quoted = context.replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const schema = readSchema(
    `<schema xmlns="http://purl.oclc.org/dsdl/schematron"><ns prefix="t" uri="urn:t"/><pattern>
      <rule context="${quoted}"><report id="found" test="true()"><value-of select="(@n, ../@n)[1]"/></report></rule>
    </pattern></schema>`,
  );
  return runSchema(schema, tree).map((failed) => failed.message);
}

describe('contexts', () => {
  test.each<[string, string[]]>([
    ['t:c', ['2', '3', '4', '6']],
    ['t:b/t:c', ['2', '3', '6']],
    ['t:a/t:b/t:c', ['2', '3']],
    ['t:c/t:b/t:c', ['6']],
    ['t:*[@kind]', ['2', '6']],
    ['*[@kind]', ['2', '6', '7']],
    ['c', ['7']],
    ["t:c[@kind = 'x|y']", ['2']],
    ["t:c[@kind = 'x|y'] | c[not(*)]", ['2', '7']],
    ['t:c[@kind][@n > 3]', ['6']],
    ['@kind', ['2', '6', '7']],
    ['t:c[2]', ['3']],
    ['t:b[last()]', ['1', '5']],
    ['t:c//t:c', ['6']],
    ['/t:a/t:c', ['4']],
  ])('%s', (context, expected) => {
    expect(matched(context)).toEqual(expected);
  });

  test.each(['t:c', "t:b/t:c[@kind = 'a]b']", '@kind | @n', "t:c[. = ('x', 'y')] | t:*[t:b | t:c]"])(
    '%s is matched without walking the document',
    (context) => {
      expect(chainContexts(context)).toBeDefined();
    },
  );

  test.each(['t:c[2]', 't:c[position() = 1]', 't:b[last()]', 't:c//t:c', '/t:a', 't:b[1]/t:c'])(
    '%s is left to XPath',
    (context) => {
      expect(chainContexts(context)).toBeUndefined();
    },
  );
});

test('within a pattern, the first rule that matches takes the node', () => {
  const schema = readSchema(`<schema xmlns="http://purl.oclc.org/dsdl/schematron"><ns prefix="t" uri="urn:t"/>
    <pattern>
      <rule context="t:c[@kind]"><report id="special" test="true()">special</report></rule>
      <rule context="t:c"><report id="plain" test="true()">plain</report></rule>
    </pattern>
    <pattern><rule context="t:c[@kind]"><report id="other" test="true()">other</report></rule></pattern>
  </schema>`);
  const codes = runSchema(schema, tree).map((failed) => failed.assertion.id);
  expect(codes).toEqual(['special', 'special', 'plain', 'plain', 'other', 'other']);
});

test('variables of schema, pattern and rule hold sequences, nodes and maps', () => {
  const schema = readSchema(`<schema xmlns="http://purl.oclc.org/dsdl/schematron"><ns prefix="t" uri="urn:t"/>
    <ns prefix="map" uri="http://www.w3.org/2005/xpath-functions/map"/>
    <let name="words" value="('one', 'two')"/>
    <let name="index" value="map:merge(//@n ! map:entry(string(.), true()))"/>
    <pattern>
      <let name="all" value="//t:c"/>
      <rule context="t:a">
        <let name="few" value="$all[position() le 2]"/>
        <report id="r" test="true()"><value-of select="count($words)"/> <value-of select="$words[2]"/> <value-of select="$few/@n"/> <value-of select="map:contains($index, '7')"/></report>
      </rule>
    </pattern>
  </schema>`);
  expect(runSchema(schema, tree).map((failed) => failed.message)).toEqual(['2 two 2 3 true']);
});

describe('all assertions of a rule are asked at once', () => {
  /** What is found at each `t:c` of the tree, by the assertions of one rule. */
  function found(lets: string, assertions: string): string[] {
    const schema =
      readSchema(`<schema xmlns="http://purl.oclc.org/dsdl/schematron"><ns prefix="t" uri="urn:t"/>
      <pattern><rule context="t:c">${lets}${assertions}</rule></pattern></schema>`);
    return runSchema(schema, tree).map(({ assertion, message }) => `${assertion.id}: ${message}`);
  }
  const small = `<assert id="small" test="$n lt 5">${'<value-of select="@n"/>'} is not small</assert>`;
  const plain = `<report id="kind" test="@kind">${'<value-of select="@kind"/>'}</report>`;

  test('what breaks one is told of that one alone', () => {
    expect(found('<let name="n" value="number(@n)"/>', small + plain)).toEqual([
      'kind: x|y',
      'small: 6 is not small',
      'kind: z',
    ]);
  });

  test.each([
    ['does not close its bracket', "('a'"],
    ['would close that of another', 'true()) or (true()'],
    ['does not close its string', "'a"],
    ['is in error', "1 + 'a'"],
  ])('where one %s, each is asked by itself', (_, test) => {
    expect(
      found('<let name="n" value="number(@n)"/>', `${small}<assert id="wrong" test="${test}"/>`),
    ).toEqual([
      `wrong: The rule “wrong” cannot be applied here. The Schematron expression “${test}” cannot be evaluated.`,
      'small: 6 is not small',
    ]);
  });
});

describe('variables are worked out for what names them', () => {
  function messages(lets: string, assertions: string): string[] {
    const schema =
      readSchema(`<schema xmlns="http://purl.oclc.org/dsdl/schematron"><ns prefix="t" uri="urn:t"/>
      <let name="x" value="'schema'"/><let name="y" value="concat($x, '!')"/>
      <pattern><rule context="t:a">${lets}${assertions}</rule></pattern></schema>`);
    return runSchema(schema, tree).map((failed) => failed.message);
  }
  const show = (select: string) => `<report id="r" test="true()"><value-of select="${select}"/></report>`;

  test('one may use those before it, and a name from outside until it has taken it', () => {
    const lets = `<let name="x" value="concat($x, ' ', $y)"/><let name="z" value="concat($x, ' ', $y)"/>`;
    expect(messages(lets, show('$z'))).toEqual(['schema schema! schema!']);
  });

  test('one may not use those after it', () => {
    const lets = `<let name="early" value="$late"/><let name="late" value="1"/>`;
    expect(messages(lets, show('$early'))).toEqual([
      'The rule “r” cannot be applied here. The Schematron expression “$late” cannot be evaluated.',
    ]);
  });

  test('one that cannot be evaluated keeps only those from running that name it', () => {
    const lets = `<let name="broken" value="1 + 'a'"/>`;
    const assertions = `<report id="named" test="$broken"/><report id="other" test="true()">other</report>`;
    expect(messages(lets, assertions)).toEqual([
      "The rule “named” cannot be applied here. The Schematron expression “1 + 'a'” cannot be evaluated.",
      'other',
    ]);
  });

  test('a variable of an expression’s own hides one of the rule', () => {
    expect(messages('', show("for $x in ('a', 'b') return concat($x, '$y')"))).toEqual(['a$y b$y']);
  });
});

test('elements are called what editors call them; attributes, and what the table does not know, by their names', () => {
  const tei = parseTree('<p xmlns="http://www.tei-c.org/ns/1.0" ref="x"><salute/><x:y xmlns:x="urn:x"/></p>');
  const schema =
    readSchema(`<schema xmlns="http://purl.oclc.org/dsdl/schematron"><ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>
    <pattern><rule context="t:p">
      <report id="r" test="true()">A <name/> with <name path="@ref"/>, <name path="t:salute"/> and <name path="*[2]"/>.</report>
    </rule></pattern></schema>`);
  expect(runSchema(schema, tei).map((failed) => failed.message)).toEqual([
    'A paragraph with ref, salutation and x:y.',
  ]);
});
