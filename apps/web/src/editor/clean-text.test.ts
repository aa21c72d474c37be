import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.js';

describe('cleanText', () => {
  it('makes tabs spaces and drops what XML cannot hold', () => {
    expect(cleanText('a\tb\u0000c\u001bd')).toBe('a bcd');
  });

  it('keeps letters beyond the first plane, and ends of lines for the parser to split at', () => {
    expect(cleanText('Ж𝔄\nb')).toBe('Ж𝔄\nb');
  });
});
