import { openLetter } from '@chancery/prosemirror-tei';
import { collab } from 'prosemirror-collab';
import { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { unsavedText } from './copy-unsaved.js';

const { doc } = openLetter(
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><p>One.</p><p>Two.</p><p>Three.</p></div></body></text></TEI>',
);

function positionOf(text: string): number {
  let found = 0;
  doc.descendants((node, pos) => {
    if (node.text === text) found = pos;
  });
  return found;
}

describe('unsavedText', () => {
  const opened = EditorState.create({ doc, plugins: [collab({ version: 3 })] });

  it('is empty while everything is saved', () => {
    expect(unsavedText(opened)).toBe('');
  });

  it('gives each changed paragraph whole and once, in the order of the text', () => {
    const late = opened.apply(opened.tr.insertText(' Really.', positionOf('Three.') + 6));
    const both = late.apply(late.tr.insertText('Not ', positionOf('One.')));
    const again = both.apply(both.tr.insertText('Surely ', positionOf('One.')));
    expect(unsavedText(again)).toBe('Surely Not One.\n\nThree. Really.');
  });
});
