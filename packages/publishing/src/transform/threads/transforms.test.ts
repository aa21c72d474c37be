import { expect, it } from 'vitest';
import { publishedFiles } from '../../testing/published-files.js';
import { richVolume } from '../../testing/rich-volume.js';
import { SourceError } from '../gate.js';
import { Source } from '../source.js';
import { haveWarmThreads, takeThreads } from './kept-threads.js';
import { inOrder, Transforms } from './transforms.js';

const letter = (words: string) =>
  Source.of(
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>${words}</p></body></text></TEI>`,
  );

it('publishes on threads what it publishes without, byte for byte', async () => {
  const only = ['web', 'epub', 'txt'] as const;
  const here = await publishedFiles(richVolume(), { only, threads: 1 });
  const aside = await publishedFiles(richVolume(), { only, threads: 2 });
  expect([...aside.files.keys()]).toEqual([...here.files.keys()]);
  for (const [path, content] of here.files) expect(aside.files.get(path)?.equals(content), path).toBe(true);
  expect(aside.warnings).toEqual(here.warnings);
});

it('names the file and the line of what cannot be read, in the order of the edition', async () => {
  const { volume, letters } = richVolume();
  const broken = letters.map((file, index) =>
    index === 0 ? file : { ...file, source: file.source.replace('<body>', '\n<body></p>') },
  );
  const publishing = publishedFiles({ volume, letters: broken }, { only: ['web'], threads: 2 });
  await expect(publishing).rejects.toMatchObject({ code: 'unreadable', file: 'letters/two.xml', line: 2 });
});

it('hands on what is made of each document in their order, and what went wrong as it would here', async () => {
  const transforms = new Transforms(2);
  try {
    transforms.expect(5);
    const run = (words: string) => transforms.run('web/plan', letter(words), { id: words });
    const made: string[] = [];
    for await (const [words, { result }] of inOrder(['one', 'two', 'three'], run, transforms.atOnce))
      made.push(`${words}: ${/incipit="([^"]*)"/.exec(result)?.[1]}`);
    expect(made).toEqual(['one: one', 'two: two', 'three: three']);
    const error: unknown = await transforms
      .run('web/plan', Source.of('<p>\n</q>'), { id: 'x' })
      .catch((it) => it);
    expect(error).toBeInstanceOf(SourceError);
    expect(error).toMatchObject({ line: 2 });
    const endless = transforms.run('web/plan', letter('last'), { id: 'last' });
    const [end] = await Promise.allSettled([endless, transforms.end()]);
    expect(end.status).toBe('rejected');
  } finally {
    await transforms.end();
  }
});

it('has threads wait for a next publication, which tells them anew what it is made of', async () => {
  const source = letter('again');
  const shared = Source.of('<added/>');
  for (const words of ['first', 'second']) {
    const transforms = new Transforms(2);
    transforms.expect(1);
    expect(haveWarmThreads(1)).toBe(false);
    const ran = await transforms.run('web/plan', source, { id: words, added: shared });
    expect(ran.result).toContain('again');
    await transforms.release();
    expect(haveWarmThreads(1)).toBe(true);
  }
  await takeThreads(1).end();
});

it('has no threads wait that are at something, and none that its memory is wanted of', async () => {
  const busy = new Transforms(2);
  busy.expect(1);
  const endless = busy.run('web/plan', letter('last'), { id: 'last' });
  const [end] = await Promise.allSettled([endless, busy.release()]);
  expect(end.status).toBe('rejected');
  expect(haveWarmThreads(1)).toBe(false);
  const done = new Transforms(2);
  done.expect(1);
  await done.run('web/plan', letter('done'), { id: 'done' });
  await done.end();
  expect(haveWarmThreads(1)).toBe(false);
});

it('leaves few documents to the thread that asks', async () => {
  const transforms = new Transforms();
  transforms.expect(20);
  expect(transforms.atOnce).toBe(1);
  await transforms.end();
});
