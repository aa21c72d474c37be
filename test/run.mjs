// `npm test`: everything there is to check, in the order in which a mistake is cheapest to hear of.
// Ends with one line that counts the tests.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from '../apps/cli/bin/prepare.mjs';
import { findHeadlessChromium } from './support/find-chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'chancery-test-'));
const report = join(folder, 'report.json');

/** Runs one program of the project with its output on ours; answers its exit status. */
function run(command, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', (error) => {
      console.error(error.message);
      done(1);
    });
    child.on('exit', (code) => done(code ?? 1));
  });
}

const bin = (name) => join(root, 'node_modules', '.bin', name);

function counts() {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

async function check() {
  await prepare(root);
  const chromium = findHeadlessChromium();
  const steps = [
    ['Types', bin('turbo'), ['run', 'typecheck', '--output-logs=errors-only']],
    ['Form and floors', bin('biome'), ['check', '--error-on-warnings', '.']],
    ['Nothing unused', bin('knip'), []],
    [
      'Tests',
      bin('vitest'),
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      { CHROMIUM_PATH: chromium },
    ],
    ['Faults', process.execPath, [join(root, 'test/faults.mjs'), '--brief']],
  ];
  const failed = [];
  for (const [name, command, args, env] of steps) {
    console.error(`\n── ${name}`);
    if ((await run(command, args, env)) !== 0) failed.push(name);
  }
  return failed;
}

let failed = ['Preparation'];
try {
  failed = await check();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
}
const { passed, failed: failures, skipped } = counts();
rmSync(folder, { recursive: true, force: true });
if (failed.length > 0) process.stdout.write(`\nFailed: ${failed.join(', ')}\n`);
process.stdout.write(`\n${passed} passed, ${Math.max(failures, failed.length)} failed, ${skipped} skipped\n`);
process.exitCode = failed.length > 0 || passed === 0 ? 1 : 0;
