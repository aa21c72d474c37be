import { describe, expect, it } from 'vitest';
import { best, rank } from './rank.js';

describe('rank', () => {
  it('wants every word', () => {
    expect(rank('No. 5 Aide-Mémoire', 'aide memoire')).toBeGreaterThan(0);
    expect(rank('No. 5 Aide-Mémoire', 'aide stalin')).toBe(0);
  });

  it('prefers the beginning of a word', () => {
    expect(best([{ words: 'footnote' }, { words: 'Note callout' }], 'note')[0]?.words).toBe('Note callout');
  });

  it('puts the document of the number that was typed before whatever else has that figure', () => {
    const note = { words: 'Call endnote 4 note callout' };
    const letter = { words: 'No. 4. J. V. Stalin to F. Roosevelt', number: '4' };
    const other = { words: 'No. 14. F. Roosevelt to J. V. Stalin', number: '14' };
    expect(best([note, other, letter], '4')).toEqual([letter, note, other]);
    expect(best([note, other, letter], 'endnote 4')).toEqual([note]);
  });
});
