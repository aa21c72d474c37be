import { describe, expect, it } from 'vitest';
import { gutterName } from './gutter-name.js';

describe('gutterName', () => {
  it('tells the line under the number from the dateline of the closer', () => {
    expect(gutterName({ name: 'dateline', type: '', around: ['div'] })).toBe('date line');
    expect(gutterName({ name: 'dateline', type: '', around: ['closer', 'div'] })).toBe('dateline');
  });

  it('numbers paragraphs', () => {
    expect(gutterName({ name: 'p', type: '', around: ['div'], paragraph: 4 })).toBe('4');
  });

  it('names bare text in an opener after the opener', () => {
    expect(gutterName({ name: '', type: '', around: ['opener', 'div'] })).toBe('opener');
  });
});
