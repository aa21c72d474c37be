import { openLetter } from '@chancery/prosemirror-tei';
import { expect, it } from 'vitest';
import { callouts } from './callouts.js';
import { endnoteOrder } from './endnote-order.js';

const note = (n = '') => `<note type="footnote"${n}>Words.</note>`;
const volume = openLetter(
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><front><div><p>A${note()} and b${note(' n="†"')}.</p></div></front>
  <back><div><p>C${note()} and d${note()}.</p></div></back></text></TEI>`,
);
const through = { series: 'footnote', isUsed: true, scope: 'volume', style: 'figures' } as const;
const labels = (counted: Parameters<typeof endnoteOrder>[3]) =>
  callouts(volume.doc, endnoteOrder([], undefined, [through], counted)).map(({ figure }) => figure);

it('numbers notes through the volume’s own file, past those of the letters that stand between its front and its back matter', () => {
  expect(labels({})).toEqual(['1', '†', '2', '3']);
  expect(labels({ footnote: { counted: 0, between: 0, fixed: ['2'] } })).toEqual(['1', '†', '3', '4']);
  expect(labels({ footnote: { counted: 0, between: 5, fixed: [] } })).toEqual(['1', '†', '7', '8']);
  expect(labels({ footnote: { counted: 0, between: 5, fixed: ['3', '8'] } })).toEqual(['1', '†', '9', '10']);
});
