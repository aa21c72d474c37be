import { Schema } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { largeWords, tooLarge } from './change-size.js';

const schema = new Schema({
  nodes: { doc: { content: 'p+' }, p: { content: 'text*' }, text: {} },
});
const withText = (text: string) =>
  EditorState.create({
    doc: schema.node('doc', null, [schema.node('p', null, text === '' ? [] : [schema.text(text)])]),
  });
const long = 'x'.repeat(1_000_000);

describe('tooLarge', () => {
  it('lets typing and long pastes pass', () => {
    expect(tooLarge(withText('').tr.insertText('a', 1))).toBeUndefined();
    expect(tooLarge(withText('').tr.insertText('x'.repeat(800_000), 1))).toBeUndefined();
  });

  it('stops what the server would refuse, counted in bytes', () => {
    expect(tooLarge(withText('').tr.insertText(long, 1))).toBe(largeWords);
    expect(tooLarge(withText('').tr.insertText('ж'.repeat(500_000), 1))).toBe(largeWords);
  });

  it('stops a deletion that could not be undone', () => {
    expect(tooLarge(withText(long).tr.delete(1, 1_000_001))).toBe(largeWords);
  });

  it('never judges what others did', () => {
    expect(tooLarge(withText('').tr.insertText(long, 1).setMeta('rebased', 0))).toBeUndefined();
  });
});
