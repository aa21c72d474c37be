import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fold } from './print/conservation/fold.js';
import { readPdf } from './print/conservation/read-pdf.js';
import { stopTypesetter } from './print/index.js';
import { publishEdition } from './publish-edition.js';

const corpus = new URL('../../../corpus/', import.meta.url);
const file = (path: string) => ({ path, source: readFileSync(new URL(path, corpus), 'utf8') });
const volume = file('volume.xml');
const letters = [...volume.source.matchAll(/target="(letters\/[^"]+)"/g)].map(([, path = '']) => file(path));
const no4 = 'letters/stalin-1941-10-03.xml';
const folder = mkdtempSync(join(tmpdir(), 'chancery-proof-'));

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stopTypesetter();
});

/** The words of a proof of No. 4. */
async function proof(name: string, given: typeof letters): Promise<string> {
  const out = join(folder, name);
  await publishEdition({ volume, letters: given }, { out, only: ['pdf'], proofOf: [no4], template: 'proof' });
  return (await readPdf(readFileSync(join(out, 'volume.pdf')))).body.folded;
}

it('has the letters that were chosen and no others, with end notes under the figures that they have in the volume', async () => {
  const words = await proof('chosen', letters);
  expect(words).toContain('NO.4');
  expect(words).not.toContain('NO.3F.ROOSEVELT');
  expect(words).toMatch(/CONFERENCE3WAS/);
  expect(words).toMatch(/NOTES3\[THETEXTOFTHISNOTE/);
}, 120_000);

it('tells on a sheet before it what is to be seen to, by letter and line, and of no other letter', async () => {
  const dead = letters.map((each) => ({
    ...each,
    source: each.source.replace(
      '</body>',
      '<p><stage>Odd</stage> <ref target="none.xml">it</ref></p></body>',
    ),
  }));
  const words = await proof('remarked', dead);
  const [, told = ''] = words.split(fold('To see to in this proof'));
  expect(told).toContain(fold('letters/stalin-1941-10-03.xml, line '));
  expect(told).toContain(fold('“none.xml”'));
  expect(words).toContain(fold('The element <stage>'));
  expect(words).not.toContain(fold('roosevelt-1941-09-30.xml'));
  expect(await proof('chosen', letters)).not.toContain(fold('To see to'));
}, 120_000);

it('is made although another letter cannot be read', async () => {
  const broken = letters.map((each) => (each.path === no4 ? each : { ...each, source: '<TEI>' }));
  expect(await proof('beside-broken', broken)).toContain('NO.4');
}, 120_000);
