import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { volumeFonts } from './fonts.js';
import { compose, stopTypesetter, typeset, typesetterEnvironment } from './typeset.js';
import type { TypesetError } from './typeset-error.js';

afterAll(stopTypesetter);

const face = '#set text(font: "EB Garamond", fallback: false)\n';
const failure = async (source: string, options = {}): Promise<TypesetError> => {
  try {
    await typeset(source, options);
  } catch (error) {
    return error as TypesetError;
  }
  throw new Error('it was set');
};

describe('typeset', () => {
  it('sets a document as PDF', async () => {
    const { pdf, pages } = await compose(`${face}One\n#pagebreak()\nTwo`);
    expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-');
    expect(pages).toBe(2);
  });

  it('gives the same bytes for the same source, in the same process and in another', async () => {
    const source = `${face}#set document(title: "A", date: datetime(year: 2026, month: 1, day: 1))\nText`;
    const first = await typeset(source, { standard: 'a-2a' });
    await typeset(`${face}Another document in between`);
    const second = await typeset(source, { standard: 'a-2a' });
    stopTypesetter();
    const third = await typeset(source, { standard: 'a-2a' });
    expect(Buffer.compare(first, second)).toBe(0);
    expect(Buffer.compare(first, third)).toBe(0);
  });

  it('does not see the files of the document before', async () => {
    await typeset(`${face}#import "part.typ": word\n#word`, { files: { 'part.typ': '#let word = "yes"' } });
    expect((await failure(`${face}#import "part.typ": word`)).message).toContain('file not found');
  });

  it('sees each file as this document has it, whatever the one before had of that name', async () => {
    const set = (word: string) =>
      typeset(`${face}#import "part.typ": word\n#import "same.typ": other\n#word #other`, {
        files: { 'part.typ': `#let word = "${word}"`, 'same.typ': '#let other = "same"' },
      });
    const [first, other, again] = [await set('one'), await set('two'), await set('one')];
    expect(other).not.toEqual(first);
    expect(again).toEqual(first);
  });

  it('throws what goes wrong meanwhile in this process, and sets the next document', async () => {
    const mistake = new Error('not so');
    const meanwhile = () => {
      throw mistake;
    };
    await expect(typeset(`${face}One`, { meanwhile })).rejects.toBe(mistake);
    const done: string[] = [];
    const { pages } = await compose(`${face}Two`, { meanwhile: () => done.push('meanwhile') });
    expect([pages, done]).toEqual([1, ['meanwhile']]);
  });

  it('says file, line and column of a fault', async () => {
    const error = await failure('#import "part.typ": *', { files: { 'part.typ': '\n#nothing' } });
    expect(error.failure).toBe('source');
    expect(error.diagnostics[0]).toEqual({
      file: 'part.typ',
      line: 2,
      column: 2,
      message: 'unknown variable: nothing',
    });
  });

  it('takes a warning for an error: a block inside a paragraph would be lost', async () => {
    expect((await failure(`${face}#par[a #block[lost]]`)).message).toContain('block may not occur inside');
  });

  it('refuses a face that it was not given, the compiler’s own included', async () => {
    expect((await failure('#set text(font: "Libertinus Serif")\nText')).message).toContain('LibertinusSerif');
    expect((await failure('#set text(font: "No Such Face")\nText')).message).toContain('no such face');
  });

  it('names a character without a glyph', async () => {
    const dated = '#set document(date: datetime(year: 2026, month: 1, day: 1))\n';
    expect((await failure(`${dated}${face}\u4e00`, { standard: 'a-2a' })).message).toContain('\u4e00');
  });

  it.each([
    '#read("/etc/passwd")',
    '#read("../../../../etc/passwd")',
    '#image("/etc/hostname")',
    '#include "/etc/passwd"',
  ])('reads no file of the machine: %s', async (source) => {
    expect((await failure(face + source)).message).toMatch(/file not found|access denied/);
  });

  it.each(['#import "@preview/cetz:0.2.0": *', '#let name = "@pre" + "view/cetz:0.2.0"\n#import name: *'])(
    'imports no package: %s',
    async (source) => {
      expect((await failure(face + source)).message).toMatch(/failed to download package|package not found/);
    },
  );

  it('sends downloads to the proxy that it is given, which in earnest is a closed door', async () => {
    const asked: string[] = [];
    const server = createServer().on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const folder = mkdtempSync(join(tmpdir(), 'chancery-typst-test-'));
    const door = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const child = fork(fileURLToPath(new URL('typst-process.mjs', import.meta.url)), {
      cwd: folder,
      env: typesetterEnvironment(folder, door),
      execArgv: [],
      serialization: 'advanced',
    });
    try {
      const reply = new Promise<unknown>((resolve) => child.once('message', resolve));
      child.send({ fonts: volumeFonts().map(({ bytes }) => bytes), memoryLimit: 2048 });
      child.send({ id: 1, main: 'main.typ', files: { 'main.typ': '#import "@preview/cetz:0.2.0": *' } });
      await reply;
      expect(asked).not.toHaveLength(0);
      expect(new Set(asked)).toEqual(new Set(['packages.typst.org:443']));
      expect(Object.values(typesetterEnvironment(folder))).toContain('http://127.0.0.1:0');
    } finally {
      child.kill();
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('hands none of our environment to the typesetter', () => {
    const values = Object.values(typesetterEnvironment('/folder'));
    expect(new Set(values)).toEqual(new Set(['http://127.0.0.1:0', '/folder', '', '1', '131072']));
  });

  const endless = '#for i in range(100000) { for j in range(100000) { let k = i + j } }';

  it('stops after its time, and sets the next document', async () => {
    expect((await failure(endless, { timeout: 300 })).failure).toBe('timeout');
    expect((await compose(`${face}Next`)).pages).toBe(1);
  });

  it('tries a document by another standard after its bytes are there, one document after the other', async () => {
    const tried = { standard: 'a-2a', meets: 'ua-1' } as const;
    const [untitled, titled] = await Promise.all([
      compose(`${face}Untitled`, tried),
      compose(`#set document(title: "A")\n${face}Titled`, tried),
    ]);
    expect((await untitled.unmet).join()).toMatch(/title/);
    expect(await titled.unmet).toEqual([]);
  });

  it('stops when it takes too much memory, and sets the next document', async () => {
    const greedy = '#let all = ()\n#for i in range(1000000) { all.push("word" * 1000 + str(i)) }';
    expect((await failure(greedy, { memoryLimit: 300, timeout: 60_000 })).failure).toBe('memory');
    expect((await compose(`${face}Next`)).pages).toBe(1);
  });

  it('is begun anew where it holds too much of the documents before for the next', async () => {
    // Long enough for whoever watches its memory to see it.
    const long = '#let count = 0\n#for i in range(150000) { count = count + 1 }';
    for (const sign of 'abc') {
      const source = `${face}#let all = "${sign}" * 120000000\n${long}\n#all.len()`;
      expect((await compose(source, { memoryLimit: 330 })).pages).toBe(1);
    }
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const setting = failure(endless, { signal: controller.signal });
    setTimeout(() => controller.abort(), 200);
    expect((await setting).name).toBe('AbortError');
  });
});
