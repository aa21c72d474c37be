import { performance } from 'node:perf_hooks';
import { importPrintedVolume } from '@chancery/importing';
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
