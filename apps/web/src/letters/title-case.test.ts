import { describe, expect, it } from 'vitest';
import { titleCase } from './title-case.js';

describe('titleCase', () => {
  it('sets capitals as a title', () => {
    expect(titleCase('J. V. STALIN TO F. ROOSEVELT')).toBe('J. V. Stalin to F. Roosevelt');
    expect(titleCase('AIDE-MÉMOIRE')).toBe('Aide-Mémoire');
    expect(titleCase('PUBLISHER’S NOTE')).toBe('Publisher’s Note');
  });

  it('leaves a mixed title alone', () => {
    expect(titleCase('Handed to A. Y. Vyshinsky')).toBe('Handed to A. Y. Vyshinsky');
  });
});
