import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
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
      '<p class="p">Moscow<a class="callout k2" href="#n">2</a> is wr<i>it</i>ten.</p><p>&lt;img src=x onerror=alert(1)&gt; &amp; more&#x21; <a class="back" href="#c">Back<span class="sr">, note 2</span></a></p>',
    ),
  );
  const fragment = [...files].find(([path]) => path.startsWith('fragment/'))?.[1];
  const record = String(gunzipSync(fragment ?? new Uint8Array())).replace(/^pagefind_dcd/, '');
  expect(JSON.parse(record)).toMatchObject({
    content: 'Moscow is written. <img src=x onerror=alert(1)> & more!',
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

it.each([
  ['has other words', ['a one', 'b two', 'c three'], ['a one', 'b four', 'c three']],
  ['is new at the end', ['a one', 'b two'], ['a one', 'b two', 'c three']],
  ['is new among them', ['a one', 'c three'], ['a one', 'b two', 'c three']],
  ['has gone', ['a one', 'b two', 'c three'], ['a one', 'c three']],
])('is the same as made anew where a page %s since the last one', async (_what, before, now) => {
  const filesIn = async (language: string, pages: readonly string[]) => {
    const index = await SearchIndex.begin(language);
    for (const words of pages)
      index?.add({ address: `${words[0]}/index.html`, title: '', date: '', facets: {}, words });
    const files = (await index?.finish()) ?? [];
    await index?.end();
    return files.map(([path, content]) => [path, Buffer.from(content).toString('base64')]);
  };
  await filesIn('de', before);
  const next = await filesIn('de', now);
  // After one in another language nothing is held of this one.
  await filesIn('fr', now);
  expect(next).toEqual(await filesIn('de', now));
});
