import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DecisionError, readDecisions } from '@chancery/importing';
import { UsageError } from '../../usage-error.js';

/** What an import writes into its folder, beside nothing else. */
const own = new Set(['volume.xml', 'letters', 'account.tsv', 'queue.json', 'text.md', 'left-out.tsv']);

/**
 * Makes sure that nothing would be lost if the folder were replaced: it is not there, or empty, or holds an earlier run whose queue
 * nobody has filled in unless it is the one that is given back.
 *
 * @throws {UsageError}
 */
export async function requireFree(out: string, decisions: string | undefined): Promise<void> {
  const names = await namesIn(out);
  const strange = names.find((name) => !own.has(name));
  if (strange !== undefined)
    throw new UsageError(
      `The folder “${out}” holds “${strange}”, which no import of a printed volume wrote. Name a new folder with --out.`,
    );
  if (names.length > 0 && !names.includes('queue.json'))
    throw new UsageError(
      `The folder “${out}” holds an edition, but not the queue of an import. Name a new folder with --out.`,
    );
  const queue = join(out, 'queue.json');
  if (names.length === 0 || decisions !== undefined) return;
  const filled = await decisionsIn(queue);
  if (filled > 0)
    throw new UsageError(
      `${queue} holds decisions. Add --decisions ${queue} to go by them, or name another folder with --out.`,
    );
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return [];
    throw new UsageError(
      code === 'ENOTDIR'
        ? `“${folder}” is a file. Name a folder with --out.`
        : `The folder “${folder}” cannot be read (${code}).`,
    );
  }
}

/** A queue that cannot be read may hold decisions too. */
async function decisionsIn(queue: string): Promise<number> {
  try {
    return readDecisions(await readFile(queue, 'utf8')).length;
  } catch (error) {
    if (error instanceof DecisionError) return 1;
    throw error;
  }
}

/** Writes files as the whole of a folder: they stand there all at once, or what was there before still does. */
export async function replaceFolder(
  out: string,
  files: readonly { readonly path: string; readonly source: string }[],
): Promise<void> {
  const folder = resolve(out);
  const stage = `${folder}.new-${randomUUID()}`;
  const former = `${folder}.former-${randomUUID()}`;
  try {
    for (const { path, source } of files) {
      await mkdir(dirname(join(stage, path)), { recursive: true });
      await writeFile(join(stage, path), source);
    }
    const isThere = await rename(folder, former).then(
      () => true,
      () => false,
    );
    try {
      await rename(stage, folder);
    } catch (error) {
      if (isThere) await rename(former, folder);
      throw error;
    }
    await rm(former, { recursive: true, force: true });
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}
