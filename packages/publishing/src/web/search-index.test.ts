import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it, vi } from 'vitest';
import { SearchIndex, wordsOf } from './search-index.js';

async function filesOf(html: string) {
  const index = await SearchIndex.begin('en-GB');
  const facets = { Year: ['1941', '<b>'] };
  index?.add({
    address: 'letters/a/index.html',
    title: 'A <i>to</i> B',
    date: '',
    facets,
    words: wordsOf(html),
  });
  const files = new Map(await index?.finish());
  await index?.end();
  return files;
}

const page = (text: string) =>
  `<head><title>x</title></head><article id="text">${text}</article><footer>y</footer>`;

it('holds the words that a page shows in its text and notes, and no markup but what is text', async () => {
  const files = await filesOf(
    page(
      '<p class="p">Moscow<a class="callout k2" href="#n">2</a> is wr<i>it</i>ten.</p><p>&lt;img src=x onerror=alert(1)&gt; &amp; more&#x21; <a class="back" href="#c">Back<span class="sr">, note 2</span></a></p><section class="notes"><h2 id="notes-heading">Notes</h2><ol><li><span class="figure">2</span><div class="note-text">So he said.</div></li></ol></section>',
    ),
  );
  const fragment = [...files].find(([path]) => path.startsWith('fragment/'))?.[1];
  const record = String(gunzipSync(fragment ?? new Uint8Array())).replace(/^pagefind_dcd/, '');
  expect(JSON.parse(record)).toMatchObject({
    content: 'Moscow is written. <img src=x onerror=alert(1)> & more! So he said.',
    meta: { title: 'A <i>to</i> B', address: 'letters/a/index.html' },
    filters: { Year: ['1941', '<b>'] },
  });
  expect([...files.keys()].filter((path) => path.endsWith('.js'))).toEqual(['pagefind.js']);
});

it('is the same for the same pages, byte for byte', async () => {
  const text = page(`<p>${Array.from({ length: 500 }, (_, at) => `word${at}`).join(' ')}</p>`);
  const [one, two] = [await filesOf(text), await filesOf(text)];
  expect([...two.keys()]).toEqual([...one.keys()]);
  for (const [path, content] of one)
    expect(Buffer.from(content).equals(two.get(path) ?? new Uint8Array()), path).toBe(true);
});

/** The files of the index of pages whose words begin with their names. */
async function filesIn(language: string, pages: readonly string[], meanwhile?: () => Promise<void>) {
  const index = await SearchIndex.begin(language);
  for (const words of pages)
    index?.add({ address: `${words[0]}/index.html`, title: '', date: '', facets: {}, words });
  await meanwhile?.();
  const files = (await index?.finish()) ?? [];
  await index?.end();
  return files.map(([path, content]) => [path, Buffer.from(content).toString('base64')]);
}

it.each([
  ['has other words', ['a one', 'b two', 'c three'], ['a one', 'b four', 'c three']],
  ['is new at the end', ['a one', 'b two'], ['a one', 'b two', 'c three']],
  ['is new among them', ['a one', 'c three'], ['a one', 'b two', 'c three']],
  ['has gone', ['a one', 'b two', 'c three'], ['a one', 'c three']],
])('is the same as made anew where a page %s since the last one', async (_what, before, now) => {
  await filesIn('de', before);
  const next = await filesIn('de', now);
  // After one in another language nothing is held of this one.
  await filesIn('fr', now);
  expect(next).toEqual(await filesIn('de', now));
});

/** The processes of Pagefind that this one has begun and that run (proc(5), pid/stat). */
function pagefinds(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [, name = '', state, parent] =
          /\((.*)\) (\S) (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
        const isOurs = name.startsWith('pagefind') && Number(parent) === process.pid && state !== 'Z';
        return isOurs ? Number(pid) : [];
      } catch {
        return [];
      }
    });
}

async function endPagefind(): Promise<void> {
  const running = pagefinds();
  expect(running).toHaveLength(1);
  for (const pid of running) process.kill(pid, 'SIGKILL');
  await expect.poll(pagefinds).toEqual([]);
}

it('is made anew by another process where that of Pagefind has ended', async ({ skip }) => {
  if (process.platform !== 'linux') skip('Pagefind’s process is looked for in /proc.');
  // Pagefind says there that its process has ended.
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const [pages, others] = [
      ['a one', 'b two'],
      ['a one', 'b three'],
    ];
    const [whole, other] = [await filesIn('nl', pages), await filesIn('nl', others)];
    expect(whole.length).toBeGreaterThan(2);
    await filesIn('nl', pages);
    await endPagefind();
    expect(await filesIn('nl', pages)).toEqual(whole);
    await endPagefind();
    expect(await filesIn('nl', others)).toEqual(other);
    // It is told of a page, and ends before it has heard of it: no answer will come.
    for (const pid of pagefinds()) process.kill(pid, 'SIGSTOP');
    expect(await filesIn('nl', pages, endPagefind)).toEqual(whole);
    await endPagefind();
    const fewer = await filesIn('nl', ['b two']);
    expect(await filesIn('nl', pages, endPagefind)).toEqual(whole);
    await endPagefind();
    expect(await filesIn('fr', pages)).not.toEqual([]);
    expect(await filesIn('nl', ['b two'])).toEqual(fewer);
  } finally {
    said.mockRestore();
  }
});
