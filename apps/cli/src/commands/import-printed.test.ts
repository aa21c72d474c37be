import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDocx, paragraph, run, strayedVolume as text } from '@chancery/importing/testing';
import { describe, expect, test } from 'vitest';
import { folderOf, sample } from '../testing/folder.js';
import { runCommand } from '../testing/run-command.js';

interface Entry {
  id: string;
  source: string;
  proposal: { value?: string };
  choice: string | null;
  value: string | null;
}

const queueIn = (folder: string): Entry[] => JSON.parse(readFileSync(join(folder, 'queue.json'), 'utf8'));

function volume(files: Record<string, string> = {}) {
  const folder = folderOf({ 'volume.md': text, ...files });
  const out = join(folder, 'out');
  const run = (...more: string[]) =>
    runCommand('import-printed', join(folder, 'volume.md'), '--out', out, ...more);
  return { folder, out, run };
}

describe('chancery import-printed', () => {
  test('writes the letters, the account of every line, and the queue with the line beside the proposal', async () => {
    const { out, run } = volume();
    const { status, out: written, err } = await run();
    expect(status).toBe(1);
    expect(written).toContain(join(out, 'letters/adams-1841-08-04.xml'));
    expect(readFileSync(join(out, 'letters/adams-1841-08-04.xml'), 'utf8')).toContain('The ship came in');
    const [head, ...rows] = readFileSync(join(out, 'account.tsv'), 'utf8').trimEnd().split('\n');
    expect(head).toBe('line\toutcome\twhere\twords');
    expect(rows.map((row) => row.split('\t')[3])).toEqual(
      text.trimEnd().split('\n').concat('').slice(0, rows.length),
    );
    expect(rows).toContainEqual(
      expect.stringMatching(/^7\tin the queue\twaits for .*\tA line that strayed here\.$/),
    );
    expect(queueIn(out)).toMatchObject([
      { source: 'A line that strayed here.', choice: null, value: null },
      { source: 'Received on August 9, 1841', proposal: { value: '2' }, choice: null, value: null },
    ]);
    expect(err).toContain('volume.md holds 2 documents.');
    expect(err).toContain('2 doubts are open, 0 decided');
  });

  test('goes by the queue that is given back, and ends well when every doubt is decided', async () => {
    const { out, run } = volume();
    await run();
    const queue = join(out, 'queue.json');
    const [strayed, lost] = queueIn(out);
    writeFileSync(
      queue,
      JSON.stringify([
        { ...strayed, choice: 'exclude', value: 'It is the printer’s.' },
        { ...lost, value: '7' },
      ]),
    );
    const without = await run();
    expect(without.status).toBe(2);
    expect(without.err).toContain(`Add --decisions ${queue}`);

    const { status, err } = await run('--decisions', queue);
    expect(err).toContain('No doubt is open; 2 doubts are decided.');
    expect(status).toBe(0);
    expect(readFileSync(join(out, 'letters/bowen-1841-08-09.xml'), 'utf8')).toMatch(/<supplied [^>]*>7</);
    expect(readFileSync(join(out, 'volume.xml'), 'utf8')).toMatch(
      /<quote>A line that\s+strayed here\.<\/quote>\s*<note type="reason">It is the printer’s\.</,
    );
    expect(queueIn(out)).toMatchObject([
      { choice: 'exclude', value: 'It is the printer’s.' },
      { choice: null, value: '7' },
    ]);
  });

  test('keeps decisions that meet nothing, and says so', async () => {
    const { folder, out, run } = volume({ 'mine.json': '[{ "id": "number-lost-0", "value": "3" }]' });
    const { err } = await run('--decisions', join(folder, 'mine.json'));
    expect(err).toContain('1 decision meets nothing in this text');
    expect(queueIn(out).at(-1)).toMatchObject({ id: 'number-lost-0', value: '3' });
  });

  test.each([
    ['rules', '{\n "numbr": []\n}', ':2: error: There is no rule “numbr”.'],
    [
      'rules',
      '{\n "number": [\n  "^No (?<number>[0-9+$"\n ]\n}',
      ':3: error: A pattern of the rule “number”',
    ],
    ['rules', '{ "number":\n', ':2: error: The rules are no JSON'],
    ['decisions', '[{ "id": "a", "value": "1" },\n { "id": "b" }]', ':2: error: Decision 2 (b) says nothing'],
    ['decisions', '{}', ': error: The decisions are to be a list'],
  ])('says where a mistake in the %s is: %s', async (name, json, message) => {
    const { folder, out, run } = volume({ [`${name}.json`]: json });
    const { status, err } = await run(`--${name}`, join(folder, `${name}.json`));
    expect(status).toBe(1);
    expect(err).toContain(`${name}.json${message}`);
    expect(err).toContain('Nothing was written.');
    expect(existsSync(out)).toBe(false);
  });

  test('says in which line a decision stands that cannot be taken', async () => {
    const { out, run } = volume();
    await run();
    const [strayed, lost] = queueIn(out);
    const queue = join(out, 'queue.json');
    const filled = JSON.stringify([strayed, { ...lost, value: 'seven' }], undefined, 1);
    writeFileSync(queue, filled);
    const { status, err } = await run('--decisions', queue);
    const line = filled.slice(0, filled.indexOf(lost?.id ?? '')).split('\n').length;
    expect(err).toContain(`queue.json:${line}: error: The decision on ${lost?.id} (line`);
    expect(err).toContain('gives “seven”, which is not a number');
    expect(status).toBe(1);
    expect(readFileSync(queue, 'utf8')).toBe(filled);
  });

  test.each([
    ['a.docx', Uint8Array.from([0x50, 0x4b, 3, 4]), 'The document cannot be unpacked.'],
    ['a.odt', 'No. 1', 'This is no document of a word processor, though its name ends in .odt.'],
    [
      'a.txt',
      Uint8Array.from([65, 10, 66, 0xff]),
      'The file is not in UTF-8: what stands in line 2 is no character',
    ],
    ['a.md', ' \n', 'The file is empty'],
  ])('refuses what is no text: %s', async (name, content, message) => {
    const folder = folderOf({ [name]: content });
    const { status, err } = await runCommand(
      'import-printed',
      join(folder, name),
      '--out',
      join(folder, 'o'),
    );
    expect(err).toContain(`${name}: error: ${message}`);
    expect(status).toBe(1);
  });

  test('reads a document of Word, keeps the text that it read, and tells what is not in it', async () => {
    const body = ['No. 1', 'A. ADAMS TO B. BOWEN', 'The ship came in this morning.', 'A. ADAMS']
      .map((words) => paragraph(run(words)))
      .join('');
    const outside =
      '<Relationship Id="far" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/>';
    const folder = folderOf({ 'letters.docx': buildDocx({ body, outside }) });
    const out = join(folder, 'out');
    const { err } = await runCommand('import-printed', join(folder, 'letters.docx'), '--out', out);
    expect(err).toContain('letters.docx holds 1 document.');
    expect(err).toContain('left-out.tsv tells of each');
    expect(readFileSync(join(out, 'text.md'), 'utf8')).toContain('No. 1\n\nA. ADAMS TO B. BOWEN\n');
    expect(readFileSync(join(out, 'left-out.tsv'), 'utf8')).toContain('http://127.0.0.1:9/x.png');
    const again = await runCommand('import-printed', join(folder, 'letters.docx'), '--out', out);
    expect(again.err).toContain('letters.docx holds 1 document.');
  });

  test('reads a folder, each file of which holds a letter, and names the file that cannot be read', async () => {
    const letter = (greeting: string) =>
      buildDocx({
        body: [greeting, 'All is well.', 'Yours ever,', 'Anna']
          .map((words) => paragraph(run(words)))
          .join(''),
      });
    const folder = folderOf({
      'letters/to-tom.docx': letter('Dear Tom,'),
      'letters/to-ben.docx': letter('Dear Ben,'),
      'letters/broken.docx': 'no document',
    });
    const out = join(folder, 'out');
    const { status, err } = await runCommand('import-printed', join(folder, 'letters'), '--out', out);
    expect(err).toContain('broken.docx is not read: This is no document of a word processor');
    expect(err).toContain('letters holds 2 documents.');
    expect(status).toBe(1);
    expect(readFileSync(join(out, 'letters/to-tom.xml'), 'utf8')).toContain('<salute>Dear Tom,</salute>');
    expect((await runCommand('validate', out)).status).toBe(0);
  });

  test('touches no folder that holds anything else', async () => {
    const { folder } = volume({ 'mine/notes.txt': 'mine' });
    const { status, err } = await runCommand(
      'import-printed',
      join(folder, 'volume.md'),
      '--out',
      join(folder, 'mine'),
    );
    expect(err).toContain('holds “notes.txt”');
    expect(status).toBe(2);
  });

  test('takes the sample’s source with its usual rules', async () => {
    const folder = folderOf({ 'volume.txt': sample('source/correspondence-volume-two.txt') });
    const { err } = await runCommand(
      'import-printed',
      join(folder, 'volume.txt'),
      '--out',
      join(folder, 'out'),
    );
    expect(err).toContain('10 doubts are open');
    const { status } = await runCommand('validate', join(folder, 'out'));
    expect(status).toBe(0);
  });
});
