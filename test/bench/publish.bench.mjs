import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishEdition, setLetter } from '@chancery/publishing';
import { generatedVolume } from './generated-volume.mjs';
import { report } from './report.mjs';
import { sampleVolume } from './sample-volume.mjs';
import { parseWithSaxes } from './saxes.mjs';
import { inTurns, median } from './timing.mjs';

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
  const generated = generatedVolume(400);
  const read = () => generated.letters.map(({ source }) => parseWithSaxes(source));
  const [web, pdf, saxes] = await inTurns([pressAnew(generated, ['web']), press(generated, ['pdf']), read], {
    warmUp: 1,
    rounds: 3,
  });
  // Over the publication of the round before, with a word more in one letter.
  let changes = 0;
  const changed = (only) => () => {
    changes += 1;
    const [one, ...others] = generated.letters;
    const source = one.source.replace('<closer>', `<p>Word ${changes}.</p><closer>`);
    return press({ ...generated, letters: [{ ...one, source }, ...others] }, only)();
  };
  const [again] = await inTurns([changed(['web'])], { warmUp: 1, rounds: 5 });
  const [pdfAgain] = await inTurns([changed(['pdf'])], { warmUp: 1, rounds: 3 });
  const [epub] = await inTurns([pressAnew(generated, ['epub'])], { warmUp: 1, rounds: 3 });
  const [cmif] = await inTurns([press(generatedVolume(10_000), ['cmif'])], { warmUp: 0, rounds: 1 });
  const peer = { name: 'reading them with saxes', value: seconds(saxes) };
  report(
    {
      name: 'Publish the sample volume, web and PDF',
      unit: 's',
      value: seconds(both),
      goal: { atMost: 2 },
    },
    {
      name: 'Set the pages of a letter that is being written',
      unit: 's',
      value: seconds(letter),
      goal: { atMost: 0.4 },
    },
    { name: 'Publish 400 letters, web', unit: 's', value: seconds(web), goal: { atMost: 3 }, peer },
    {
      name: 'Publish 400 letters of which one was changed, web',
      unit: 's',
      value: seconds(again),
      goal: { atMost: 0.2 },
      peer,
    },
    { name: 'Publish 400 letters, EPUB', unit: 's', value: seconds(epub), goal: { atMost: 1.5 }, peer },
    { name: 'Publish 400 letters, PDF', unit: 's', value: seconds(pdf), goal: { atMost: 5 }, peer },
    {
      name: 'Publish 400 letters of which one was changed, PDF',
      unit: 's',
      value: seconds(pdfAgain),
      goal: { atMost: 3 },
    },
    { name: 'Publish 10,000 letters, CMIF', unit: 's', value: seconds(cmif), goal: { atMost: 5 } },
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
