import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { NamedFile } from '@chancery/importing/archive';
import { letterEndings } from '@chancery/importing/archive';
import { UsageError } from '../../usage-error.js';

/**
 * The files that hold a letter each: those that are named, and of a folder all that it and its folders hold, each by its name
 * within the folder. What begins with a dot is passed over.
 *
 * @throws {UsageError} where a folder holds none
 */
export async function letterFiles(paths: readonly string[]): Promise<NamedFile[]> {
  const found = await Promise.all(
    paths.map(async (path) =>
      (await stat(path)).isDirectory() ? inFolder(path) : [{ name: basename(path), location: path }],
    ),
  );
  const files = found.flat();
  if (!files.some(({ name }) => letterEndings.some((ending) => name.toLowerCase().endsWith(ending))))
    throw new UsageError(`There is no file ending in ${letterEndings.join(', ')} in ${paths.join(', ')}.`);
  const twice = files.find(({ name }, index) => files.findIndex((each) => each.name === name) !== index);
  if (twice !== undefined)
    throw new UsageError(
      `Two files are called “${twice.name}”. Put them into folders of one folder, and name that.`,
    );
  return Promise.all(files.map(async ({ name, location }) => ({ name, bytes: await readFile(location) })));
}

async function inFolder(folder: string): Promise<{ name: string; location: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((location) => ({ location, name: relative(folder, location).split(sep).join('/') }))
    .filter(({ name }) => !/(?:^|\/)\./.test(name));
}
