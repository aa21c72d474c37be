import { openLetter } from '@chancery/prosemirror-tei';
import { expect, test } from 'vitest';
import { endnoteOrder } from '../editor/endnote-order.js';
import { noteFindings } from './note-findings.js';

const open = (text: string) =>
  openLetter(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text>${text}</text></TEI>`).doc;
const call = (id: string) => `<ptr type="endnote" target="../volume.xml#${id}"/>`;
const inPlace = ['foot'];

test('a callout without a note is found, and one that would put a note into two series', () => {
  const doc = open(`<body><p>A${call('one')} B${call('gone')} C${call('foot')}</p></body>`);
  const order = endnoteOrder([{ id: 'one' }], { before: [], after: [] });
  expect(noteFindings(doc, { order, inPlace }).map(({ severity, message }) => [severity, message])).toEqual([
    ['error', 'The volume has no note “gone”. Call another note, or remove the callout.'],
    ['error', expect.stringMatching(/^“foot” is a note that is called where it stands.*two series/)],
  ]);
});

test('a note of a series that the volume does not use is told', () => {
  const doc = open('<body><p>A<note type="textual">A] B</note></p></body>');
  const unused = { series: 'textual', isUsed: false, scope: 'document', style: 'letters' } as const;
  expect(noteFindings(doc, { order: endnoteOrder([], undefined, [unused]), inPlace })).toMatchObject([
    {
      severity: 'warning',
      message: expect.stringMatching(/^Textual note a: the volume uses no textual notes/),
    },
  ]);
  expect(noteFindings(doc, { order: endnoteOrder([]), inPlace })).toEqual([]);
});

test('a note that nothing calls is found in the volume’s file', () => {
  const notes = ['one', 'two'].map((id) => `<note type="endnote" xml:id="${id}">N</note>`).join('');
  const doc = open(`<body><p>A</p></body><back><div type="notes">${notes}</div></back>`);
  const order = endnoteOrder([{ id: 'one' }, { id: 'two' }], { before: [], after: ['two'] });
  expect(noteFindings(doc, { order, inPlace })).toMatchObject([
    { severity: 'warning', message: expect.stringMatching(/^Nothing calls endnote 2/) },
  ]);
});
