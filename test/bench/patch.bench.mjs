import { applySteps, openLetter, schema } from '@chancery/prosemirror-tei';
import { Step } from 'prosemirror-transform';
import { generatedLetter } from './generated-volume.mjs';
import { keystroke, textPosition } from './keystroke.mjs';
import { report } from './report.mjs';
import { sampleLetter } from './sample-volume.mjs';
import { inTurns, median, quantile } from './timing.mjs';

/** Types on in one letter: each patch is made on the letter that the last one left. */
async function typing(name, source, goal, times) {
  let letter = openLetter(source);
  let at = textPosition(letter.doc);
  const [ours, reading] = await inTurns(
    [
      () => {
        letter = applySteps(letter, [Step.fromJSON(schema, keystroke(at))]);
        at += 1;
      },
      () => openLetter(letter.source),
    ],
    times,
  );
  return {
    name,
    unit: 'ms',
    value: median(ours),
    p99: quantile(ours, 0.99),
    goal: { atMost: goal },
    peer: { name: 'open it anew', value: median(reading) },
  };
}

report(
  await typing('Patch after a keystroke, 5 KB', sampleLetter.source, 2, { warmUp: 100, rounds: 300 }),
  await typing('Patch after a keystroke, 200 KB', generatedLetter(200_000).source, 5, {
    warmUp: 10,
    rounds: 50,
  }),
);
