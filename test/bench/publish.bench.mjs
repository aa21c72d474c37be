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
const seconds = (sorted) => median(sorted) / 1000;

const folderOf = (only) => join(folder, only.join('-'));

const press = (edition, only) => () => publishEdition(edition, { out: folderOf(only), only });

/** All of it, with nothing of an earlier publication to take over. */
const pressAnew = (edition, only) => async () => {
  await rm(folderOf(only), { recursive: true, force: true });
  return press(edition, only)();
};

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
  const [web, pdf, epub, saxes] = await inTurns(
    [pressAnew(generated, ['web']), pressAnew(generated, ['pdf']), pressAnew(generated, ['epub']), read],
    { warmUp: 1, rounds: 3 },
  );
  // Over the publication of the round before, with a word more in one letter.
  let changes = 0;
  const changed = (only) => () => {
    changes += 1;
    const [one, ...others] = generated.letters;
    const source = one.source.replace('<closer>', `<p>Word ${changes}.</p><closer>`);
    return press({ ...generated, letters: [{ ...one, source }, ...others] }, only)();
  };
  const [webAgain, pdfAgain] = await inTurns([changed(['web']), changed(['pdf'])], { warmUp: 1, rounds: 5 });
  const saxon = await pagesBySaxon(generated, folder);
  const peak = await memoryOf(new URL('./publish-process.mjs', import.meta.url), [
    String(letters),
    folderOf(['usual']),
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
        ? { peer: { name: 'their letter pages alone by Saxon-HE on Java', value: saxon } }
        : { peer, remark: 'Saxon-HE is not installed' },
    ),
    figure(`Publish ${letters} letters, PDF`, pdf, 5, { peer }),
    figure(`Publish ${letters} letters, EPUB`, epub, 1.5, { peer }),
    figure(`Publish ${letters} letters of which one was changed, web`, webAgain, 0.2, { peer }),
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
  await rm(folder, { recursive: true, force: true });
}
