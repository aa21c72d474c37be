import { expect, test } from 'vitest';
import { openLetter } from '../open-letter.js';
import { keyedText } from './keyed-text.js';

const { doc } = openLetter(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>
<head>No. 1</head><p>My <hi rend="italic">dear</hi><lb/> Babbage<note><p>He.</p></note></p>
<list><item>One</item></list></div></body></text></TEI>`);

test('the pieces of a letter follow each other without gaps, each with what it stands in', () => {
  const pieces = keyedText(doc);
  expect(pieces.map(({ kind, name, text, markup }) => [kind, name || text, markup].join(' | '))).toEqual([
    'beginning | head | +body +div head',
    'text | No. 1 | body div head',
    'beginning | p | body div p',
    'text | My  | body div p',
    'text | dear | body div p hi@rend=italic',
    'object | lb | body div p',
    'text |  Babbage | body div p',
    'beginning | p | body div p +note p',
    'text | He. | body div p note p',
    'beginning | anonymous | body div +list +item anonymous',
    'text | One | body div list item anonymous',
    'end |  | ',
  ]);
  expect(pieces[0]?.from).toBeLessThan(pieces[0]?.to ?? 0);
  for (const [index, piece] of pieces.entries()) expect(piece.from).toBe(pieces[index - 1]?.to ?? piece.from);
  expect(pieces.at(-1)?.to).toBe(doc.content.size - 2);
  const words = pieces.filter(({ kind }) => kind === 'text');
  for (const { to, text } of words) expect(doc.textBetween(to - text.length, to)).toBe(text);
  expect(words.every(({ from, to }) => from < to)).toBe(true);
});
