import { openLetter } from '@chancery/prosemirror-tei';
import { expect, it } from 'vitest';
import { doubtfulWords, isEntered } from './doubtful-words.js';
import { facsimilesOf, zonesInText, zonesOfLeaf } from './zones-of-doc.js';

const leaf = { pointers: ['#leaf-1', '1.jpg'], width: 100, height: 200 };
const letter = (text: string) =>
  openLetter(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc/></teiHeader>
<facsimile><surface xml:id="leaf-1"><graphic url="1.jpg"/><zone xml:id="l1" ulx="10" uly="10" lrx="90" lry="30"/><zone xml:id="l2" ulx="10" uly="40" lrx="90" lry="60"/></surface></facsimile>
<text><body><p><lb facs="#l1"/>${text}</p></body></text></TEI>`).doc;

const area = (top: number) => ({ left: 10, top, right: 90, bottom: top + 20 });
const word = (text: string, confidence?: number) => ({
  text,
  ...(confidence === undefined ? {} : { confidence }),
});
const page = {
  blocks: [
    {
      area: area(10),
      lines: [
        { area: area(11), words: [word('the', 0.5), word('retum', 0.4), word('of', 0.99), word('the', 0.6)] },
        { area: area(42), words: [word('report', 0.74), word('here', 0.75), word('sure')] },
        { area: area(150), words: [word('elsewhere', 0.1)] },
      ],
    },
  ],
};

function doubtsIn(text: string, settled: string[] = []) {
  const doc = letter(text);
  const zones = zonesOfLeaf(facsimilesOf(doc), leaf);
  const found = doubtfulWords({ page, settled }, doc, zonesInText(doc, zones));
  return found.map(({ name, text: words, from, to }) => [name, words, doc.textBetween(from, to)]);
}

it('finds the words that were read with doubt in the text of their lines, each of its like by its order', () => {
  expect(doubtsIn('the retum of the <lb facs="#l2"/>report here sure')).toEqual([
    ['0.0', 'the', 'the'],
    ['0.1', 'retum', 'retum'],
    ['0.3', 'the', 'the'],
    ['1.0', 'report', 'report'],
  ]);
});

it('looks in no other line, and not for what is changed or settled', () => {
  // The word stands in the next line now: the first does not have it any more.
  expect(doubtsIn('the return of <lb facs="#l2"/>the retum, report', ['0.0'])).toEqual([
    ['1.0', 'report', 'report'],
  ]);
  expect(doubtsIn('nothing of it')).toEqual([]);
});

it('finds a word through marks and notes in the line', () => {
  expect(doubtsIn('the <hi rend="italic">ret</hi>um of the')).toEqual([
    ['0.0', 'the', 'the'],
    ['0.1', 'retum', 'retum'],
    ['0.3', 'the', 'the'],
  ]);
});

it('counts what was read as entered where most of its lines have zones', () => {
  const zones = zonesOfLeaf(facsimilesOf(letter('x')), leaf);
  expect(isEntered(page, zones)).toBe(true);
  expect(isEntered(page, zones.slice(1))).toBe(false);
  expect(isEntered({ blocks: [] }, zones)).toBe(false);
});
