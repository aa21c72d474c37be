// `npm run bench`: measures what Chancery promises about speed and size, and prints it beside the goals in one table.
//
//   npm run bench                          all of it
//   npm run bench -- lexer step            only these
//   npm run bench -- --json figures.json   also writes the figures to a file
//
// A goal that is missed is said and fails nothing; the exit status is 1 when a bench breaks, 2 when it is called wrongly.
import { fork, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMet, printTable } from './bench/table.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each bench is a file `bench/NAME.bench.mjs`; beside it what has to be built for it. */
const benches = new Map([
  ['lexer', ['xml']],
  ['open-letter', ['prosemirror-tei']],
  ['patch', ['prosemirror-tei']],
  ['validation', ['validation']],
  ['publish', ['publishing']],
  ['importing', ['importing']],
  ['step', ['cli']],
  ['live', ['cli']],
  ['history', ['cli']],
  ['calendar', ['cli', 'web']],
  ['collation', ['server']],
  ['search', ['cli']],
  ['notes', ['cli']],
  ['registers', ['cli']],
  ['emendations', ['cli']],
  ['images', ['cli']],
  ['many-steps', ['cli', 'web']],
  ['typing', ['cli', 'web']],
  ['tab', ['cli', 'web']],
  ['desk-size', ['web']],
  ['page-size', ['publishing']],
  ['publish-many', ['publishing']],
  ['publish-beside', ['cli', 'web']],
]);

class CalledWrongly extends Error {}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'string' } },
    });
    const unknown = positionals.filter((name) => !benches.has(name));
    if (unknown.length > 0) {
      throw new CalledWrongly(
        `There is no bench “${unknown[0]}”; there are ${[...benches.keys()].join(', ')}.`,
      );
    }
    return { names: positionals.length > 0 ? positionals : [...benches.keys()], json: values.json };
  } catch (error) {
    if (error instanceof CalledWrongly || error.code?.startsWith('ERR_PARSE_ARGS')) {
      console.error(error.message);
      process.exit(2);
    }
    throw error;
  }
}

function build(names) {
  const turbo = join(root, 'node_modules/.bin/turbo');
  if (!existsSync(turbo)) throw new Error('The packages are not installed: run “npm install” first.');
  const filters = new Set(names.flatMap((name) => benches.get(name)));
  const { status, error, stdout, stderr } = spawnSync(
    turbo,
    [
      'run',
      'build',
      '--output-logs=errors-only',
      ...Array.from(filters, (name) => `--filter=@chancery/${name}`),
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`${stdout}${stderr}\nWhat is to be measured could not be built.`);
}

/** Runs one bench in a process of its own, so that none finds the engine warmed or the heap filled by another. */
function run(name) {
  return new Promise((resolve, reject) => {
    const child = fork(join(root, 'test/bench', `${name}.bench.mjs`), { cwd: root });
    const figures = [];
    child.on('message', (reported) => figures.push(...reported));
    child.on('error', reject);
    child.on('exit', (status) => {
      if (status === 0 && figures.length > 0) resolve(figures);
      else reject(new Error(`The bench “${name}” broke (status ${status}).`));
    });
  });
}

function machine() {
  const [{ model }] = cpus();
  const load = loadavg()[0].toFixed(1);
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Node ${process.versions.node}, ${cpus().length} × ${model.trim()}, ${memory} GB; load before ${load}`;
}

const { names, json } = readArguments();
try {
  console.error('Building …');
  build(names);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const on = machine();
const figures = [];
for (const name of names) {
  console.error(`Measuring: ${name} …`);
  try {
    figures.push(...(await run(name)));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
process.stdout.write(`\n${on}\n\n${printTable(figures)}`);
const goals = figures.filter(({ goal }) => goal);
process.stdout.write(
  `\n${goals.filter(({ goal, value }) => isMet(goal, value)).length} of ${goals.length} goals met. Times are medians; the ratio is ours by theirs.\n`,
);
if (json) writeFileSync(json, `${JSON.stringify({ machine: on, figures }, null, 2)}\n`);
