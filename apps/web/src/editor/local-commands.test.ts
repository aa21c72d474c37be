import { applySteps, openLetter } from '@chancery/prosemirror-tei';
import { type Command, EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { emend } from './emend.js';
import { turnInto } from './turn-into.js';

const letter = openLetter(
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div type="letter"><head>No. 1</head><p>I have recieved it.</p><p>Yours,</p></div></body></text></TEI>',
);

/** The body after a command on the selected words, or `undefined` where it is not available. */
function after(words: string, command: Command): string | undefined {
  let from = 0;
  letter.doc.descendants((node, pos) => {
    const at = node.text?.indexOf(words) ?? -1;
    if (at !== -1) from = pos + at;
  });
  const selection = TextSelection.create(letter.doc, from, from + words.length);
  const state = EditorState.create({ doc: letter.doc, selection });
  let source: string | undefined;
  const done = command(state, (transaction) => {
    source = applySteps(letter, transaction.steps).source;
  });
  return done ? source?.replace(/^.*<div type="letter">|<\/div>.*$/gsu, '') : undefined;
}

describe('emend', () => {
  it('keeps the copy’s reading beside the one to be corrected', () => {
    expect(after('recieved', emend)).toContain(
      '<p>I have <choice><sic>recieved</sic><corr>recieved</corr></choice> it.</p>',
    );
  });
});

describe('turnInto', () => {
  it('makes a heading of a paragraph where a heading may stand', () => {
    expect(after('I have', turnInto('head', {}))).toContain('<head>I have recieved it.</head>');
  });

  it('is not available where the table forbids it', () => {
    expect(after('Yours', turnInto('item', {}))).toBeUndefined();
  });
});
