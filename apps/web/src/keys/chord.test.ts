import { describe, expect, it } from 'vitest';
import { chordStep } from './chord.js';

function key(name: string, ctrlKey = false) {
  return { key: name, ctrlKey, metaKey: false, altKey: false };
}

describe('chordStep', () => {
  it('begins with Control M and nothing else', () => {
    expect(chordStep(key('m', true), false)).toEqual({ kind: 'begin' });
    expect(chordStep(key('m'), false)).toEqual({ kind: 'pass' });
    expect(chordStep({ ...key('m', true), altKey: true }, false)).toEqual({ kind: 'pass' });
  });

  it('takes the next key, with Control held or not', () => {
    expect(chordStep(key('P', true), true)).toEqual({ kind: 'do', key: 'p' });
    expect(chordStep(key(']'), true)).toEqual({ kind: 'do', key: ']' });
  });

  it('waits over modifiers and is cancelled by Escape', () => {
    expect(chordStep(key('Control'), true)).toEqual({ kind: 'pass' });
    expect(chordStep(key('Escape'), true)).toEqual({ kind: 'cancel' });
  });
});
