import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishEdition, setLetter } from '@chancery/publishing';
import { generatedVolume } from './generated-volume.mjs';
import { pagesBySaxon } from './pages-by-saxon.mjs';
import { memoryOf } from './process-tree.mjs';
import { report } from './report.mjs';
import { sampleVolume } from './sample-volume.mjs';
import { parseWithSaxes } from './saxes.mjs';
import { inTurns, median } from './timing.mjs';

const letters = 400;
const folder = await mkdtemp(join(tmpdir(), 'chancery-bench-'));
/** A disk of which nothing is waited for, where the system has one. */
const memoryDisk = '/dev/shm';
const inMemory = existsSync(memoryDisk) ? await mkdtemp(join(memoryDisk, 'chancery-bench-')) : undefined;
const seconds = (sorted) => median(sorted) / 1000;

const press =
  (edition, only, at = folder) =>
  () =>
    publishEdition(edition, { out: join(at, only.join('-')), only });

/** All of it, with nothing of an earlier publication to take over. */
const pressAnew =
  (edition, only, at = folder) =>
  async () => {
    await rm(join(at, only.join('-')), { recursive: true, force: true });
    return press(edition, only, at)();
  };

/** The same work where there is such a disk, of which the figures of other machines and hours differ less. */
const besideDisk = (work) => (inMemory === undefined ? [] : [work(inMemory)]);
const withoutDisk = (samples) =>
  samples ? `${seconds(samples).toFixed(2)} s where files are written into memory` : 'all of it to a disk';

try {
  const sample = sampleVolume();
  const [both] = await inTurns([pressAnew(sample, ['web', 'pdf'])], { warmUp: 1, rounds: 5 });
  const [first] = sample.letters;
  let typed = 0;
  const proof = () => {
    typed += 1;
    const source = first.source.replace('</p>', ` ${typed}</p>`);
    return setLetter({ volume: sample.volume, letter: { ...first, source } });
  };
  const [letter] = await inTurns([proof], { warmUp: 3, rounds: 9 });
  const generated = generatedVolume(letters);
  const read = () => generated.letters.map(({ source }) => parseWithSaxes(source));
  const [web, pdf, epub, saxes, webInMemory] = await inTurns(
    [
      pressAnew(generated, ['web']),
      pressAnew(generated, ['pdf']),
      pressAnew(generated, ['epub']),
      read,
      ...besideDisk((at) => pressAnew(generated, ['web'], at)),
    ],
    { warmUp: 1, rounds: 3 },
  );
  // Over the publication of the round before, with a word more in one letter.
  let changes = 0;
  const changed = (only, at) => () => {
    changes += 1;
    const [one, ...others] = generated.letters;
    const source = one.source.replace('<closer>', `<p>Word ${changes}.</p><closer>`);
    return press({ ...generated, letters: [{ ...one, source }, ...others] }, only, at)();
  };
  const [webAgain, pdfAgain, webAgainInMemory] = await inTurns(
    [changed(['web']), changed(['pdf']), ...besideDisk((at) => changed(['web'], at))],
    { warmUp: 2, rounds: 5 },
  );
  const saxon = await pagesBySaxon(generated, folder);
  const peak = await memoryOf(new URL('./publish-process.mjs', import.meta.url), [
    String(letters),
    join(folder, 'usual'),
  ]);

  const peer = { name: 'reading them with saxes', value: seconds(saxes) };
  const figure = (name, samples, atMost, more = {}) => ({
    name,
    unit: 's',
    value: seconds(samples),
    goal: { atMost },
    ...more,
  });
  report(
    figure('Publish the sample volume, web and PDF', both, 2),
    figure('Set the pages of a letter that is being written', letter, 0.4),
    figure(
      `Publish ${letters} letters, web with search`,
      web,
      4,
      saxon
        ? {
            peer: { name: 'their letter pages alone by Saxon-HE on Java', value: saxon },
            remark: withoutDisk(webInMemory),
          }
        : { peer, remark: `${withoutDisk(webInMemory)}; Saxon-HE is not installed` },
    ),
    figure(`Publish ${letters} letters, PDF`, pdf, 5, { peer }),
    figure(`Publish ${letters} letters, EPUB`, epub, 1.5, { peer }),
    figure(`Publish ${letters} letters of which one was changed, web`, webAgain, 0.2, {
      peer,
      remark: withoutDisk(webAgainInMemory),
    }),
    figure(`Publish ${letters} letters of which one was changed, PDF`, pdfAgain, 3, { peer }),
    {
      name: `Memory that publishing ${letters} letters takes, all usual parts`,
      unit: 'MB',
      ...(peak === undefined
        ? { value: Number.NaN, remark: 'this system does not tell the memory of a process' }
        : { value: peak, goal: { atMost: 1200 }, remark: 'resident, with all processes that it starts' }),
    },
  );
} finally {
  for (const each of [folder, inMemory]) if (each) await rm(each, { recursive: true, force: true });
}
