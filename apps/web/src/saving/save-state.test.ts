import { describe, expect, it } from 'vitest';
import { saveWords } from './save-state.js';

describe('saveWords', () => {
  it('names the version that everything is saved in', () => {
    expect(saveWords({ kind: 'saved', version: 214 })).toBe('All changes saved – version 214');
  });

  it('speaks of saving only when it is slow', () => {
    expect(saveWords({ kind: 'saving', version: 3, slow: false })).toBe('All changes saved – version 3');
    expect(saveWords({ kind: 'saving', version: 3, slow: true })).toBe('Saving');
  });

  it('counts what is kept offline', () => {
    expect(saveWords({ kind: 'offline', kept: 1 })).toBe('Offline – 1 change kept on this device');
    expect(saveWords({ kind: 'offline', kept: 3 })).toBe('Offline – 3 changes kept on this device');
    expect(saveWords({ kind: 'offline', kept: 0, suggestions: 3 })).toBe(
      'Offline – 3 suggestions kept on this device',
    );
    expect(saveWords({ kind: 'offline', kept: 2, suggestions: 1 })).toBe(
      'Offline – 2 changes and 1 suggestion kept on this device',
    );
    expect(saveWords({ kind: 'offline', kept: 0 })).toBe('Offline – nothing waits to be sent');
  });
});
