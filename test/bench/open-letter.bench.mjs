import { openLetter } from '@chancery/prosemirror-tei';
import { decode, encode } from '@chancery/xml';
import { generatedLetter } from './generated-volume.mjs';
import { report } from './report.mjs';
import { sampleLetter } from './sample-volume.mjs';
import { parseWithSaxes } from './saxes.mjs';
import { inTurns, median, quantile } from './timing.mjs';

async function opening(name, source, goal, times) {
  const [ours, saxes] = await inTurns([() => openLetter(source), () => parseWithSaxes(source)], times);
  return {
    name,
    unit: 'ms',
    value: median(ours),
    p99: quantile(ours, 0.99),
    goal: { atMost: goal },
    peer: { name: 'saxes parse', value: median(saxes) },
  };
}

/** The way of a file nobody edits: bytes, text, document, text, bytes. */
async function openAndSave(source) {
  const bytes = new TextEncoder().encode(source);
  const [ours] = await inTurns(
    [
      () => {
        const { text, ...how } = decode(bytes);
        const saved = encode(openLetter(text).source, how);
        if (saved.length !== bytes.length) throw new Error('The letter was not saved as it was opened.');
      },
    ],
    { warmUp: 5, rounds: 25 },
  );
  return {
    name: 'Open and save, 200 KB',
    unit: 'MB/s',
    value: bytes.length / 1e3 / median(ours),
    goal: { atLeast: 10 },
  };
}

const long = generatedLetter(200_000).source;
report(
  await opening('Open a 5 KB letter', sampleLetter.source, 5, { warmUp: 100, rounds: 300 }),
  await opening('Open a 200 KB letter', long, 100, { warmUp: 10, rounds: 50 }),
  await openAndSave(long),
);
