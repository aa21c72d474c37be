import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createValidator } from '@chancery/validation';
import { readSchemas } from '@chancery/validation/node';
import { generatedLetter } from './generated-volume.mjs';
import { report } from './report.mjs';
import { sampleLetter } from './sample-volume.mjs';
import { inTurns, median, quantile } from './timing.mjs';

const schemas = readSchemas();
const rng = fileURLToPath(new URL('../../schemas/letters.rng', import.meta.url));
const copies = 300;

/** What jing takes to start and read the schema, and then for each letter; undefined where it is not installed. */
function jing(source) {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
  try {
    const files = Array.from({ length: copies }, (_, index) => {
      const file = join(folder, `${index}.xml`);
      writeFileSync(file, source);
      return file;
    });
    const time = (some) => {
      const start = performance.now();
      execFileSync('jing', [rng, ...some], { stdio: 'ignore' });
      return performance.now() - start;
    };
    const first = time(files.slice(0, 1));
    return { first, each: (time(files) - first) / (copies - 1) };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const peer = jing(sampleLetter.source);
const beside = (name, value) => (peer ? { peer: { name, value } } : { remark: 'jing is not installed' });

const [compiling] = await inTurns([async () => (await createValidator(schemas)).dispose()], {
  warmUp: 1,
  rounds: 7,
});

const validator = await createValidator(schemas);
async function findings(name, source, goal, times) {
  const [ours] = await inTurns([() => validator.validate(source)], times);
  return { name, unit: 'ms', value: median(ours), p99: quantile(ours, 0.99), goal: { atMost: goal } };
}
const broken = sampleLetter.source.replace('<p>', '<p><closer/>');

report(
  {
    name: 'Compile letters.rng and letters.sch',
    unit: 'ms',
    value: median(compiling),
    goal: { atMost: 1000 },
    ...beside('jing, its start included', peer?.first),
  },
  {
    ...(await findings('Findings, 5 KB', sampleLetter.source, 50, { warmUp: 30, rounds: 150 })),
    ...beside('jing, grammar only', peer?.each),
  },
  await findings('Findings, 5 KB with a mistake', broken, 50, { warmUp: 30, rounds: 150 }),
  await findings('Findings, 200 KB', generatedLetter(200_000).source, 200, { warmUp: 3, rounds: 15 }),
);
