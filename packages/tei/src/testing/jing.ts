import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's `jing`, the other RELAX NG validator, or what `JING` names in its place. */
const command = process.env.JING ?? 'jing';

/** Whether jing is on this machine. */
export const hasJing = spawnSync(command, [], { encoding: 'utf8' }).error === undefined;

/** What jing says of each of these documents under a schema: the first error of each that has one, by its index. */
export function jingErrors(schema: string, documents: readonly string[]): ReadonlyMap<number, string> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-jing-'));
  try {
    const schemaPath = join(folder, 'schema.rng');
    writeFileSync(schemaPath, schema);
    const paths = documents.map((document, index) => {
      const path = join(folder, `${index}.xml`);
      writeFileSync(path, document);
      return path;
    });
    const run = spawnSync(command, [schemaPath, ...paths], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (run.status !== 0 && run.status !== 1) throw new Error(`jing failed: ${run.stderr}`);
    const errors = new Map<number, string>();
    for (const line of run.stdout.split('\n')) {
      const [, index, message] = /([0-9]+)\.xml:(.*)/.exec(line) ?? [];
      if (index === undefined || message === undefined) {
        if (/error/.test(line)) throw new Error(line);
      } else if (!errors.has(Number(index))) {
        errors.set(Number(index), `${message.slice(0, 400)}\n${documents[Number(index)]}`);
      }
    }
    return errors;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function readText(path: string): string {
  return readFileSync(path, 'utf8');
}
