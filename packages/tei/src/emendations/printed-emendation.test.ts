import { parseTree } from '@chancery/xml';
import { expect, it } from 'vitest';
import { draftMethod } from './draft-method.js';
import { printedEmendation } from './printed-emendation.js';
import { readEmendations } from './read-emendations.js';

const printed = (words: string) =>
  readEmendations(
    parseTree(`<TEI><text><body><div type="letter"><p>${words}</p></div></body></text></TEI>`),
  ).map(printedEmendation);

it.each([
  [
    'I <choice><sic>recieved</sic><corr type="slip" cert="high">received</corr></choice>',
    'received] recieved (a slip of the pen; high certainty)',
  ],
  ['Mr <supplied>Stalin</supplied>', 'Stalin] supplied'],
  ['the <surplus>the</surplus>', 'the] left out'],
  ['on <unclear>Tuesday</unclear>', 'Tuesday] not read with certainty'],
  ['My dear <gap reason="lost"/>', 'after “dear” a gap (the part of the copy that held it is lost)'],
  ['<gap/> Babbage', 'before “Babbage” a gap'],
  ['<gap/>', 'a gap'],
])('%s prints as: %s', (words, line) => {
  expect(printed(words)).toEqual([`paragraph 1: ${line}`]);
});

it('the method is stated from the policies and from what there is', () => {
  expect(draftMethod([], [])).toEqual([]);
  const [silent, marked] = draftMethod(['straight quotation marks are set as curved ones', 'Ends.'], ['gap']);
  expect(silent).toContain('Straight quotation marks are set as curved ones. Ends.');
  expect(marked).toContain('shown as a gap. Every such place stands in the list');
});
