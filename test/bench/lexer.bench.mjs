import { lex } from '@chancery/xml';
import { generatedVolume } from './generated-volume.mjs';
import { report } from './report.mjs';
import { parseWithSaxes } from './saxes.mjs';
import { inTurns, median } from './timing.mjs';

const sources = generatedVolume(400).letters.map(({ source }) => source);
const megabytes = sources.reduce((sum, source) => sum + Buffer.byteLength(source), 0) / 1e6;
let seen = 0;

const [ours, saxes] = await inTurns(
  [
    () => {
      for (const source of sources) seen += lex(source).length;
    },
    () => {
      for (const source of sources) seen += parseWithSaxes(source);
    },
  ],
  { warmUp: 5, rounds: 25 },
);
if (seen === 0) throw new Error('Nothing was read.');

report({
  name: 'Lexer, 400 letters',
  unit: 'MB/s',
  value: (megabytes / median(ours)) * 1000,
  goal: { atLeast: 100 },
  peer: { name: 'saxes', value: (megabytes / median(saxes)) * 1000 },
});
