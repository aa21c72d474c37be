import { expect, test } from 'vitest';
import { packFiles } from './pack-files.js';

const found = (path: string, words = 'words') => ({
  path,
  file: new File([words], path.split('/').pop() ?? ''),
});

test('an archive is sent as it is, a folder packed without what is no letter', async () => {
  const archive = found('letters.zip');
  expect(await packFiles([archive], 'return')).toBe(archive.file);
  const folder = [
    found('out/letters/a.xml'),
    found('out/chancery-export.json'),
    found('out/images/a.jpg', 'picture'),
    found('out/.git/a.xml', 'hidden'),
  ];
  const packed = await packFiles(folder, 'return');
  expect(packed.name).toBe('out');
  const text = await packed.text();
  expect(text).toContain('out/letters/a.xml');
  expect(text).toContain('out/chancery-export.json');
  expect(text).not.toMatch(/picture|hidden/);
});

test('one file is packed too, under its name', async () => {
  const packed = await packFiles([found('papers.xml')], 'volume');
  expect(packed.name).toBe('papers.xml');
  expect(await packed.text()).toContain('papers.xml');
  await expect(packFiles([found('a.docx')], 'volume')).rejects.toThrow('No TEI is among these files');
});

test('what holds no letter is told of before it is sent', async () => {
  await expect(packFiles([found('a.docx'), found('b.docx')], 'return')).rejects.toThrow(
    'No letters are among these files',
  );
  await expect(packFiles([], 'return')).rejects.toThrow('No letters');
  const large = {
    path: 'a.zip',
    file: Object.defineProperty(new File([], 'a.zip'), 'size', { value: 2 ** 31 }),
  };
  await expect(packFiles([large], 'return')).rejects.toThrow('larger than 64 MB');
});
