// `npm run faults`: does harm to a running Chancery while ten people type, and proves after each round that nothing is lost.
//
//   npm run faults                         all of it, about half an hour
//   npm run faults -- --rounds 200         so many rounds of each kind of harm
//   npm run faults -- --only server,disk   only these kinds
//   npm run faults -- --seed 4711          the random choices of an earlier run; how long things take stays chance
//   npm run faults -- --brief              the short selection that is part of `npm test`
//
// The last line counts; the exit status is 1 when something was lost, doubled, unequal, invalid or stuck, 2 for a
// mistake in the call.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const faults = join(root, 'test/faults');
const out = join(root, 'node_modules/.cache/chancery-faults');

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        rounds: { type: 'string' },
        seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
        only: { type: 'string', default: '' },
        brief: { type: 'boolean', default: false },
      },
    });
    const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
    const seed = Number(values.seed);
    if (!Number.isInteger(seed) || !(rounds === undefined || (Number.isInteger(rounds) && rounds > 0)))
      throw new Error('--rounds and --seed want whole numbers.');
    return { rounds, seed, brief: values.brief, only: values.only.split(',').filter(Boolean) };
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

/** Builds what is harmed. */
function buildChancery() {
  const turbo = join(root, 'node_modules/.bin/turbo');
  const { status } = spawnSync(
    turbo,
    ['run', 'build', '--output-logs=errors-only', '--filter=@chancery/cli'],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) throw new Error('Chancery could not be built.');
}

/** Bundles the tests themselves, and apart from them the desk's code, which is run once for each window. */
async function bundle() {
  await mkdir(out, { recursive: true });
  const external = (id) => !id.startsWith('.') && !id.startsWith('/');
  await build({
    input: join(faults, 'run.ts'),
    platform: 'node',
    external,
    logLevel: 'warn',
    output: { file: join(out, 'run.mjs'), format: 'esm' },
  });
  const { sharedPackages, run, scenarioNames } = await import(pathToFileURL(join(out, 'run.mjs')).href);
  await build({
    input: join(faults, 'desk-code.ts'),
    platform: 'browser',
    external: sharedPackages,
    logLevel: 'warn',
    // That a library's files are for the browser alone goes without saying in a bundle for the browser.
    onLog: (level, log, tell) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && tell(level, log),
    output: { file: join(out, 'desk.cjs'), format: 'cjs' },
  });
  return { run, scenarioNames, code: readFileSync(join(out, 'desk.cjs'), 'utf8') };
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

const options = readArguments();
try {
  buildChancery();
  const { run, scenarioNames, code } = await bundle();
  const unknown = options.only.find((name) => !scenarioNames.includes(name));
  if (unknown !== undefined) {
    console.error(`There is no kind of harm “${unknown}”; there are ${scenarioNames.join(', ')}.`);
    process.exit(2);
  }
  const { line, well } = await run({ ...options, root, code, say: (text) => console.error(text) });
  process.stdout.write(`${line}\n`);
  process.exit(well ? 0 : 1);
} catch (error) {
  console.error(error);
  process.exit(1);
}
