import { describe, expect, it } from 'vitest';
import { elements } from '../elements/index.js';
import { ContentSyntaxError, parseContent } from './parse-content.js';
import { writeContent } from './write-content.js';

describe('parseContent', () => {
  it('reads order, choice and repetition', () => {
    expect(parseContent('head?, (p | list)+')).toEqual({
      kind: 'sequence',
      parts: [
        { kind: 'repeat', sign: '?', part: { kind: 'name', name: 'head' } },
        {
          kind: 'repeat',
          sign: '+',
          part: {
            kind: 'choice',
            parts: [
              { kind: 'name', name: 'p' },
              { kind: 'name', name: 'list' },
            ],
          },
        },
      ],
    });
  });

  it('tells text and nothing from names', () => {
    expect(parseContent('text')).toEqual({ kind: 'text' });
    expect(parseContent('<text>')).toEqual({ kind: 'name', name: 'text' });
    expect(parseContent('empty')).toEqual({ kind: 'empty' });
    expect(parseContent('model.pLike')).toEqual({ kind: 'name', name: 'model.pLike' });
  });

  it('makes one repetition of two', () => {
    expect(parseContent('(p+)?')).toEqual(parseContent('p*'));
    expect(parseContent('(p+)+')).toEqual(parseContent('p+'));
  });

  it('reads back what writeContent writes', () => {
    for (const row of elements) {
      const content = parseContent(row.content);
      expect(parseContent(writeContent(content))).toEqual(content);
    }
  });

  it.each(['', 'p,', 'p | list, head', '(p', 'p)', '*', 'p & list', '()'])('refuses "%s"', (expression) => {
    expect(() => parseContent(expression)).toThrow(ContentSyntaxError);
  });
});
