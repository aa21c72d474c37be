import { describe, expect, it } from 'vitest';
import { answers } from './answers.js';
import type { PaletteEntry } from './palette-entries.js';

const entry = (kind: PaletteEntry['kind'], label: string): PaletteEntry => ({
  id: label,
  group: kind,
  kind,
  icon: 'search',
  label,
  words: label,
  run: () => undefined,
});

const note = entry('command', 'Note');
const stalin = entry('letter', 'Stalin to Roosevelt');
const byText = entry('letter', 'Churchill to Attlee');
const labels = (found: readonly PaletteEntry[]) => found.map(({ label }) => label);

describe('what the palette answers', () => {
  it('is what the search found, also by what its words do not show', () => {
    const choice = { offered: [note], searched: [byText, stalin], isLatest: true };
    expect(labels(answers(choice, 'stalin', false))).toEqual(['Stalin to Roosevelt', 'Churchill to Attlee']);
  });

  it('is not what was found for other words, but for what answers by its own', () => {
    const choice = { offered: [note], searched: [byText, stalin], isLatest: false };
    expect(labels(answers(choice, 'stalin', false))).toEqual(['Stalin to Roosevelt']);
    expect(labels(answers(choice, 'note', false))).toEqual(['Note']);
  });

  it('is of one kind behind its sign, and answers alone where something is asked', () => {
    const choice = { offered: [note, entry('answer', 'Illegible')], searched: [stalin], isLatest: true };
    expect(labels(answers(choice, '>', false))).toEqual(['Note']);
    expect(labels(answers(choice, '#', false))).toEqual(['Stalin to Roosevelt']);
    expect(labels(answers(choice, '', true))).toEqual(['Illegible']);
  });
});
