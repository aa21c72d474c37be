// Builds the server: generates the database client, then compiles. Needs no network: `prisma generate` would ask for
// a schema engine that only `prisma migrate` uses, so it is pointed at a program that it never runs.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const programOf = (name, program) => {
  const file = require.resolve(`${name}/package.json`);
  return join(dirname(file), require(file).bin[program]);
};

/** Runs a Node program; shows what it says only when it fails. */
function run(program, args, env = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: here,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status === 0) return;
  process.stderr.write(stdout + stderr);
  process.exit(status ?? 1);
}

run(programOf('prisma', 'prisma'), ['generate'], {
  PRISMA_SCHEMA_ENGINE_BINARY: process.platform === 'win32' ? process.execPath : '/bin/false',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
});
if (!process.argv.includes('--generate-only'))
  run(programOf('typescript', 'tsc'), ['-p', 'tsconfig.build.json']);
