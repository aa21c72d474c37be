import { openLetter } from '@chancery/prosemirror-tei';
// Not for anybody outside the server: the address is the built file's.
import { collate } from '../../apps/server/dist/keying/collate.js';
import { generatedLetter } from './generated-volume.mjs';
import { report } from './report.mjs';
import { inTurns, median } from './timing.mjs';

/** Slips of a second keyer, each about once in so many words: another letter, a sign, a capital, a word left out or said twice. */
const slips = [
  (word) => word.replace(/e/, 'a'),
  (word) => `${word},`,
  (word) => word.replace(/^./, (first) => first.toUpperCase()),
  () => '',
  (word) => `${word} ${word}`,
];
const between = 60;

/** Another keying of the same letter, with slips in its running text. */
function keyedAgain(source) {
  let count = 0;
  return source.replace(/<p>[\s\S]*<\/p>/u, (text) =>
    text.replace(/(?<=\s)[a-z]{3,}(?=\s)/gu, (word) => {
      count += 1;
      return count % between === 0 ? slips[(count / between) % slips.length](word) : word;
    }),
  );
}

const { source } = generatedLetter(56_000);
const one = openLetter(source).doc;
const other = openLetter(keyedAgain(source)).doc;
const words = one.textBetween(0, one.content.size, ' ').split(/\s+/u).length;
let found = [];
const [ours, opening] = await inTurns(
  [
    () => {
      found = collate(one, other);
    },
    () => openLetter(source),
  ],
  { warmUp: 3, rounds: 20 },
);

report({
  name: 'Two keyings of a letter collated',
  unit: 'ms',
  value: median(ours),
  goal: { atMost: 200 },
  peer: { name: 'open one of them', value: median(opening) },
  remark: `${words} words, ${found.length} discrepancies`,
});
