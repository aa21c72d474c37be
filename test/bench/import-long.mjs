import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedLetter } from './generated-volume.mjs';

const program = fileURLToPath(new URL('../../apps/cli/bin/chancery.mjs', import.meta.url));

/** A letter of 200 KB, which is `letter-1` when it has been imported. */
export const long = generatedLetter(200_000);

/**
 * Takes the letter of 200 KB into the sample volume's edition.
 *
 * @param {{ address: string, cookie: string, databaseUrl: string }} chancery
 */
export async function importLong({ address, cookie, databaseUrl }) {
  const { editions } = await (await fetch(`${address}/api/editions`, { headers: { cookie } })).json();
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-long-'));
  try {
    writeFileSync(join(folder, 'long.xml'), long.source);
    execFileSync(
      process.execPath,
      [program, 'import', folder, '--edition', editions[0].id, '--database-url', databaseUrl],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
