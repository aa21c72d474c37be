import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EditionSource, TeiFile } from './edition-source.js';
import { publishEdition } from './publish-edition.js';
import { PublishError } from './publish-error.js';
import { faultIn, outlineOf } from './testing/outline-of.js';

const corpus = fileURLToPath(new URL('../../../corpus/', import.meta.url));
let folder: string;
let sample: EditionSource;

async function tei(path: string): Promise<TeiFile> {
  return { path, source: await readFile(join(corpus, path), 'utf8') };
}

async function filesOf(root: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    await Promise.all(files.map(async (file) => [relative(root, file), await readFile(file)] as const)),
  );
}

/** Every file with the hash of its bytes, for comparing two folders. */
async function hashesOf(root: string): Promise<Record<string, string>> {
  const files = await filesOf(root);
  return Object.fromEntries(
    Array.from(files, ([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]),
  );
}

/** A volume of one letter, or of what is given. */
function small(
  parts: { letter?: string; id?: string; list?: string; front?: string; notes?: string } = {},
): EditionSource {
  const id = parts.id ?? 'a-letter';
  const xmlns = 'xmlns="http://www.tei-c.org/ns/1.0"';
  const header = (title: string) =>
    `<teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>`;
  return {
    volume: {
      path: 'volume.xml',
      source: `<TEI ${xmlns} xml:id="v">${header('Letters')}<text><front>${parts.front ?? ''}</front>
        <body><div type="documents"><list type="documents"><item><ptr target="letters/${id}.xml"/></item>${parts.list ?? ''}</list></div></body>
        <back><div type="notes">${parts.notes ?? '<note type="endnote" xml:id="n1">A note.</note>'}</div></back></text></TEI>`,
    },
    letters: [
      {
        path: `letters/${id}.xml`,
        source: `<TEI ${xmlns} xml:id="${id}">${header('No. 1. A to B')}
          <text><body><div type="letter">${parts.letter ?? '<p>Text<ptr type="endnote" target="../volume.xml#n1"/>.</p>'}</div></body></text></TEI>`,
      },
    ],
  };
}

const publish = (edition: EditionSource, out: string) => publishEdition(edition, { out, only: ['web'] });

async function refusal(edition: EditionSource, out = join(folder, 'refused')): Promise<PublishError> {
  const error: unknown = await publish(edition, out).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(PublishError);
  return error as PublishError;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-publish-'));
  const letters = (await readdir(join(corpus, 'letters'))).filter((name) => name.endsWith('.xml'));
  sample = {
    volume: await tei('volume.xml'),
    letters: await Promise.all(letters.map((name) => tei(`letters/${name}`))),
  };
  await publish(small(), join(folder, 'warm'));
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the sample volume', () => {
  let out: string;
  let files: Map<string, Buffer>;
  const progress: string[] = [];
  const html = (path: string) => String(files.get(path));
  const text = (path: string) =>
    html(path)
      .replace(/^[\s\S]*?<body/, '<body')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ');

  beforeAll(async () => {
    out = join(folder, 'sample');
    const report = await publishEdition(sample, {
      out,
      only: ['web', 'pdf'],
      onProgress: ({ done, total, label }) => progress.push(`${done}/${total} ${label}`),
    });
    expect(report).toMatchObject({ web: { pages: 69 }, pdf: { path: 'volume.pdf' }, warnings: [] });
    files = await filesOf(out);
  }, 180_000);

  it('has one heading on each page before all others, and skips no level', () => {
    const pages = [...files.keys()].filter((name) => name.endsWith('.html'));
    const faults = pages.map((name) => [name, faultIn(outlineOf(html(name)))] as const);
    expect(faults.length).toBeGreaterThan(60);
    expect(faults.filter(([, fault]) => fault)).toEqual([]);
  });

  it('has all its pages, the volume as PDF, and tells its progress letter by letter', () => {
    const pages = [...files.keys()].filter((name) => name.endsWith('.html'));
    expect(pages.filter((name) => !/^(?:persons|places)\/./.test(name))).toEqual([
      '404.html',
      'calendar/index.html',
      'commission-members/index.html',
      'contents/index.html',
      'foreword/index.html',
      'index.html',
      'index/index.html',
      ...sample.letters
        .flatMap(({ path }) =>
          ['/', '/diplomatic/', '/source/'].map((view) => path.replace('.xml', `${view}index.html`)),
        )
        .sort(),
      'notes/index.html',
      'publishers-note/index.html',
      'search/index.html',
    ]);
    expect(pages.filter((name) => name.startsWith('places/'))).toEqual(
      [
        'finland',
        'germany',
        'great-britain',
        'kuibyshev',
        'london',
        'moscow',
        'usa',
        'ussr',
        'washington',
        '',
      ]
        .map((id) => join('places', id, 'index.html'))
        .sort(),
    );
    expect(String(files.get('volume.pdf')?.subarray(0, 5))).toBe('%PDF-');
    expect(progress.slice(0, 3)).toEqual(['1/16 No. 1', '2/16 No. 2', '3/16 No. 3']);
    expect(progress.at(-1)).toBe('16/16 Print volume');
  });

  it('goes on behind a description without its full point, and with that of an abbreviation', () => {
    expect(text('persons/index.html')).toContain('President of the U.S.A.; 7 documents');
    expect(text('persons/index.html')).toContain('Prime Minister of Great Britain; 1 document');
  });

  it('has no dead link, and links to nothing outside but what its text cites', () => {
    const dead: string[] = [];
    for (const [path, bytes] of files) {
      if (!path.endsWith('.html')) continue;
      // What a source holds is text.
      const page = String(bytes).replace(/<code>.*<\/code>/s, '');
      const ids = new Set(Array.from(page.matchAll(/\sid="([^"]*)"/g), ([, id]) => id));
      expect(ids.size, `${path}: ids are unique`).toBe(page.match(/\sid="/g)?.length);
      for (const [, href = ''] of page.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
        // The names of vocabularies, which nothing fetches.
        if (['http://purl.org/dc/elements/1.1/', 'http://purl.org/dc/terms/'].includes(href)) continue;
        const [file = '', fragment] = href.split('#');
        const target = file === '' ? path : join(dirname(path), file);
        const at = fragment === undefined || String(files.get(target)).includes(` id="${fragment}"`);
        if (!files.has(target) || !at) dead.push(`${path}: ${href}`);
      }
    }
    expect(dead).toEqual([]);
  });

  it('has an index that says who is named, and in which documents', () => {
    const index = text('index/index.html');
    expect(index).toContain(
      'Roosevelt, Franklin D. President of the U.S.A. Named in Foreword, No. 2, No. 3, No. 4, No. [5] ' +
        'Messages from No. 2, No. 3, No. [5], No. [7] Messages to No. 1, No. 4, No. [6]',
    );
    expect(index).not.toContain('Gromyko');
  });

  it('gives the TEI of each document as it is, byte for byte', () => {
    for (const { path, source } of sample.letters) {
      const id = path.slice('letters/'.length, -'.xml'.length);
      expect(String(files.get(`letters/${id}/${id}.xml`))).toBe(source);
    }
  });

  it('shows a document as the volume prints it', () => {
    const page = 'letters/roosevelt-churchill-1941-08-15/index.html';
    expect(text(page)).toContain(
      'No. 2 Received on August 15, 1941 F. ROOSEVELT AND W. CHURCHILL TO J. V. STALIN*',
    );
    expect(text(page)).toContain('his return from Moscow2 to consult together');
    expect(text(page)).toContain('The text of this note is wanting in the source. Also called in No. 3.');
    expect(text(page)).toContain('most urgently new pageneed. Already');
    expect(html(page)).toContain('rel="prev" href="../../letters/stalin-1941-08-04/index.html"');
    expect(html(page)).toContain('rel="next" href="../../letters/roosevelt-1941-09-30/index.html"');
    expect(html(page)).toContain('lang="en"');
  });

  it('brackets the numbers that are supplied, and stars the titles that are furnished', () => {
    expect(text('letters/stalin-1941-11-04/index.html')).toContain('No. [6]');
    expect(text('contents/index.html')).toContain(
      '[7]F. Roosevelt to J. V. Stalin*November 6, 1941I am happy',
    );
    expect(text('letters/aide-memoire-1941-11-02/index.html')).toContain(
      'Mr Steinhardt, on November 2, 1941*',
    );
  });

  it('numbers the footnotes of the Foreword anew on each page, and the endnotes through the volume', () => {
    const labels = Array.from(
      html('foreword/index.html').matchAll(/role="doc-noteref" aria-label="Note (\d+)"/g),
      ([, n]) => n,
    );
    expect(labels).toEqual(['1', '2', '3', '4', '5', '1']);
    expect(text('notes/index.html')).toContain(
      '3The text of this note is wanting in the source. Called in No. 4, No. [5] and No. [6].',
    );
  });

  it('shows the run of its documents on the front page, each month with the way to it', () => {
    expect(html('index.html')).toContain('<a href="calendar/index.html#m1941-08">');
    expect(html('calendar/index.html')).toContain('<a href="#m1941-08">');
  });

  it('carries no script in its pages, and allows none but its own files', () => {
    for (const [path, bytes] of files) {
      if (!path.endsWith('.html')) continue;
      // A block of data is no script: it is never run.
      const page = String(bytes)
        .replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')
        .replace(/<script src="(?:\/|(?:\.{1,2}\/)*)assets\/(?:edition|search)\.js" defer><\/script>/g, '');
      expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i);
      expect(String(bytes)).toContain(
        `http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'`,
      );
      const runsWasm = path === 'search/index.html' ? ` 'wasm-unsafe-eval'` : '';
      expect(String(bytes)).toContain(`; script-src 'self'${runsWasm};`);
    }
  });

  it('keeps a letter’s page with its style sheet under 60 KB compressed', () => {
    const sheet = gzipSync(files.get('assets/edition.css') ?? '').length;
    for (const { path } of sample.letters) {
      const page = gzipSync(files.get(path.replace('.xml', '/index.html')) ?? '').length;
      expect(page + sheet).toBeLessThan(60_000);
    }
  });

  it('is the same, byte for byte, when it is published again in any order of files', async () => {
    const again = join(folder, 'again');
    await publishEdition(
      { ...sample, letters: sample.letters.toReversed() },
      { out: again, only: ['web', 'pdf'] },
    );
    const second = await filesOf(again);
    expect([...second.keys()]).toEqual([...files.keys()]);
    for (const [path, bytes] of files) expect(second.get(path)?.equals(bytes), path).toBe(true);
  }, 180_000);

  it('keeps the part that is not made anew', async () => {
    const part = join(folder, 'part');
    await publish(small(), part);
    const before = await filesOf(part);
    const report = await publishEdition(small(), { out: part, only: ['pdf'] });
    expect(report.web).toBeUndefined();
    const after = await filesOf(part);
    expect(after.get('index.html')).toEqual(before.get('index.html'));
    expect(after.has('volume.pdf')).toBe(true);
    await publish(small(), part);
    expect(String((await filesOf(part)).get('index.html'))).toContain('href="volume.pdf"');
  }, 180_000);
});

describe('an edition that cannot be published', () => {
  it('is named with the file and the line, and the last good one stands', async () => {
    const out = join(folder, 'stands');
    await publish(small(), out);
    const before = await hashesOf(out);
    const dead = await refusal(
      small({ letter: '<p>x</p>\n<p>Text<ptr type="endnote" target="../volume.xml#n9"/>.</p>' }),
      out,
    );
    expect(dead).toMatchObject({ code: 'dead-callout', file: 'letters/a-letter.xml', line: 3 });
    expect(dead.message).toBe(
      'letters/a-letter.xml:3:8: A note is called that the volume does not have: “../volume.xml#n9”.',
    );
    const broken = await refusal(small({ letter: '<p>\n</q>' }), out);
    expect(broken).toMatchObject({ code: 'unreadable', file: 'letters/a-letter.xml', line: 3 });
    expect(await hashesOf(out)).toEqual(before);
    expect((await readdir(folder)).filter((name) => name.startsWith('.stands'))).toEqual([]);
  });

  it('may be stopped half-way, and leaves the last good one', async () => {
    const out = join(folder, 'stopped');
    await publish(small(), out);
    const before = await hashesOf(out);
    const stop = new AbortController();
    const stopped = publishEdition(sample, { out, signal: stop.signal, onProgress: () => stop.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(await hashesOf(out)).toEqual(before);
    expect((await readdir(folder)).filter((name) => name.startsWith('.stopped'))).toEqual([]);
  });

  it.each(['../../outside', '..', 'a/b', 'a\\b', '', 'con:', 'a&amp;b', '.hidden', 'a '])(
    'has the identifier “%s”, which would leave the folder or need escaping',
    async (id) => {
      const edition = small({ id });
      const letters = edition.letters.map((letter) => ({ ...letter, path: 'letters/x.xml' }));
      expect(await refusal({ ...edition, letters })).toMatchObject({ code: 'unsafe-id' });
    },
  );

  it('has a part of the front matter that would take the place of the letters', async () => {
    expect(await refusal(small({ front: '<div xml:id="letters"><p/></div>' }))).toMatchObject({
      code: 'duplicate-id',
    });
    expect(await refusal(small({ front: '<div type="../../x"><p/></div>' }))).toMatchObject({
      code: 'unsafe-id',
    });
  });

  it('has two documents of one address', async () => {
    const { volume, letters } = small();
    const twin = letters.map((letter) => ({ ...letter, path: 'letters/twin.xml' }));
    expect(await refusal({ volume, letters: [...letters, ...twin] })).toMatchObject({ code: 'duplicate-id' });
  });

  it('would replace a folder that holds other files', async () => {
    const out = join(folder, 'mine');
    await mkdir(out);
    await writeFile(join(out, 'thesis.txt'), 'years of work');
    expect(await refusal(small(), out)).toMatchObject({ code: 'folder-in-use' });
    expect(await readFile(join(out, 'thesis.txt'), 'utf8')).toBe('years of work');
  });

  it('has a place that cannot be written to', async () => {
    await writeFile(join(folder, 'a-file'), '');
    expect(await refusal(small(), join(folder, 'a-file', 'out'))).toMatchObject({ code: 'not-written' });
  });
});

describe('from release to release', () => {
  const renamed = (former: string): EditionSource => {
    const { volume, letters } = small({ id: 'new-id' });
    const statement = `<publicationStmt><idno type="former">${former}</idno></publicationStmt>`;
    const file = (letter: TeiFile) => ({
      ...letter,
      source: letter.source.replace('<publicationStmt><p/></publicationStmt>', statement),
    });
    return { volume, letters: letters.map(file) };
  };

  it('leads on from the address of a document that has another identifier, and from its views', async () => {
    const out = join(folder, 'renamed');
    await publish(small({ id: 'old-id' }), out);
    const report = await publish(renamed('old-id'), out);
    for (const [path, target] of [
      ['letters/old-id/', '../../letters/new-id/index.html'],
      ['letters/old-id/diplomatic/', '../../../letters/new-id/index.html'],
    ]) {
      const page = await readFile(join(out, `${path}index.html`), 'utf8');
      expect(page).toContain(`<meta http-equiv="refresh" content="0; url=${target}">`);
      expect(page).toContain(`<a href="${target}">The document</a>`);
    }
    // It is no page of the edition: nobody finds or counts it.
    const again = await publish(renamed('old-id'), join(folder, 'renamed-anew'));
    expect(report.web?.pages).toBe(again.web?.pages);
  });

  it('says of a document that went that it was withdrawn, in this release and in all that follow', async () => {
    const out = join(folder, 'withdrawn');
    await publish(small({ id: 'withdrawn' }), out);
    for (const id of ['another', 'another', 'third']) {
      await publish(small({ id }), out);
      const page = await readFile(join(out, 'letters/withdrawn/index.html'), 'utf8');
      expect(page).toContain('<h1>This page was withdrawn</h1>');
      expect(page).toContain('<a href="../../contents/index.html">Contents</a>');
      expect(page).not.toContain('http-equiv="refresh"');
    }
    await publish(small({ id: 'withdrawn' }), out);
    const back = await readFile(join(out, 'letters/withdrawn/index.html'), 'utf8');
    expect(back).toContain('class="callout');
    expect(back).not.toContain('This page was withdrawn');
  });

  it('lists its releases in a feed, each once, where its address is known', async () => {
    const out = join(folder, 'releases');
    const { volume, letters } = small();
    const source = volume.source.replace(
      '<publicationStmt><p/></publicationStmt>',
      '<publicationStmt><date when="2026-11-28"/></publicationStmt>',
    );
    const edition = { volume: { ...volume, source }, letters };
    const address = 'https://x.example/ada/';
    for (const release of ['1.0', '1.1', '1.1'])
      await publishEdition(edition, { out, only: ['web'], release, address });
    const feed = await readFile(join(out, 'feed.xml'), 'utf8');
    expect(feed.match(/<title>Release [^<]*/g)).toEqual(['<title>Release 1.1', '<title>Release 1.0']);
    expect(await readFile(join(out, 'index.html'), 'utf8')).toContain('href="feed.xml"');
    expect(await readFile(join(out, '404.html'), 'utf8')).toContain('href="/ada/assets/edition.css"');
  });

  it('lists a release under the day that is told, and says that it lists none without a day', async () => {
    const address = 'https://x.example/ada/';
    const [told, none] = [join(folder, 'told'), join(folder, 'none')];
    const release = { only: ['web'], release: '1.0', address } as const;
    await publishEdition(small(), { ...release, out: told, released: '2026-12-01' });
    const feed = await readFile(join(told, 'feed.xml'), 'utf8');
    expect(feed.match(/<updated>[^<]*/g)).toEqual([
      '<updated>2026-12-01T00:00:00Z',
      '<updated>2026-12-01T00:00:00Z',
    ]);
    const { warnings } = await publishEdition(small(), { ...release, out: none });
    expect(warnings).toMatchObject([{ code: 'no-day', file: 'volume.xml' }]);
    expect([...(await filesOf(none)).keys()]).not.toContain('feed.xml');
    expect(await readFile(join(none, 'index.html'), 'utf8')).not.toContain('feed.xml');
  });
});

it('finds the files that its list names with signs of addresses, and takes number signs for text', async () => {
  const { volume, letters } = small({
    list: '<item n="#2"><ptr target="letters/c%20d.xml"/></item>',
    notes: '<note type="endnote" xml:id="n1">#1 #let x = 1</note>',
  });
  const [letter] = letters;
  const source = volume.source.replace('letters/a-letter.xml', 'letters/a%23b.xml');
  const files = [
    { path: 'letters/a#b.xml', source: letter?.source ?? '' },
    { path: 'letters/c d.xml', source: letter?.source.replaceAll('a-letter', 'second') ?? '' },
  ];
  const out = join(folder, 'signs');
  const edition = { volume: { ...volume, source }, letters: files };
  const { warnings } = await publishEdition(edition, { out, only: ['web', 'pdf'] });
  expect(warnings).toEqual([]);
  expect(await readFile(join(out, 'letters/a-letter/index.html'), 'utf8')).toContain('#1 #let x = 1');
  expect(await readFile(join(out, 'letters/second/index.html'), 'utf8')).toContain('Text');
}, 60_000);

it('names in its registers the parts of the volume too that name somebody', async () => {
  const { volume, letters } = small({
    front:
      '<div type="foreword" xml:id="foreword"><head>FOREWORD</head><p>By <persName ref="#ada">A. A. L.</persName> herself.</p></div>',
    notes: '<note type="endnote" xml:id="n1">On <persName ref="#ada">Ada</persName> again.</note>',
  });
  const register =
    '<profileDesc><particDesc><listPerson><person xml:id="ada"><persName>Ada Lovelace</persName></person></listPerson></particDesc></profileDesc></teiHeader>';
  const out = join(folder, 'matter');
  await publish(
    { volume: { ...volume, source: volume.source.replace('</teiHeader>', register) }, letters },
    out,
  );
  const entry = await readFile(join(out, 'persons/ada/index.html'), 'utf8');
  expect(entry).toContain('<a href="../../foreword/index.html">Foreword</a>');
  expect(entry).toContain('By <b>A. A. L.</b> herself.');
  expect(entry).toContain('<a href="../../notes/index.html">');
  expect(await readFile(join(out, 'persons/index.html'), 'utf8')).toMatch(/Foreword, Notes/);
});

it('says beside a text who the persons in it are, each once', async () => {
  const name = (ref: string, words: string) => `<persName${ref}>${words}</persName>`;
  const ada = ' ref="../volume.xml#ada"';
  const { volume, letters } = small({
    letter: `<p>${name(ada, 'Ada')}, ${name(ada, 'A. A. L.')} and ${name('', 'Babbage')}<ptr type="endnote" target="../volume.xml#n1"/></p>`,
  });
  const register =
    '<profileDesc><particDesc><listPerson><person xml:id="ada"><persName>Ada Lovelace</persName><note>Mathematician.</note></person></listPerson></particDesc></profileDesc></teiHeader>';
  const out = join(folder, 'persons');
  await publish(
    { volume: { ...volume, source: volume.source.replace('</teiHeader>', register) }, letters },
    out,
  );
  expect(await readFile(join(out, 'letters/a-letter/index.html'), 'utf8')).toContain(
    '<li><a href="../../persons/ada/index.html">Ada Lovelace</a> <small>Mathematician.</small></li><li>Babbage</li>',
  );
});

it('names few of the many documents that call one note, and leads to the rest', async () => {
  const { volume, letters } = small();
  const many = Array.from({ length: 9 }, (_, at) =>
    letters.map(({ source }) => ({
      path: `letters/l${at}.xml`,
      source: source.replace('a-letter', `l${at}`),
    })),
  ).flat();
  const out = join(folder, 'many');
  await publish(
    {
      volume: { ...volume, source: volume.source.replace('type="notes"', 'type="notes" xml:id="notes"') },
      letters: many,
    },
    out,
  );
  const page = await readFile(join(out, 'letters/l8/index.html'), 'utf8');
  expect(page.match(/href="[^"]*letters\/l[0-6]\//g)).toHaveLength(4);
  expect(page).toContain('<a href="../../notes/index.html#n1">4 more</a>.');
  expect(
    (await readFile(join(out, 'notes/index.html'), 'utf8')).match(/letters\/l\d/g)?.length,
  ).toBeGreaterThanOrEqual(9);
});

it.each([
  ['when="1941-08-09"', 'August 9, 1941'],
  ['when="1941-08"', 'August 1941'],
  ['when="1941"', '1941'],
  ['notBefore="1941-08-09" notAfter="1941-08-12"', 'between August 9, 1941 and August 12, 1941'],
  ['from="1941-08-09" to="1941-08-12"', 'August 9, 1941 – August 12, 1941'],
  ['when="spring"', 'spring'],
])('writes out a date that stands in attributes only: %s', async (attributes, words) => {
  const { volume, letters } = small();
  const sent = `<profileDesc><correspDesc><correspAction type="sent"><date ${attributes}/></correspAction></correspDesc></profileDesc></teiHeader>`;
  const dated = letters.map((file) => ({ ...file, source: file.source.replace('</teiHeader>', sent) }));
  const out = join(folder, attributes.replaceAll(/\W/g, '-'));
  await publish({ volume, letters: dated }, out);
  expect(await readFile(join(out, 'letters/a-letter/index.html'), 'utf8')).toContain(
    `<dt>Sent</dt><dd>${words}</dd>`,
  );
});

describe('an edition that is published with a warning', () => {
  it('lists a document that was not given as in preparation', async () => {
    const out = join(folder, 'preparing');
    const { warnings } = await publish(
      small({ list: '<item><ptr target="letters/later.xml"/></item>' }),
      out,
    );
    expect(warnings).toMatchObject([{ code: 'in-preparation', file: 'volume.xml' }]);
    const contents = await readFile(join(out, 'contents/index.html'), 'utf8');
    expect(contents).toMatch(/later <small>in preparation<\/small>/);
    expect(contents).not.toContain('letters/later');
  });

  it('shows what it does not know as text, and says where', async () => {
    const out = join(folder, 'unknown');
    const { warnings } = await publish(
      small({
        letter: '<p>a</p>\n<p><stage>kept</stage><ptr type="endnote" target="#n1"/></p>',
        notes: '<note type="endnote" xml:id="n1">\n<stage>x</stage></note>',
      }),
      out,
    );
    expect(warnings).toMatchObject([
      { code: 'unknown-element', file: 'letters/a-letter.xml', line: 3 },
      { code: 'unknown-element', file: 'volume.xml', line: 4 },
    ]);
    expect(await readFile(join(out, 'letters/a-letter/index.html'), 'utf8')).toContain('kept');
  });

  it('says which notes nobody calls', async () => {
    const notes = '<note type="endnote" xml:id="n1">A.</note><note type="endnote" xml:id="n2">B.</note>';
    const edition = small({ notes });
    const { warnings } = await publish(edition, join(folder, 'uncalled'));
    const [line = '', ...above] =
      edition.volume.source.split('<note type="endnote" xml:id="n2"')[0]?.split('\n').toReversed() ?? [];
    expect(warnings).toMatchObject([
      {
        code: 'note-never-called',
        message: 'No document calls the note “n2”. Call it, or remove it.',
        ...{ file: 'volume.xml', line: above.length + 1, column: line.length + 1 },
      },
    ]);
  });
});

it('is whole when two are made into one folder at once, and is the one that ended last', async () => {
  const out = join(folder, 'at-once');
  const [one, two] = [small(), small({ letter: '<p>Other words<ptr type="endnote" target="#n1"/>.</p>' })];
  await publish(one, join(folder, 'one'));
  await publish(two, join(folder, 'two'));
  await Promise.all([publish(one, out), publish(two, out), publish(one, out), publish(two, out)]);
  const made = await hashesOf(out);
  expect([await hashesOf(join(folder, 'one')), await hashesOf(join(folder, 'two'))]).toContainEqual(made);
  expect((await readdir(folder)).filter((name) => name.startsWith('.at-once'))).toEqual([]);
}, 60_000);

it('puts the last edition back when a process died between taking it away and putting the new one there', async () => {
  const out = join(folder, 'died');
  await publish(small(), out);
  const before = await hashesOf(out);
  await rename(out, join(folder, '.died.last-999999999-1'));
  await mkdir(join(folder, '.died.building-999999999-2'));
  expect(await refusal(small({ letter: '<p><ptr type="endnote" target="#none"/></p>' }), out)).toMatchObject({
    code: 'dead-callout',
  });
  expect(await hashesOf(out)).toEqual(before);
  expect((await readdir(folder)).filter((name) => name.startsWith('.died'))).toEqual([]);
});

describe('what the volume makes of its documents', () => {
  const tagged = (id: string, number: string, body: string, header = '') =>
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}"><teiHeader><fileDesc><titleStmt><title>No. ${number}. ${id}</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>${header}</teiHeader>
      <text><body><div type="letter"><head type="number">No. ${number}</head>${body}</div></body></text></TEI>`;
  const edition = (list: string, last = 'b.xml'): EditionSource => {
    const { volume } = small();
    const sent =
      '<profileDesc><correspDesc><correspAction type="sent"><date when="1843-07-10"/></correspAction></correspDesc></profileDesc>';
    const rule =
      '<encodingDesc><tagsDecl><rendition scheme="free" selector="date[type=sent]">under the number</rendition></tagsDecl></encodingDesc></teiHeader>';
    return {
      volume: {
        ...volume,
        source: volume.source
          .replace(
            /<list type="documents">.*<\/list>/,
            `<list type="documents" rend="numbered">${list}</list>`,
          )
          .replace('</teiHeader>', rule),
      },
      letters: [
        {
          path: 'letters/a.xml',
          source: tagged(
            'a',
            '1',
            '<p>A<ptr type="endnote" target="../volume.xml#n1"/>, see <ptr type="document" target="b.xml"/>.</p>',
            sent,
          ),
        },
        {
          path: 'letters/b.xml',
          source: tagged('b', '2', '<p xml:id="p1">B, see <ptr type="note" target="../volume.xml#n1"/>.</p>'),
        },
        {
          path: 'letters/c.xml',
          source: tagged('c', '3', `<p>C, see <ptr type="document" target="${last}"/>.</p>`),
        },
      ],
    };
  };
  const item = (id: string, within = '') => `<item><ptr target="letters/${id}.xml"/>${within}</item>`;
  const page = async (out: string, id: string) =>
    (await readFile(join(out, 'letters', id, 'index.html'), 'utf8')).replaceAll(/\s+/g, ' ');

  it('lists every emendation and states the method, where the volume asks for them', async () => {
    const out = join(folder, 'emended');
    const { volume, letters } = small({
      letter:
        '<head type="number">No. <supplied>1</supplied></head><p>I <choice><sic>recieved</sic><corr type="slip">received</corr></choice> it<gap/>.</p>',
      notes: '<note type="endnote" xml:id="n1">A <unclear>note</unclear>.</note>',
    });
    const source = volume.source
      .replace('</back>', '<divGen type="method"/><divGen type="emendations"/></back>')
      .replace(
        '</teiHeader>',
        '<encodingDesc><editorialDecl><p>Blanks are one.</p></editorialDecl></encodingDesc></teiHeader>',
      );
    const report = await publishEdition(
      { volume: { ...volume, source }, letters },
      { out, only: ['web', 'pdf'] },
    );
    expect(report.warnings.filter(({ code }) => code !== 'note-never-called')).toEqual([]);
    const part = async (name: string) =>
      (await readFile(join(out, name, 'index.html'), 'utf8')).replaceAll(/\s+/g, ' ');
    expect(await part('method')).toContain('Blanks are one.');
    const list = await part('emendations');
    expect(list).toContain('No. [1], paragraph 1: received] recieved (a slip of the pen)');
    expect(list.match(/<li/g)?.filter(Boolean).length).toBeGreaterThanOrEqual(4);
    expect(list).toContain('endnote 1: note] not read with certainty');
  });

  it('numbers them by their place, and every reference follows', async () => {
    const out = join(folder, 'numbered');
    await publish(edition(item('a') + item('b') + item('c')), out);
    expect(await page(out, 'a')).toContain('see <a href="../../letters/b/index.html">No. 2</a>');
    const other = edition(item('b') + item('a') + item('c'));
    const report = await publish(other, out);
    expect(report.warnings).toEqual([]);
    expect(await page(out, 'a')).toContain('see <a href="../../letters/b/index.html">No. 1</a>');
    expect(await page(out, 'b')).toContain('<p class="number">No. 1</p>');
    expect(await page(out, 'b')).toContain('see <a href="../../notes/index.html#n1">note 1</a>');
    expect(await page(out, 'b')).toContain(
      'Referred to in: <a href="../../letters/a/index.html">No. 2, a</a>',
    );
    const download = await readFile(join(out, 'letters/b/b.xml'), 'utf8');
    expect(download).toContain('<head type="number">No. 1</head>');
    expect(download).toContain('<title>No. 1. b</title>');
    expect(download.replaceAll('No. 1', 'No. 2')).toBe(other.letters[1]?.source);
  });

  it('prints the date that its rule asks for', async () => {
    const out = join(folder, 'dated');
    await publish(edition(item('a') + item('b') + item('c')), out);
    expect(await page(out, 'a')).toContain(
      '<p class="date-line">Sent on <time datetime="1843-07-10">July 10, 1843</time></p>',
    );
  });

  it('tells of an enclosure with its letter, and counts it not', async () => {
    const out = join(folder, 'enclosed');
    await publish(edition(item('a', `<list type="enclosures">${item('b')}</list>`) + item('c')), out);
    expect(await page(out, 'a')).toContain('Enclosure: <a href="../../letters/b/index.html">b</a>');
    expect(await page(out, 'b')).toContain(
      'Enclosed with: <a href="../../letters/a/index.html">No. 1, a</a>',
    );
    expect(await page(out, 'c')).toContain('<p class="number">No. 2</p>');
  });

  it('has the register of messages that were not found in the back matter', async () => {
    const out = join(folder, 'not-found');
    const { volume, letters } = edition(item('a') + item('b') + item('c'));
    const register =
      '<div type="non-extant" xml:id="not-found"><head>MESSAGES NOT FOUND</head><list type="non-extant"><item xml:id="not-found-1"><persName role="sender">Truman</persName> to <persName role="addressee">Stalin</persName>, <date when="1945-06">June 1945</date>. <bibl>Mentioned in Byrnes.</bibl></item></list></div></back>';
    const source = volume.source.replace('</back>', register);
    const report = await publishEdition(
      { volume: { ...volume, source }, letters },
      { out, only: ['web', 'pdf'] },
    );
    expect(report.warnings).toEqual([]);
    const web = (await readFile(join(out, 'not-found', 'index.html'), 'utf8')).replaceAll(/<[^>]+>/g, '');
    expect(web.replaceAll(/\s+/g, ' ')).toContain('Truman to Stalin, June 1945. Mentioned in Byrnes.');
    expect(report.pdf?.pages).toBeGreaterThan(0);
  });

  it('does not print a volume that is to be printed without dead references and has one, and says where', async () => {
    const { volume, letters } = edition(item('a') + item('b') + item('c'), 'd.xml');
    const rule = '<rendition scheme="free" selector="text">dead references: stop</rendition></tagsDecl>';
    const strict = { ...volume, source: volume.source.replace('</tagsDecl>', rule) };
    const order = { out: join(folder, 'strict'), only: ['pdf'] } as const;
    await expect(publishEdition({ volume: strict, letters }, order)).rejects.toMatchObject({
      code: 'print',
      file: 'letters/c.xml',
      line: 2,
      message: expect.stringContaining('The reference leads to “d.xml”'),
    });
    // A proof of what has none is not kept back.
    const proof = await publishEdition({ volume: strict, letters }, { ...order, proofOf: ['letters/a.xml'] });
    expect(proof.pdf?.pages).toBeGreaterThan(0);
  });

  it('warns of a reference that leads nowhere, with its line', async () => {
    const report = await publish(edition(item('a') + item('b') + item('c'), 'd.xml'), join(folder, 'dead'));
    expect(report.warnings).toEqual([
      {
        code: 'dead-reference',
        file: 'letters/c.xml',
        line: 2,
        column: 80,
        message: 'The reference leads to “d.xml”, which the edition does not have.',
      },
    ]);
  });
});
