import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishEdition } from '../publish-edition.js';
import { asEdition, firstVolume } from '../testing/changing-volume.js';

const example = fileURLToPath(new URL('../../../../docs/own-stylesheet/page.xsl', import.meta.url));
const secret = 'the words of a file outside';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-own-'));
  await mkdir(join(folder, 'own'));
  await writeFile(join(folder, 'secret.txt'), secret);
  await writeFile(join(folder, 'secret.xsl'), sheet(`<xsl:variable name="v" select="'${secret}'"/>`));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function sheet(content: string): string {
  return `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">${content}</xsl:stylesheet>`;
}

const base = firstVolume();
const [first, ...others] = base.letters;
const more = ' <stage>Exit.</stage> <name type="ship">Argo</name>';
const volume = { ...base, letters: first ? [{ ...first, more }, ...others] : [] };

const publishWith = (stylesheet: string, out = 'edition') =>
  publishEdition(asEdition(volume), { out: join(folder, out), only: ['web'], stylesheet });

it('makes the pages of the web edition, by what it imports of ours and what it has of its own', async () => {
  const report = await publishWith(example);
  const page = await readFile(join(folder, 'edition/letters/letter-a/index.html'), 'utf8');
  expect(page).toContain('<i class="stage">[Exit.]</i> S.S. <i class="ship">Argo</i>');
  expect(page).toContain('http-equiv="Content-Security-Policy"');
  expect(report.warnings.filter(({ code }) => code === 'unknown-element')).toEqual([]);
}, 120_000);

it('is followed when it changes or what it looks at does, and pages of ours are not taken for its own', async () => {
  const own = join(folder, 'own/changing.xsl');
  const word = (text: string) =>
    sheet(
      `<xsl:import href="chancery:web/page.xsl"/><xsl:template match="*:stage"><b>${text}</b></xsl:template>`,
    );
  const out = join(folder, 'changing');
  const publish = (of: typeof volume, stylesheet?: string) =>
    publishEdition(asEdition(of), { out, only: ['web'], ...(stylesheet ? { stylesheet } : {}) });
  const page = () => readFile(join(out, 'letters/letter-a/index.html'), 'utf8');
  // Something of the volume that it alone looks at.
  await writeFile(own, word('<xsl:value-of select="$volume//*:persName" separator=", "/>'));
  await publish(volume, own);
  expect(await page()).toContain('<b>Ada King, Charles Babbage</b>');
  const renamed = { ...volume, persons: { ...volume.persons, ada: 'Ada Lovelace' } };
  await publish(renamed, own);
  expect(await page()).toContain('<b>Ada Lovelace, Charles Babbage</b>');
  await writeFile(own, word('two'));
  await publish(renamed, own);
  expect(await page()).toContain('<b>two</b>');
  await publish(renamed);
  expect(await page()).toContain('<span class="unknown">Exit.</span>');
}, 240_000);

describe('an own stylesheet that reaches outside is refused, and the last edition stands', () => {
  const page = '<xsl:template match="/"><p/></xsl:template>';
  it.each([
    [
      'a file, when it is compiled',
      `<xsl:param name="p" static="yes" select="unparsed-text('SECRET.txt')"/>${page}`,
    ],
    ['a document, when it is compiled', `<xsl:template match="/" use-when="doc('SECRET.xsl')"/>${page}`],
    ['a stylesheet of another folder', `<xsl:include href="../secret.xsl"/>${page}`],
    ['a link to one', `<xsl:include href="link.xsl"/>${page}`],
    ['the network, when it is compiled', `<xsl:include href="http://127.0.0.1:9/x.xsl"/>${page}`],
    [
      'a file, when it runs',
      `<xsl:template match="/"><xsl:value-of select="unparsed-text('SECRET.txt')"/></xsl:template>`,
    ],
    [
      'the network, when it runs',
      `<xsl:template match="/"><xsl:copy-of select="doc('http://127.0.0.1:9/')"/></xsl:template>`,
    ],
    [
      'the disk',
      `<xsl:template match="/"><xsl:result-document href="out.html"><p/></xsl:result-document></xsl:template>`,
    ],
    [
      'the environment',
      `<xsl:template match="/"><xsl:value-of select="environment-variable('PATH')"/></xsl:template>`,
    ],
    ['code that it makes', `<xsl:template match="/"><xsl:evaluate xpath="'1'"/></xsl:template>`],
    [
      'JavaScript',
      `<xsl:template match="/" xmlns:js="http://saxonica.com/ns/globalJS"><xsl:value-of select="js:eval('1')"/></xsl:template>`,
    ],
  ])(
    '%s',
    async (what, content) => {
      await symlink(join(folder, 'secret.xsl'), join(folder, 'own/link.xsl')).catch(() => undefined);
      const own = join(folder, `own/${what.replaceAll(/\W/g, '-')}.xsl`);
      await writeFile(own, sheet(content.replaceAll('SECRET', join(folder, 'secret'))));
      const refused: unknown = await publishWith(own, 'refused').catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: 'stylesheet' });
      expect(String(refused)).not.toContain(secret);
      await expect(readFile(join(folder, 'refused/index.html'))).rejects.toMatchObject({ code: 'ENOENT' });
    },
    60_000,
  );

  it('one that is not there, and one that is no stylesheet, with what is wrong', async () => {
    await expect(publishWith(join(folder, 'none.xsl'))).rejects.toMatchObject({
      code: 'stylesheet',
      message: expect.stringContaining('there is no such stylesheet'),
    });
    await writeFile(join(folder, 'own/broken.xsl'), sheet('<xsl:nothing/>'));
    await expect(publishWith(join(folder, 'own/broken.xsl'))).rejects.toMatchObject({ code: 'stylesheet' });
  }, 60_000);
});
