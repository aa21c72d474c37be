import { elementOf, openLetter } from '@chancery/prosemirror-tei';
import { expect, it } from 'vitest';
import { addZone, bindableAt, bindZone, moveZone, removeZone, type ZonedLetter } from './edit-zones.js';

const leaf = { url: '1.jpg', label: '1r', width: 100, height: 200 };
const box = { left: 10, top: 20, right: 90, bottom: 40 };
const tei = (facsimile: string, text: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc/></teiHeader>${facsimile}<text><body>${text}</body></text></TEI>`;
const facsimile = (zones: string) =>
  `<facsimile><surface xml:id="leaf-1"><graphic url="1.jpg"/>${zones}</surface></facsimile>`;

/** A letter at the desk, as far as zones are concerned. */
function atDesk(begun: string): ZonedLetter & { text(): string } {
  let source = begun;
  return {
    text: () => source,
    source: {
      open: () => Promise.resolve(),
      now: () => openLetter(source),
      replace: (next) => {
        source = next;
      },
    },
  };
}

/** What a zone is bound to at a word. */
function at(source: string, word: string) {
  const { doc } = openLetter(source);
  let place = 0;
  doc.descendants((node, offset) => {
    if (node.isText && node.text?.includes(word)) place = offset + 1 + node.text.indexOf(word);
  });
  return bindableAt(doc, place);
}

it('binds a zone to the last break before the caret, else to the block', () => {
  const source = tei('', '<p>before <lb/>line one <pb/>page two</p><p>alone</p>');
  const { doc } = openLetter(source);
  for (const [word, name] of [
    ['before', 'p'],
    ['line', 'lb'],
    ['page', 'pb'],
    ['alone', 'p'],
  ] as const) {
    const found = at(source, word);
    expect(found?.name).toBe(name);
    expect(elementOf(doc.nodeAt(found?.at ?? 0) ?? doc)).toBe(name);
  }
  expect(bindableAt(doc, 0)).toBeUndefined();
});

it('enters the leaf and a zone at once, and points to it from what the caret is in, though that moves', async () => {
  const begun = tei('', '<p>one</p><p>two <lb/>three</p>');
  const letter = atDesk(begun);
  expect(await addZone(letter, leaf, box, at(begun, 'three'))).toBe('leaf-1-line-1');
  expect(letter.text()).toContain(
    '<zone xml:id="leaf-1-line-1" type="line" ulx="10" uly="20" lrx="90" lry="40"/>',
  );
  expect(letter.text()).toContain('<p>one</p><p>two <lb facs="#leaf-1-line-1"/>three</p>');
  // Where a zone of the leaf is pointed to already, it gives way; pointers elsewhere stay.
  const again = atDesk(letter.text().replace('facs="#leaf-1-line-1"', 'facs="#leaf-0 #leaf-1-line-1"'));
  const below = { ...box, top: 120, bottom: 140 };
  expect(await addZone(again, leaf, below, at(again.text(), 'three'))).toBe('leaf-1-line-2');
  expect(again.text()).toContain('<lb facs="#leaf-0 #leaf-1-line-2"/>');
  expect(again.text()).toContain('xml:id="leaf-1-line-1"');
});

it('enters a zone that nothing points to, for a block as a block', async () => {
  const letter = atDesk(tei(facsimile(''), '<p>one</p>'));
  expect(await addZone(letter, leaf, box, undefined)).toBe('leaf-1-line-1');
  expect(letter.text()).not.toContain('facs=');
  expect(await addZone(letter, leaf, { ...box, top: 100, bottom: 190 }, at(letter.text(), 'one'))).toBe(
    'leaf-1-block-1',
  );
  expect(letter.text()).toContain('<p facs="#leaf-1-block-1">one</p>');
});

it('binds, moves and removes a zone, and leaves all else as it was', async () => {
  const zone = '<zone xml:id="z" ulx="1" uly="2" lrx="3" lry="4"/>';
  const begun = tei(facsimile(`<!-- kept -->${zone}`), '<p>one <lb/>two</p>');
  const letter = atDesk(begun);
  const to = at(begun, 'two');
  if (!to) throw new Error('nothing to bind to');
  await bindZone(letter, leaf, 'z', to);
  const bound = begun.replace('<lb/>', '<lb facs="#z"/>');
  expect(letter.text()).toBe(bound);
  await moveZone(letter, leaf, 'z', box);
  expect(letter.text()).toBe(
    bound.replace('ulx="1" uly="2" lrx="3" lry="4"', 'ulx="10" uly="20" lrx="90" lry="40"'),
  );
  await removeZone(letter, leaf, 'z');
  expect(letter.text()).toBe(begun.replace(zone, ''));
  await expect(moveZone(letter, leaf, 'z', box)).rejects.toThrow('not there any more');
});

it('says that the source could not be loaded', async () => {
  const letter = { source: { ...atDesk(tei('', '<p/>')).source, now: () => undefined } };
  await expect(removeZone(letter, leaf, 'z')).rejects.toThrow('could not be loaded');
});
