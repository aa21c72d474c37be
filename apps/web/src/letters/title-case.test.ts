import { describe, expect, it } from 'vitest';
import { titleCase, withoutCapitals } from './title-case.js';

describe('titleCase', () => {
  it('sets capitals as a title', () => {
    expect(titleCase('J. V. STALIN TO F. ROOSEVELT')).toBe('J. V. Stalin to F. Roosevelt');
    expect(titleCase('AIDE-MÉMOIRE')).toBe('Aide-Mémoire');
    expect(titleCase("PUBLISHER'S NOTE")).toBe("Publisher's Note");
  });

  it('leaves out what follows the capitals in small letters', () => {
    expect(titleCase('AIDE-MEMOIRE Handed to A. Y. Vyshinsky')).toBe('Aide-Memoire');
  });

  it('leaves a mixed title alone', () => {
    expect(titleCase('Handed to A. Y. Vyshinsky')).toBe('Handed to A. Y. Vyshinsky');
  });
});

describe('withoutCapitals', () => {
  it('leaves initials and abbreviations alone', () => {
    expect(withoutCapitals('MINISTRY OF THE U.S.S.R., Moscow')).toBe('Ministry of the U.S.S.R., Moscow');
  });
});
