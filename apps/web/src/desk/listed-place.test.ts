import { expect, test } from 'vitest';
import { listedPlace } from './listed-place.js';

const source = `<TEI><teiHeader><title>A</title></teiHeader>
<text><body>
  <p>𝔄<figure><graphic url="a.png"/></figure> <ref target="#p2">here</ref>
    <ptr type="endnote" target="volume.xml#e1"/></p>
</body></text></TEI>`;

test.each([
  ['source.3:6', '𝔄<f'],
  ['source.3:7', '<figure><graphic url="a.png"/></figure>'],
  ['source.3:15', '<graphic url="a.png"/>'],
  ['source.4', '<ptr type="endnote" target="volume.xml#e1"/>'],
  ['reference.0', '<ref target="#p2">here</ref>'],
  ['callout.0', '<ptr type="endnote" target="volume.xml#e1"/>'],
])('%s leads to what stands there', (address, words) => {
  const place = listedPlace(source, address);
  if (words.startsWith('<')) expect(place && source.slice(place.start, place.end)).toBe(words);
  else expect(place && source.slice(place.start, place.start + words.length)).toBe(words);
  expect(place?.isInHeader).toBe(false);
});

test('a place of the header is one of the metadata', () => {
  expect(listedPlace(source, 'source.1:17')?.isInHeader).toBe(true);
});

test.each(['reference.1', 'callout.9', 'source', 'elsewhere.1', ''])('%s leads nowhere', (address) => {
  expect(listedPlace(source, address)).toBeUndefined();
});
