// `npm run fuzz`: the random tests of the lossless engine for as long as you like, each round with another seed.
//
//   npm run fuzz                            ten minutes over what the tests hold themselves
//   npm run fuzz -- --minutes 60            longer
//   npm run fuzz -- ../an-edition --edits 20   over the letters of a folder as well
//   npm run fuzz -- --seed 4711             beginning with this seed
//
// What fails is printed with its seed, and the exit status is 1; 2 for a mistake in the call.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        minutes: { type: 'string', default: '10' },
        seed: { type: 'string', default: String(Math.floor(Date.now() / 1000)) },
        edits: { type: 'string', default: '10' },
      },
    });
    const [minutes, seed, edits] = [values.minutes, values.seed, values.edits].map(Number);
    if (![minutes, seed, edits].every((each) => each >= 0)) throw new Error('Numbers are wanted.');
    return { minutes, seed, edits, folders: positionals };
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

const { minutes, seed, edits, folders } = readArguments();
const bin = (name) => join(root, 'node_modules/.bin', name);
const ends = Date.now() + minutes * 60_000;
if (
  folders.length > 0 &&
  !run(bin('turbo'), ['run', 'build', '--output-logs=errors-only', '--filter=@chancery/cli'])
) {
  process.exit(1);
}
let well = true;
for (let round = seed; well && (round === seed || Date.now() < ends); round += 1) {
  console.error(`\nSeed ${round}`);
  const tests = [
    'packages/xml/src',
    'packages/prosemirror-tei/src/random-edit',
    'packages/prosemirror-tei/src/nasty',
  ];
  well = run(bin('vitest'), ['run', '--project', 'unit', '--testTimeout', '600000', ...tests], {
    CHANCERY_FUZZ_SEED: String(round),
    CHANCERY_FUZZ_RUNS: '200',
  });
  for (const folder of folders) {
    const cli = [
      'apps/cli/bin/chancery.mjs',
      'roundtrip',
      folder,
      '--edits',
      String(edits),
      '--seed',
      String(round),
    ];
    well = run(process.execPath, cli) && well;
  }
}
process.exitCode = well ? 0 : 1;
