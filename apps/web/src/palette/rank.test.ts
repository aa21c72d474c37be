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
});
