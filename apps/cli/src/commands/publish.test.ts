import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { corpus, folderOf, sample } from '../testing/folder.js';
import { runCommand } from '../testing/run-command.js';

test('a folder that cannot be read whole is not published at all', async () => {
  const folder = folderOf({ 'volume.xml': sample('volume.xml') });
  const out = join(folder, 'edition');
  const { status, err } = await runCommand('publish', folder, '--out', out);
  expect(err).toContain('volume.xml:');
  expect(err).toContain('[letter-missing]');
  expect(err).toContain('Nothing was published.');
  expect(existsSync(out)).toBe(false);
  expect(status).toBe(1);
});

test('where the PDF alone cannot be made, the call that publishes all else is told', async () => {
  const folder = folderOf({
    'volume.xml': sample('volume.xml').replace(
      /<item>\s*<ptr target="letters\/[\s\S]*<\/item>/,
      '<item><ptr target="a.xml"/></item>',
    ),
    'a.xml':
      '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a"><teiHeader><fileDesc><titleStmt><title>A</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><div type="letter"><head type="number">No. 1</head>\n<p>\u{1f600}</p></div></body></text></TEI>',
  });
  const out = join(folder, 'edition');
  const { status, err } = await runCommand('publish', folder, '--out', out, '--only', 'pdf,txt,json');
  expect(err).toMatch(/^a\.xml:2:/m);
  expect(err).toContain('Nothing was published.\n');
  expect(err).toContain('add --only txt,json\n');
  expect(existsSync(out)).toBe(false);
  expect(status).toBe(1);
});

test('letters that no volume lists are published in the order of their dates, also one that is not well-formed', async () => {
  const letter = (id: string, day: string) =>
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}"><teiHeader><fileDesc><titleStmt><title>${id}</title></titleStmt></fileDesc><profileDesc><correspDesc><correspAction type="sent"><date when="${day}"/></correspAction></correspDesc></profileDesc></teiHeader><text><body><p>The ${id}.<strange>Kept.</strange></p></body></text></TEI>`;
  const folder = folderOf({
    'a.xml': letter('later', '1900-02-02'),
    'b.xml': letter('earlier', '1900-01-01'),
    'c.xml': letter('earlier', '1900-03-03'),
    'd.xml': '<TEI><text><p>Broken & kept',
  });
  const out = join(folderOf(), 'edition');
  const { status, err } = await runCommand('publish', folder, '--out', out, '--only', 'web');
  expect(err).toContain('There is no volume in ');
  expect(err).toContain('d.xml:1:');
  expect(err).toContain('<strange>');
  expect(status).toBe(0);
  const contents = readFileSync(join(out, 'contents/index.html'), 'utf8');
  const order = new Set(Array.from(contents.matchAll(/letters\/([^/]+)\/index/g), ([, id]) => id));
  expect([...order]).toEqual(['earlier', 'later', 'c', 'd']);
  expect(readFileSync(join(out, 'letters/later/index.html'), 'utf8')).toContain('Kept.');
  expect(readFileSync(join(out, 'letters/d/index.html'), 'utf8')).toContain('Broken &amp; kept');
  expect(readFileSync(join(out, 'letters/d/d.xml'), 'utf8')).toBe('<TEI><text><p>Broken & kept');
});

test('images beside the letters are published with them, made once, and those that are not there are told by line', async () => {
  // One white pixel.
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC',
    'base64',
  );
  const other = Buffer.concat([pixel, Buffer.alloc(1)]);
  const folder = folderOf({
    'letters/a.xml':
      '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a"><teiHeader><fileDesc><titleStmt><title>A</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><facsimile><surface><graphic url="../images/1.png"><desc>A leaf.</desc></graphic></surface>\n<surface><graphic url="../images/2.png"/></surface></facsimile><text><body><p>Text.</p><figure><graphic url="../images/3.png"/><figDesc>A seal.</figDesc></figure></body></text></TEI>',
    'images/1.png': pixel,
    'images/3.png': other,
  });
  const out = join(folderOf(), 'edition');
  const publish = () => runCommand('publish', folder, '--out', out, '--only', 'web');
  const { status, err } = await publish();
  expect(status).toBe(0);
  expect(err).toMatch(/^letters\/a\.xml:2: warning: The image “\.\.\/images\/2\.png” is not there/m);
  const [image, figure] = [pixel, other].map((content) => `${hash('sha256', content)}.jpg`);
  expect(readdirSync(join(out, 'images')).sort()).toEqual([image, figure].sort());
  expect(readFileSync(join(out, 'letters/a/facsimile/index.html'), 'utf8')).toContain(
    `<img src="../../../images/${image}" alt="A leaf." width="1" height="1" loading="lazy">`,
  );
  const of = () => statSync(join(out, `images/${image}`)).ino;
  const before = of();
  expect((await publish()).status).toBe(0);
  expect(of()).toBe(before);

  // A book shows the pictures of the text, and no page of the copy.
  const book = join(out, '../book');
  const bound = await runCommand('publish', folder, '--out', book, '--only', 'epub');
  expect(bound.err).not.toContain('2.png');
  const files = readFileSync(join(book, 'volume.epub'), 'latin1');
  expect(files).toContain(`images/${figure}`);
  expect(files).not.toContain(`images/${image}`);
});

test('a part that does not exist is a mistake in the call', async () => {
  const { status, err } = await runCommand('publish', corpus, '--out', 'edition', '--only', 'web,mobi');
  expect(err).toContain('Write some of web,pdf,press,letters-pdf,epub,cmif,tei,txt,json');
  expect(status).toBe(2);
});

test('where to write must be said', async () => {
  const { status, err } = await runCommand('publish', corpus);
  expect(err).toContain("required option '-o, --out <dir>' not specified");
  expect(status).toBe(2);
});

test('the sample volume is published, web pages alone', async () => {
  const out = join(folderOf(), 'edition');
  const { status, out: printed, err } = await runCommand('publish', corpus, '--out', out, '--only', 'web');
  expect(err).toMatch(/Published 7 documents: \d+ web pages\./);
  expect(printed).toBe(`${out}/index.html\n`);
  expect(readFileSync(join(out, 'letters/stalin-1941-11-04/index.html'), 'utf8')).toContain('Stalin');
  expect(status).toBe(0);
});
