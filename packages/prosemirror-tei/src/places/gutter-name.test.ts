import { describe, expect, it } from 'vitest';
import { gutterName } from './gutter-name.js';

describe('gutterName', () => {
  it('tells the line under the number from the dateline of the closer', () => {
    expect(gutterName({ name: 'dateline', type: '', around: ['div'], begins: [] })).toBe('date line');
    expect(gutterName({ name: 'dateline', type: '', around: ['closer', 'div'], begins: [] })).toBe(
      'dateline',
    );
  });

  it('numbers paragraphs', () => {
    expect(gutterName({ name: 'p', type: '', around: ['div'], begins: [], paragraph: 4 })).toBe('4');
  });

  it('names bare text in an opener after the opener', () => {
    expect(gutterName({ name: '', type: '', around: ['opener', 'div'], begins: [] })).toBe('opener');
  });

  it('names the first block of an argument, a postscript or an epigraph after it', () => {
    const first = { name: 'p', type: '', around: ['postscript', 'div'], begins: ['postscript'] };
    expect(gutterName(first)).toBe('postscript');
    expect(gutterName({ ...first, begins: [] })).toBe('');
  });

  it('leaves bare text in a figure or a division without a name', () => {
    expect(gutterName({ name: '', type: '', around: ['figure', 'div'], begins: [] })).toBe('');
  });
});
