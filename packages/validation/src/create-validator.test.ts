import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lineAndColumn } from '@chancery/xml';
import { beforeAll, describe, expect, test } from 'vitest';
import { createValidator, type Finding, SchemaError, type Validator } from './index.js';
import { readSchemas } from './node.js';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const corpus = join(repository, 'corpus');
const letters = readdirSync(join(corpus, 'letters')).map((name) => join('letters', name));
const read = (name: string): string => readFileSync(join(corpus, name), 'utf8');
const second = read('letters/roosevelt-churchill-1941-08-15.xml');

let validator: Validator;
beforeAll(async () => {
  validator = await createValidator(readSchemas());
});

/** The letter with one passage put in another's place, checked. */
function after(passage: string, replacement: string): Finding[] {
  if (!second.includes(passage)) throw new Error(`The letter has no passage ${passage}.`);
  return validator.validate(second.replace(passage, () => replacement));
}

/** The source after the finding's renamings. */
function renamed(source: string, finding: Finding | undefined): string {
  return (finding?.fix?.changes ?? []).reduceRight(
    (text, change) =>
      change.kind === 'rename' && text.startsWith(change.from, change.offset)
        ? text.slice(0, change.offset) + change.to + text.slice(change.offset + change.from.length)
        : text,
    source,
  );
}

/** Where the findings say something is, as the source has it. */
function pointedAt(source: string, finding: Finding): string {
  return source.slice(finding.offset, finding.endOffset);
}

/** A grammar that an edition of its own may have, which takes whatever comes. */
const anything = `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start>
  <define name="any"><element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore></element></define>
</grammar>`;

describe('the sample volume', () => {
  test.each([...letters, 'volume.xml'])('%s has no error', (name) => {
    expect(validator.validate(read(name)).filter((finding) => finding.severity === 'error')).toEqual([]);
  });
});

describe('findings of the grammar', () => {
  test('an element that the schema does not know', () => {
    const source = second.replace('<p>We must', '<p>We <foo>must</foo>');
    const [finding, ...others] = validator.validate(source);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'element-unknown',
      severity: 'error',
      origin: 'relaxng',
      path: '/TEI/text/body/div/p[2]/foo',
      ...lineAndColumn(source, source.indexOf('<foo>')),
      element: 'foo',
      id: 'roosevelt-churchill-1941-08-15',
      found: 'foo',
    });
    expect(finding?.message).toMatch(/^<foo> is not known to this edition’s schema\. Allowed here: text, /);
    expect(finding?.expected).toContain('persName');
    expect(finding && pointedAt(source, finding)).toBe('<foo>');
  });

  test('a misspelt element, with the name that it was meant for and a remedy', () => {
    const source = second.replace('<p>We must', '<p>We <persname n="1">must</persname>');
    const [finding, ...others] = validator.validate(source);
    expect(others).toEqual([]);
    expect(finding?.message).toBe(
      '<persname> is not known to this edition’s schema: did you mean <persName>?',
    );
    expect(finding?.fix?.label).toBe('Rename to <persName>');
    expect(validator.validate(renamed(source, finding))).toEqual(
      validator.validate(second.replace('<p>We must', '<p>We <persName n="1">must</persName>')),
    );
  });

  test.each([
    ['an empty element', '<p>We<pgb/> must', '<pb>', undefined],
    ['letters exchanged', '<p>We <unclaer>must</unclaer>', '<unclear>', 'Rename to <unclear>'],
    ['one that is known, but not here', '<p>We <bodyy>must</bodyy>', '<body>', undefined],
    ['one whose content would be wrong', '<p>We <chioce>must</chioce>', '<choice>', undefined],
  ])('a misspelt element: %s', (_, passage, meant, label) => {
    const finding = after('<p>We must', passage).find((each) => each.code === 'element-unknown');
    if (meant === '<pb>') expect(finding?.message).not.toContain('did you mean');
    else expect(finding?.message).toContain(`: did you mean ${meant}`);
    expect(finding?.fix?.label).toBe(label);
  });

  test('a misspelt attribute, with the name that it was meant for and a remedy', () => {
    const source = second.replace('<p>We must', '<p rned="indent">We must');
    const [finding] = validator.validate(source);
    expect(finding?.message).toBe(
      '<p> has no attribute “rned” in this edition’s schema: did you mean “rend”?',
    );
    expect(finding?.fix?.label).toBe('Rename to “rend”');
    expect(renamed(source, finding)).toBe(second.replace('<p>We must', '<p rend="indent">We must'));
    expect(after('<p>We must', '<p lang="en">We must')[0]?.fix?.label).toBe('Rename to “xml:lang”');
  });

  test('an element with more attributes than libxml2 can take is judged all the same', () => {
    const pointers = ['corresp', 'facs', 'ana', 'next', 'prev', 'synch', 'sameAs', 'copyOf', 'select'];
    const many = `${pointers.map((name) => `${name}="#many"`).join(' ')} xml:id="many" n="1" rend="a" xml:lang="en"`;
    const byGrammar = (start: string) =>
      after('<p>We must', start).filter((finding) => finding.origin === 'relaxng');
    expect(byGrammar(`<p ${many}>We must`)).toEqual([]);
    expect(byGrammar(`<p ${many} colour="red">We must`)).toMatchObject([
      { code: 'attribute-unknown', found: 'colour' },
    ]);
  });

  test('an element in the wrong place, with what is allowed there', () => {
    const [finding] = after('</closer>', '</closer><p>An afterthought.</p>');
    expect(finding).toMatchObject({ code: 'element-misplaced', found: 'p', path: '/TEI/text/body/div/p[6]' });
    expect(finding?.message).toContain('<p> cannot stand here in <div>, after <closer>.');
    expect(finding?.expected).toContain('postscript');
  });

  test('an element that something must come before', () => {
    const [finding] = after('<titleStmt>', '<editionStmt><p>First.</p></editionStmt><titleStmt>');
    expect(finding).toMatchObject({ code: 'element-early', found: 'editionStmt', expected: ['titleStmt'] });
    expect(finding?.message).toBe('Before <editionStmt>, <fileDesc> needs <titleStmt>.');
  });

  test('an element that is incomplete', () => {
    const [finding] = after('<language ident="en">English</language>', '');
    expect(finding).toMatchObject({ code: 'content-incomplete', element: 'langUsage' });
    expect(finding?.expected).toContain('language');
  });

  test('what would complete an element is named before what may stand in it besides', () => {
    const [finding] = after('<p>We must', '<p><address></address>We must');
    expect(finding?.message).toMatch(/^<address> is incomplete: it needs /u);
    const [needed = '', besides = ''] = finding?.message.split('. There may also be ') ?? [];
    expect(needed).toContain('<addrLine>');
    expect(needed).not.toContain('<note>');
    expect(besides).toContain('<note>');
    expect(finding?.expected?.indexOf('addrLine')).toBeLessThan(finding?.expected?.indexOf('note') ?? 0);
  });

  test('words where only elements may stand', () => {
    const source = second.replace('<closer>', 'Stray words.\n        <closer>');
    const [finding] = validator.validate(source);
    expect(finding).toMatchObject({ code: 'text-misplaced', found: 'Stray words.', element: 'div' });
    expect(finding && pointedAt(source, finding)).toBe('Stray words.');
    expect(finding?.expected).not.toContain('lb');
  });

  test('an attribute that the element does not have', () => {
    const source = second.replace('<p>We must', '<p tone="warm">We must');
    const [finding] = validator.validate(source);
    expect(finding).toMatchObject({ code: 'attribute-unknown', found: 'tone' });
    expect(finding && pointedAt(source, finding)).toBe('tone="warm"');
    expect(finding?.expected).toContain('xml:id');
  });

  test('an attribute that is missing', () => {
    const [finding] = after('<language ident="en">', '<language>');
    expect(finding).toMatchObject({ code: 'attribute-missing', expected: ['ident'] });
    expect(finding?.message).toBe('<language> needs the attribute “ident”.');
  });

  test('a value that the attribute may not have', () => {
    const source = second.replace(' cert="high"', '').replace('reason="no-title"', 'cert="perhaps"');
    const finding = validator.validate(source).find((each) => each.code === 'attribute-value');
    expect(finding).toMatchObject({ found: 'perhaps', element: 'supplied' });
    expect(finding?.message).toContain('“perhaps” is not a value for the attribute “cert” of <supplied>.');
    expect(finding && pointedAt(source, finding)).toBe('perhaps');
  });

  test('a number that is none, with what it may look like', () => {
    const [finding, ...others] = after('<p>We must', '<p>We <space quantity="three" unit="lines"/> must');
    expect(others).toEqual([]);
    expect(finding?.message).toContain('“three”');
    expect(finding?.message).toContain('a number');
    expect(finding?.message).toContain('a fraction, such as 3/4');
    expect(after('<p>We must', '<p>We <space quantity="-3/4" unit="lines"/> must')).toEqual([]);
  });

  test('a day that does not exist is said once, and plainly', () => {
    const findings = after(
      '<date when="1941-08-15">August 15, 1941</date>',
      '<date when="1941-02-30">the thirtieth</date>',
    );
    expect(findings.map((each) => each.message)).toEqual([
      'There is no day 1941-02-30 in the calendar: correct the attribute “when” of <date>.',
    ]);
  });

  test('a value that differs in case only can be put right with one click', () => {
    const source = second.replace('reason="no-title"', 'cert="High" reason="no-title"');
    const [finding] = validator.validate(source);
    expect(finding?.fix).toEqual({
      label: 'Write “high”',
      changes: [{ kind: 'set-attribute', offset: source.indexOf('<supplied'), name: 'cert', value: 'high' }],
    });
  });

  test('every mistake is found, in the order of the source, and none causes another', () => {
    const source = second
      .replace('<sourceDesc>', '<sourceDesc/><sourceDesc>')
      .replace('<p>We must', '<p tone="warm"><foo>We <bar/></foo> must')
      .replace('</closer>', '</closer><p>An afterthought.</p>');
    const findings = validator.validate(source);
    expect(findings.map((each) => each.code)).toEqual([
      'content-incomplete',
      'attribute-unknown',
      'element-unknown',
      'element-misplaced',
    ]);
    const offsets = findings.map((each) => each.offset ?? 0);
    expect(offsets).toEqual(offsets.toSorted((left, right) => left - right));
  });

  test('a root element, or one in the text, in another namespace than the schema has', () => {
    const [root] = after(' xmlns="http://www.tei-c.org/ns/1.0"', '');
    expect(root?.message).toBe(
      'The root element <TEI> is in no namespace, in which this edition’s schema has no such element. Correct its xmlns.',
    );
    const [inner] = after('<p>We must', '<p><name xmlns="urn:other">We</name> must');
    expect(inner?.message).toBe(
      '<name> is in the namespace “urn:other” and not in that of <p> around it, and so is not known to this edition’s schema. Correct its xmlns.',
    );
  });

  test('a root element of another vocabulary', () => {
    const [finding] = validator.validate('<html xmlns="http://www.w3.org/1999/xhtml"/>');
    expect(finding).toMatchObject({ code: 'root-unknown', line: 1, column: 1, expected: ['TEI'] });
  });

  test.each(['ISO-8859-1', 'UTF-16', 'windows-1252', 'KOI8-R'])(
    'a source is text, whatever encoding it declares: %s',
    (encoding) => {
      const source = second
        .replace('encoding="UTF-8"', `encoding="${encoding}"`)
        .replace('<p>We must', '<p xml:lang="fr">Père, we must');
      expect(validator.validate(source)).toEqual([]);
    },
  );

  test('columns count characters, and CR LF is one line end', () => {
    const source = second.replaceAll('\n', '\r\n').replace('<p>We must', '<p>😀 <foo/>We must');
    const { line, column } = lineAndColumn(second, second.indexOf('<p>We must'));
    expect(validator.validate(source)[0]).toMatchObject({ line, column: column + '<p>x '.length });
  });
});

describe('findings of XML', () => {
  test('a file that is not well-formed has one finding', () => {
    const findings = validator.validate(second.replace('</closer>', '</clozer>'));
    const place = lineAndColumn(second, second.indexOf('</closer>'));
    expect(findings).toMatchObject([{ origin: 'xml', code: 'mismatched-tag', severity: 'error', ...place }]);
  });

  test('an xml:id that stands twice', () => {
    const findings = after('<body>', '<body xml:id="roosevelt-churchill-1941-08-15">');
    expect(findings).toMatchObject([{ code: 'id-doubled', origin: 'xml', element: 'body' }]);
  });

  test('entities that would grow without bound are refused before any parser sees them', () => {
    const lol = Array.from(
      { length: 9 },
      (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
    );
    const bomb = `<!DOCTYPE TEI [<!ENTITY l0 "ha">${lol.join('')}]><TEI xmlns="http://www.tei-c.org/ns/1.0">&l9;</TEI>`;
    expect(validator.validate(bomb)).toMatchObject([{ code: 'entity-too-large', origin: 'xml' }]);
  });

  test('an entity that the file declares is carried and accepted where text may stand', () => {
    const source = second
      .replace('<TEI ', '<!DOCTYPE TEI [<!ENTITY house "The House">]>\n<TEI ')
      .replace('<p>We must', '<p>&house; must');
    expect(validator.validate(source)).toEqual([]);
  });

  test('a file outside is never read', () => {
    const source = second.replace(
      '<TEI ',
      '<!DOCTYPE TEI [<!ENTITY secret SYSTEM "file:///etc/passwd">]>\n<TEI ',
    );
    const text = JSON.stringify(validator.validate(source.replace('We must', 'We &secret; must')));
    expect(text).not.toContain('root:');
  });
});

describe('findings of the editors’ rules', () => {
  const codes = (findings: readonly Finding[]): string[] => findings.map((each) => each.code);

  test('a date in a dateline without figures can be recorded with one click', () => {
    const source = second.replace('<date type="received" when="1941-08-15">', '<date type="received">');
    const [finding] = validator.validate(source);
    expect(finding).toMatchObject({
      code: 'dateline-date-unrecorded',
      severity: 'error',
      origin: 'schematron',
      line: lineAndColumn(source, source.indexOf('<date type')).line,
      fix: {
        label: 'Record 1941-08-15',
        changes: [
          { kind: 'set-attribute', name: 'when', value: '1941-08-15', offset: source.indexOf('<date type') },
        ],
      },
    });
  });

  test.each([
    ['November 4, 1941', '1941-11-04'],
    ['4 November 1941', '1941-11-04'],
    ['December\u00a031, 1944', '1944-12-31'],
  ])('the date %s is read as %s', (words, figures) => {
    const [finding] = after('August 15, 1941</date></dateline>', `${words}</date></dateline>`).filter(
      (each) => each.code === 'date-differs',
    );
    expect(finding?.fix?.label).toBe(`Record ${figures}`);
  });

  test.each(['the fourth', 'November 31, 1941', 'early in 1941'])('no date is made of “%s”', (words) => {
    const findings = after(
      'when="1941-08-15">August 15, 1941</date></dateline>',
      `>${words}</date></dateline>`,
    );
    expect(codes(findings)).toEqual(['dateline-date-unrecorded']);
    expect(findings[0]?.fix).toBeUndefined();
  });

  test.each([
    ['<correspAction type="sent">', '<correspAction type="transmitted">', 'correspondence-unsent', 'error'],
    ['<head type="number">No. 2</head>', '', 'number-missing', 'error'],
    ['<head type="number">No. 2</head>', '<head type="number">No.</head>', 'number-form', 'warning'],
    ['<p>The war', '<p><persName/>The war', 'name-empty', 'error'],
    ['target="../volume.xml#endnote-2"', 'target="../volume.xml"', 'callout-target', 'error'],
    ['target="../volume.xml#endnote-2"', 'target="#endnote-2"', 'reference-broken', 'error'],
    ['resp="../volume.xml#commission" reason', 'reason', 'supplied-unsigned', 'warning'],
    [' reason="no-title"', '', 'supplied-unexplained', 'warning'],
    ['<p>The war', '<p><gap/>The war', 'gap-unexplained', 'warning'],
    ['<p>The war', '<p><unclear>The</unclear> war', 'unclear-unexplained', 'info'],
    ['<p>The war', '<p><date from="1942" to="1941-12">Then</date> the war', 'dates-reversed', 'error'],
    ['<p>The war', '<p><date>Then</date> the war', 'date-unrecorded', 'warning'],
    ['<p>The war', '<p/><p>The war', 'block-empty', 'warning'],
    ['<text xml:lang="en">', '<text>', 'language-missing', 'info'],
  ])('%s → %s gives %s', (passage, replacement, code, severity) => {
    expect(after(passage, replacement)).toMatchObject([{ code, severity, origin: 'schematron' }]);
  });

  test('a date that is said to be unknown is recorded', () => {
    expect(after('<p>The war', '<p><date cert="unknown">Then</date> the war')).toEqual([]);
  });

  test.each([
    ['type="footnote textual"', [['note-two-series', 'error']]],
    ['type="endnote" xml:id="here"', [['endnote-in-text', 'warning']]],
    ['type="footnote"', []],
    ['type="textual"', []],
    ['type="footnote review"', []],
  ])('a note of %s in the text, where the grammar takes it', async (attributes, expected) => {
    const tolerant = await createValidator({ rng: anything, sch: readSchemas().sch });
    const source = second.replace('<p>The war', `<p><note ${attributes}>A note.</note>The war`);
    const findings = tolerant.validate(source);
    tolerant.dispose();
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual(expected);
    for (const finding of findings)
      expect(pointedAt(source, finding)).toBe(/type="([^"]*)"/.exec(attributes)?.[1]);
  });

  test('a note of two series is an error of Chancery’s own grammar already, told once', () => {
    expect(
      after('<p>The war', '<p><note type="footnote textual">A note.</note>The war').map(({ code }) => code),
    ).toEqual(['attribute-value']);
  });

  test.each(['1 and 2 May 1941, 1942', '31 31 1941', 'May May 1941', '0 May 1941', ''])(
    'a date as odd as “%s” is no trouble',
    (words) => {
      const findings = after('<p>The war', `<p><date>${words}</date>The war`);
      expect(codes(findings)).toEqual(['date-unrecorded']);
      expect(findings[0]?.fix).toBeUndefined();
    },
  );

  test('a letter without correspondence in its header', () => {
    const begin = second.indexOf('<correspDesc>');
    const end = second.indexOf('</correspDesc>') + '</correspDesc>'.length;
    const findings = validator.validate(second.slice(0, begin) + second.slice(end));
    expect(findings).toMatchObject([{ code: 'correspondence-missing', element: 'teiHeader' }]);
  });

  test.each([
    ['when="1941-08-16"', ['dates-out-of-order']],
    ['when="1941-09"', ['dates-out-of-order']],
    ['notBefore="1941-08-20" notAfter="1941-08-30"', ['dates-out-of-order']],
    ['when="1941-08-15"', []],
    ['when="1941-08"', []],
    ['notBefore="1941-08-01" notAfter="1941-08-20"', []],
    ['notAfter="1941-09-01"', []],
    ['when="1941-08-16" precision="low"', []],
    ['when="1941-08-16" cert="low"', []],
  ])('a letter that was received on 15 August 1941 and signed %s', (attributes, expected) => {
    const findings = after(
      '</correspDesc>',
      `<correspAction type="signed"><date ${attributes}/></correspAction></correspDesc>`,
    ).filter(({ code }) => code.startsWith('dates'));
    expect(codes(findings)).toEqual(expected);
    if (attributes === 'when="1941-08-16"')
      expect(findings[0]).toMatchObject({
        severity: 'warning',
        message:
          'The letter was received on 1941-08-15, before it was signed on 1941-08-16. One of the two dates is wrong, or uncertain and to be marked so.',
      });
  });

  test('a finding about an attribute points at its value', () => {
    const source = second.replace('target="../volume.xml#endnote-2"', 'target="#endnote-2"');
    const [finding] = validator.validate(source);
    expect(finding && pointedAt(source, finding)).toBe('#endnote-2');
  });
});

describe('schemas that cannot be used', () => {
  const { rng, sch } = readSchemas();

  test.each([
    ['text', 'rng', 'nothing of the kind'],
    ['another vocabulary', 'rng', '<html/>'],
    [
      'an undefined reference',
      'rng',
      rng.replace('</grammar>', '<define name="x"><ref name="nowhere"/></define></grammar>'),
    ],
  ])('RELAX NG: %s', async (_, kind, text) => {
    await expect(createValidator({ rng, sch, [kind]: text })).rejects.toThrow(SchemaError);
  });

  test.each([
    ['another vocabulary', '<html/>'],
    ['an include', sch.replace('<pattern ', '<include href="more.sch"/><pattern ')],
    ['a role that means nothing', sch.replace('role="error"', 'role="dreadful"')],
  ])('Schematron: %s', async (_, text) => {
    await expect(createValidator({ rng, sch: text })).rejects.toThrow(SchemaError);
  });

  test.each([
    ['test', '<rule context="tei:p"><assert id="odd" test="nowhere(.)">No.</assert></rule>'],
    [
      'variable',
      '<rule context="tei:p"><let name="x" value="nowhere(.)"/><assert id="odd" test="$x">No.</assert></rule>',
    ],
    ['context', '<rule context="tei:p//nowhere()"><assert id="odd" test="false()">No.</assert></rule>'],
  ])('a rule whose %s cannot be evaluated is told of once and hinders no other', async (_, rule) => {
    const odd = sch.replace('<pattern id="dates">', `<pattern>${rule}</pattern><pattern id="dates">`);
    const own = await createValidator({ rng, sch: odd });
    const findings = own.validate(second.replace('<p>The war', '<p><gap/>The war'));
    expect(codes(findings)).toEqual(['odd', 'gap-unexplained']);
    expect(findings[0]).toMatchObject({ severity: 'warning' });
  });

  const codes = (findings: readonly Finding[]): string[] => findings.map((each) => each.code);
});
