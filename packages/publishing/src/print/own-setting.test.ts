import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishEdition } from '../publish-edition.js';
import { filesIn } from '../testing/published-files.js';
import { sampleVolume } from '../testing/rich-volume.js';
import { stopTypesetter } from './index.js';

const example = fileURLToPath(new URL('../../../../docs/own-stylesheet/press.typ', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-setting-'));
});
afterAll(async () => {
  stopTypesetter();
  await rm(folder, { recursive: true, force: true });
});

const publish = (out: string, typst?: string) =>
  publishEdition(sampleVolume(), { out: join(folder, out), only: ['pdf'], typst });

it('sets the volume by the example, of which nothing is lost', async () => {
  const ours = await publish('ours');
  const own = await publish('own', example);
  expect(own.warnings).toEqual(ours.warnings);
  const [one, other] = [await filesIn(join(folder, 'ours')), await filesIn(join(folder, 'own'))];
  expect(String(other.get('volume.pdf')?.subarray(0, 5))).toBe('%PDF-');
  expect(other.get('volume.pdf')?.equals(one.get('volume.pdf') ?? Buffer.of())).toBe(false);
}, 120_000);

const ours = '#import "chancery.typ": *\n';

it.each([
  ['reads a file of the computer', `${ours}#let sp = read("/etc/passwd")`],
  ['reads one above its folder', `${ours}#let sp = read("../../../../etc/passwd")`],
  ['asks for a package', `#import "@preview/cetz:0.3.0"\n${ours}`],
  ['fails', `${ours}#panic("by itself")`],
  ['is no Typst', `${ours}#let (`],
  ['loses the dates below letters', `${ours}#let closing-date(..parts) = (kind: "date", body: [])`],
])(
  'publishes nothing by a setting that %s',
  async (what, source) => {
    const typst = join(folder, `${what.replaceAll(/\W/g, '-')}.typ`);
    await writeFile(typst, source);
    const refused: unknown = await publish('refused', typst).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: what.startsWith('loses') ? 'not-conserved' : 'print' });
    expect(String(refused)).not.toContain('root:');
    await expect(filesIn(join(folder, 'refused'))).rejects.toMatchObject({ code: 'ENOENT' });
  },
  60_000,
);

it.each([
  ['is not there', undefined, 'There is no such Typst file.'],
  ['is a folder', 'folder', 'This is a folder, and no Typst file.'],
  ['is too long', Buffer.alloc(1_000_001, ' '), 'has 1,000,001 bytes; a setting has 1,000,000 at most.'],
  ['is not in UTF-8', Buffer.of(0x22, 0xff, 0x22), 'is not in UTF-8.'],
  ['holds a control character', `${ours}\u0000`, ':2:1: The Typst file holds the control character U+0000.'],
])('says of a file that %s what is wrong with it', async (what, content, words) => {
  const typst = join(folder, `${what.replaceAll(/\W/g, '-')}.typ`);
  if (content === 'folder') await mkdir(typst);
  else if (content !== undefined) await writeFile(typst, content);
  const refused: unknown = await publish('none', typst).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'stylesheet', file: typst });
  expect(String(refused)).toContain(words);
});
