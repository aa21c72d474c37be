import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { importPrintedVolume } from '@chancery/importing';
import { generatedVolume } from './generated-volume.mjs';
import { importScore } from './import-score.mjs';
import { printedVolume } from './printed-volume.mjs';
import { report } from './report.mjs';

const documents = 400;

for (const layout of ['markdown', 'plain']) {
  const volume = printedVolume(documents, { layout });
  const times = [];
  let imported;
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    imported = importPrintedVolume(volume.text);
    times.push(performance.now() - start);
  }
  const score = importScore(volume, imported);
  const of = `Importing ${documents} documents (${layout === 'markdown' ? 'Markdown' : 'plain text, set in lines'})`;
  const percent = (name, value, atLeast, remark) =>
    report({ name: `${of}: ${name}`, unit: '%', value: 100 * value, goal: { atLeast }, remark });
  report({
    name: `${of}, ${(volume.text.length / 1e6).toFixed(1)} MB`,
    unit: 'ms',
    // The first one, before the engine is warm: it is what an editor waits for.
    value: times[0],
    goal: { atMost: 5_000 },
  });
  percent('boundaries', score.boundaries, 99);
  percent('numbers', score.numbers, 99);
  percent('dates', score.dates, 98);
  percent('callouts matched to notes', score.callouts, 98);
  percent('words kept', score.words, 100, `${imported.queue.length} doubts in the queue`);
}

reportTei(1_000);

/** What it takes at the command line to store letters in a database that is there, and then to check them. */
function reportTei(count) {
  const program = fileURLToPath(new URL('../../apps/cli/bin/chancery.mjs', import.meta.url));
  const work = mkdtempSync(join(tmpdir(), 'chancery-bench-import-'));
  const folder = join(work, 'letters');
  const chancery = (...args) => {
    const start = performance.now();
    execFileSync(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    return performance.now() - start;
  };
  const data = ['--data', join(work, 'data')];
  try {
    const { volume, letters } = generatedVolume(count);
    for (const { path, source } of [volume, ...letters]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    }
    // The database is made, and the sample volume stored, before anything is measured.
    chancery(
      'import',
      fileURLToPath(new URL('../../corpus', import.meta.url)),
      '--edition',
      'sample',
      ...data,
    );
    const stored = chancery('import', folder, '--edition', 'bench', ...data);
    const checked = chancery('validate', folder);
    report({
      name: `Importing ${count} TEI letters and validating them`,
      unit: 'ms',
      value: stored + checked,
      goal: { atMost: 20_000 },
      remark: `${Math.round(stored)} ms to store, ${Math.round(checked)} ms to validate, with two starts of the command and one of PostgreSQL`,
    });
  } finally {
    rmSync(work, { recursive: true });
  }
}
