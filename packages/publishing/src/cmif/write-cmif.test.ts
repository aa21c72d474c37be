import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createValidator } from '@chancery/validation';
import { checkWellFormed } from '@chancery/xml';
import { describe, expect, it, test } from 'vitest';
import { publishedFiles } from '../testing/published-files.js';
import { injected, richVolume, sampleVolume } from '../testing/rich-volume.js';

const schema = fileURLToPath(
  new URL('../../../../../shared/tei/cmif/cmi-customization.rng', import.meta.url),
);

async function cmifOf(edition = richVolume(), address?: string) {
  const { files, warnings } = await publishedFiles(edition, { only: ['cmif'], release: '1.2', address });
  return { cmif: String(files.get('cmif.xml')), warnings };
}

/** The rules that the schema itself holds, with those of the format that its documentation gives in words. */
function rulesIn(rng: string): string {
  const patterns = [
    ...rng.matchAll(/<pattern xmlns="http:\/\/purl\.oclc\.org\/dsdl\/schematron"[\s\S]*?<\/pattern>/g),
  ];
  return `<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:sch="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>${patterns.map(([pattern]) => pattern).join('')}
    <pattern><rule context="tei:correspDesc"><assert test="tei:correspAction[@type = 'sent']">sent</assert><assert test="tei:correspAction[@type = 'received']">received</assert><assert test="substring-after(@source, '#') = //tei:bibl/@xml:id">source</assert></rule></pattern>
    <pattern><rule context="tei:correspAction/tei:date"><assert test="@when or @from or @to or @notBefore or @notAfter">date</assert></rule></pattern></schema>`;
}

describe.each([
  ['a volume that says everything', richVolume],
  ['the sample volume', sampleVolume],
])('the CMIF file of %s', (_name, edition) => {
  it.skipIf(!existsSync(schema))(
    'is valid against the schema and the rules of CMIF 1.1 (skipped where ../shared/tei/cmif is absent)',
    async () => {
      const rng = readFileSync(schema, 'utf8');
      const validator = await createValidator({ rng, sch: rulesIn(rng) });
      const { cmif } = await cmifOf(edition());
      const findings = validator.validate(cmif);
      validator.dispose();
      expect(findings).toEqual([]);
      expect(cmif).toContain('<correspDesc');
    },
  );
});

describe('a letter in CMIF', () => {
  it('has who wrote to whom, where and when, by the numbers of authority files', async () => {
    const { cmif, warnings } = await cmifOf();
    expect(warnings).toEqual([]);
    expect(cmif).toContain('<title>Index of the letters in Letters &amp; papers, Volume One</title>');
    expect(cmif).toContain('<editor>E. Ditor</editor>');
    expect(cmif).toContain(
      '<licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence>',
    );
    expect(cmif).toContain('<idno type="url">https://ada.example.org/letters/cmif.xml</idno>');
    expect(cmif).toContain('<date when="2026-11-28"/>');
    expect(cmif).toContain('ref="https://ada.example.org/letters/letters/one/"');
    expect(cmif).toContain('<persName ref="https://d-nb.info/gnd/119232022">Ada King</persName>');
    expect(cmif).toContain('<placeName ref="https://www.geonames.org/2643743">London</placeName>');
    expect(cmif).toContain('<date notBefore="1843-07-10" notAfter="1843-07-12" cert="low"/>');
    expect(cmif).toContain('<orgName>The Society</orgName>');
    expect(cmif).toContain('<date when="1843-07-14"/>');
    expect(cmif).toContain('<date from="1843" to="1844-02"/>');
    expect(cmif).toContain('targetLang="ru"');
  });

  it('has an unknown addressee by that name, and no date that is none', async () => {
    const { cmif } = await cmifOf();
    expect(cmif.match(/<persName>Unknown<\/persName>/g)).toHaveLength(1);
    expect(cmif).not.toContain('not a date');
  });

  it('has what would be markup as text', async () => {
    const { cmif } = await cmifOf();
    expect(checkWellFormed(cmif)).toBeUndefined();
    expect(cmif).not.toContain('<script');
    expect(cmif).toContain(injected.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  });
});

test('a volume that says no day of its own has that of its latest document, and none where nothing says one', async () => {
  const { volume, letters } = richVolume();
  const undated = { ...volume, source: volume.source.replace('<date when="2026-11-28"/>', '') };
  const none = await cmifOf({ volume: undated, letters });
  expect(none.cmif).toContain('<date>Not dated</date>');
  expect(none.cmif).not.toContain('1970');
  expect(none.warnings).toEqual(['no-day']);
  const changed = letters.map((letter, index) => ({
    ...letter,
    source: letter.source.replace(
      '</teiHeader>',
      `<revisionDesc><change when="2026-0${index + 1}-02T10:00:00"/></revisionDesc></teiHeader>`,
    ),
  }));
  const latest = await cmifOf({ volume: undated, letters: changed });
  expect(latest.cmif).toContain('<date when="2026-03-02"/>');
  expect(latest.warnings).toEqual([]);
});

test('the address that is told comes before that of the volume, and without any the editors are told', async () => {
  const told = await cmifOf(richVolume(), 'http://other.example.org');
  expect(told.cmif).toContain('ref="http://other.example.org/letters/one/"');
  const { volume, letters } = richVolume();
  const nowhere = {
    volume: { ...volume, source: volume.source.replace(/<idno type="url">.*?<\/idno>/, '') },
    letters,
  };
  const { cmif, warnings } = await cmifOf(nowhere);
  expect(warnings).toEqual(['no-address']);
  expect(cmif).toContain('ref="letters/one/"');
});
