import { describe, expect, it } from 'vitest';
import { closeUp, completeMention, mentionQuery } from './mention-query.js';

const people = ['Ada King', 'Charles Babbage', 'Charlotte Ada'].map((name) => ({ id: name, name }));

/** The names that are offered at the caret, which is marked with a bar. */
function offered(marked: string): string[] | undefined {
  const caret = marked.indexOf('|');
  return mentionQuery(marked.replace('|', ''), caret, people)?.matches.map(({ name }) => name);
}

describe('mentionQuery', () => {
  it.each([
    ['@|', ['Ada King', 'Charles Babbage', 'Charlotte Ada']],
    ['Ask @ad|', ['Ada King', 'Charlotte Ada']],
    ['(@CHAR| today)', ['Charles Babbage', 'Charlotte Ada']],
    ['@charles b|', ['Charles Babbage']],
    ['@Ada King @bab|', ['Charles Babbage']],
  ])('offers in %j', (marked, names) => {
    expect(offered(marked)).toEqual(names);
  });

  it.each(['mail ada@|', 'ada@king|', '@nobody|', '@ |', 'no sign|', '@Ada\nKing|', `@${'x'.repeat(60)}|`])(
    'offers nobody in %j',
    (marked) => {
      expect(offered(marked)).toBeUndefined();
    },
  );
});

describe('completeMention', () => {
  it.each([
    ['Ask @ad|', 'Ask @Ada King |'],
    ['Ask @ad| today', 'Ask @Ada King |today'],
    ['@ad|, yes', '@Ada King |, yes'],
  ])('puts the name into %j', (marked, expected) => {
    const caret = marked.indexOf('|');
    const text = marked.replace('|', '');
    const query = mentionQuery(text, caret, people);
    const [first] = query?.matches ?? [];
    if (!query || !first) throw new Error('nobody is offered');
    const done = completeMention(text, caret, query, first);
    expect(`${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`).toBe(expected);
  });
});

describe('closeUp', () => {
  it.each([
    ['Ask @Ada King ?|', 'Ask @Ada King?|'],
    ['Ask @Ada King ,| please', 'Ask @Ada King,| please'],
    ['Ask @Ada King a|', 'Ask @Ada King a|'],
    ['Ask anybody ?|', 'Ask anybody ?|'],
  ])('sets a sign behind a name where it belongs: %j', (marked, expected) => {
    const written = closeUp(marked.replace('|', ''), marked.indexOf('|'), people);
    expect(`${written.text.slice(0, written.caret)}|${written.text.slice(written.caret)}`).toBe(expected);
  });
});
