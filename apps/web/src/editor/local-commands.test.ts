import { applySteps, openLetter } from '@chancery/prosemirror-tei';
import { type Command, EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { emend } from './emend.js';
import { turnInto } from './turn-into.js';

const letter = openLetter(
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div type="letter"><head>No. 1</head><p>I have recieved it.</p><p>Work <hi rend="italic">very</hi> hard.</p><p>Yours,</p></div></body></text></TEI>',
);

/** The body after a command on the selected words, or `undefined` where it is not available. */
function after(words: string, command: Command): string | undefined {
  let from = 0;
  letter.doc.descendants((node, pos) => {
    const at = node.isTextblock ? node.textContent.indexOf(words) : -1;
    if (at !== -1) from = pos + 1 + at;
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
  it.each([
    ['correction', 'sic', 'corr'],
    ['regularization', 'orig', 'reg'],
    ['expansion', 'abbr', 'expan'],
  ] as const)('keeps the copy’s reading beside the edition’s: %s', (kind, copy, edition) => {
    const made = after('recieved', emend({ kind, reading: 'received', attributes: { resp: '#ed' } }));
    expect(made).toContain(
      `<p>I have <choice><${copy}>recieved</${copy}><${edition} resp="#ed">received</${edition}></choice> it.</p>`,
    );
  });

  it('marks what is surplus, unclear or supplied, where it stands', () => {
    const made = after('have', emend({ kind: 'surplus', reading: '', attributes: { reason: 'repeated' } }));
    expect(made).toContain('<p>I <surplus reason="repeated">have</surplus> recieved it.</p>');
  });

  it('keeps the marks within the copy’s reading', () => {
    const made = after('very hard', emend({ kind: 'correction', reading: 'so hard', attributes: {} }));
    expect(made).toContain(
      '<choice><sic><hi rend="italic">very</hi> hard</sic><corr>so hard</corr></choice>',
    );
  });

  it('is not available where the edition would read nothing beside it', () => {
    const command = emend({ kind: 'correction', reading: '', attributes: {} });
    expect(after('recieved', command)).toBeUndefined();
    const same = emend({ kind: 'correction', reading: 'recieved', attributes: {} });
    expect(after('recieved', same)).toBeUndefined();
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
