import {
  applySteps,
  openLetter,
  positionAt,
  randomEdit,
  schema,
  seededRandom,
  WrapStep,
} from '@chancery/prosemirror-tei';
import fc from 'fast-check';
import { type Node, Slice } from 'prosemirror-model';
import { ReplaceStep, type Step, Transform } from 'prosemirror-transform';
import { beforeEach, describe, expect, test } from 'vitest';
import { Authorship } from './authorship.js';
import { atSigns, flatText, readable } from './flat-text.js';
import { lengthOf, type Origin } from './origins.js';

const letter = openLetter(
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><p>One two three four five six.</p><p>Seven eight nine.</p></div></body></text></TEI>',
);

let authorship: Authorship;
beforeEach(() => {
  authorship = new Authorship(letter.doc);
});

/** Where some words begin in the document as it is now. */
function at(words: string): number {
  const { doc } = authorship;
  const found = flatText(doc, 0, doc.content.size).indexOf(words);
  if (found < 0) throw new Error(`There is no “${words}”.`);
  return found;
}

/** Takes steps as one batch, each with the next version; answers the last version. */
function take(steps: readonly Step[], batch = `batch ${authorship.version}`): number {
  for (const step of steps) authorship.follow({ version: authorship.version + 1, step, batch });
  return authorship.version;
}

const edit = (change: (transform: Transform) => unknown, batch?: string) => {
  const transform = new Transform(authorship.doc);
  change(transform);
  return take(transform.steps, batch);
};

const type = (pos: number, text: string) => edit((transform) => transform.insert(pos, schema.text(text)));
const remove = (words: string) => edit((transform) => transform.delete(at(words), at(words) + words.length));

/** The text with the version that brought each part: “{3:Mr }Babbage”. */
function shown(): string {
  const { doc, origins } = authorship;
  let pos = 0;
  return origins
    .map(({ length, version }) => {
      const text = atSigns(flatText(doc, pos, pos + length))
        .map((part) => (readable(part) === '' && part.trim() !== '' ? '|' : part))
        .join('');
      pos += length;
      return version === 0 ? text : `{${version}:${text}}`;
    })
    .join('')
    .replaceAll(/^\|+|\|+$/gu, '');
}

describe('text is its author’s', () => {
  test('where it is typed, and what stands around it is another’s', () => {
    type(at('two'), 'a');
    type(at('two'), 'nd ');
    expect(shown()).toBe('One {1:a}{2:nd }two three four five six.|Seven eight nine.');
  });

  test('when its paragraph is divided and joined, and when it is marked', () => {
    type(at('three'), 'and ');
    edit((transform) => transform.split(at('d three')));
    expect(shown()).toContain('One two {1:an}');
    expect(shown()).toContain('{1:d }three four');
    edit((transform) => transform.join(at('d three') - 1));
    take([
      new WrapStep(at('two'), at('two') + 7, schema.mark('element', { id: 'x', name: 'hi', attrs: {} })),
    ]);
    expect(shown()).toBe('One two {1:and }three four five six.|Seven eight nine.');
  });

  test('when it is cut and put in elsewhere, whole or in part', () => {
    type(at('three'), 'hundred thousand ');
    const words = 'two hundred thousand three';
    remove(words);
    type(at('nine'), words);
    expect(shown()).toBe('One  four five six.|Seven eight two {1:hundred thousand }threenine.');
  });

  test('when it is put in elsewhere before it is taken out, in one go', () => {
    type(at('three'), 'hundred thousand ');
    edit((transform) => {
      const from = at('two');
      const to = from + 'two hundred thousand three'.length;
      transform.insert(at('nine'), transform.doc.slice(from, to).content);
      transform.delete(from, to);
    });
    expect(shown()).toBe('One  four five six.|Seven eight two {1:hundred thousand }threenine.');
  });

  test('when paragraphs change places by one step', () => {
    type(at('eight'), 'times ');
    const parent = authorship.doc.resolve(at('One') - 1).parent;
    const from = at('One') - 1;
    const swapped = parent.copy(parent.content).content;
    const [first, second] = [swapped.child(0), swapped.child(1)];
    take([
      new ReplaceStep(
        from,
        from + swapped.size,
        new Slice(
          parent.copy().content.append(parent.type.create(parent.attrs, [second, first]).content),
          0,
          0,
        ),
      ),
    ]);
    expect(shown()).toBe('Seven {1:times }eight nine.{2:|}One two three four five six.');
  });

  test('when its removal is undone, by one key after the other too', () => {
    type(at('three'), 'xyz');
    for (let key = 0; key < 3; key += 1) {
      const end = at('three');
      edit((transform) => transform.delete(end - 1, end));
    }
    expect(shown()).toBe('One two three four five six.|Seven eight nine.');
    type(at('three'), 'xyz');
    expect(shown()).toBe('One two {1:xyz}three four five six.|Seven eight nine.');
  });

  test.each([
    ['Backspace', -1],
    ['Delete', 0],
  ])('when its removal by one %s after the other is undone as it was done', (_key, side) => {
    type(at('three'), 'xyz ');
    const gone = 'two xyz three';
    const done: { step: Step; doc: Node }[] = [];
    let from = at(gone) + (side < 0 ? gone.length : 0);
    for (const _char of gone) {
      const { doc } = authorship;
      edit((transform) => {
        transform.delete(from + side, from + side + 1);
        for (const step of transform.steps) done.push({ step, doc });
      });
      from += side;
    }
    expect(shown()).toBe('One  four five six.|Seven eight nine.');
    take(done.toReversed().map(({ step, doc }) => step.invert(doc)));
    expect(shown()).toBe('One two {1:xyz }three four five six.|Seven eight nine.');
  });

  test('but what somebody types anew is theirs', () => {
    remove('three');
    type(at('four'), 'thirty');
    expect(shown()).toBe('One two  {2:thirty}four five six.|Seven eight nine.');
  });
});

describe('every token has an origin', () => {
  const tokens = (doc: Node) => doc.content.size;

  test('after whatever edits', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 25 }), (seed, times) => {
        const random = seededRandom(seed);
        authorship = new Authorship(letter.doc);
        const states: { doc: Node; origins: readonly Origin[] }[] = [];
        for (let time = 0; time < times; time += 1) {
          const drawn = randomEdit(authorship.doc, random);
          if (drawn) take(drawn.transform.steps);
          const { doc, origins } = authorship;
          expect(lengthOf(origins)).toBe(tokens(doc));
          expect(
            origins.every(
              ({ length }, index) => length > 0 && origins[index - 1]?.version !== origins[index]?.version,
            ),
          ).toBe(true);
          states.push({ doc, origins: [...origins] });
        }
        const copy = authorship.copy();
        copy.becomes(letter.doc, authorship.version + 1);
        expect(lengthOf(copy.origins)).toBe(tokens(letter.doc));
        expect(authorship.origins).toEqual(states.at(-1)?.origins ?? authorship.origins);
      }),
      { numRuns: 100 },
    );
  });

  test('is the same whether typing is followed at once or key by key', () => {
    const place = fc.integer({ min: 0, max: 60 });
    const key = fc.record({ place, goesOn: fc.boolean(), takesOut: fc.integer({ min: 0, max: 9 }) });
    fc.assert(
      fc.property(fc.array(key, { minLength: 2, maxLength: 40 }), (keys) => {
        const [atOnce, oneByOne] = [new Authorship(letter.doc), new Authorship(letter.doc)];
        let caret = 5;
        for (const [index, { place: other, goesOn, takesOut }] of keys.entries()) {
          const { doc } = oneByOne;
          if (!goesOn) caret = 4 + (other % (doc.content.size - 8));
          const $caret = doc.resolve(caret);
          if (!$caret.parent.isTextblock) continue;
          const transform = new Transform(doc);
          if (takesOut === 0 && $caret.parentOffset > 0) transform.delete(caret - 1, caret);
          else transform.insert(caret, schema.text(String.fromCharCode(0x61 + (index % 26))));
          caret += transform.doc.content.size - doc.content.size;
          for (const [nth, step] of transform.steps.entries()) {
            const taken = { version: oneByOne.version + 1 + nth, step, batch: `batch ${index >> 1}` };
            atOnce.follow(taken);
            oneByOne.follow(taken);
          }
        }
        expect(atOnce.origins).toEqual(oneByOne.origins);
        expect(atOnce.version).toBe(oneByOne.version);
        expect(atOnce.copy().doc.eq(oneByOne.doc)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('a letter that is read anew keeps the authors of what it still says', () => {
    type(at('three'), 'and ');
    const anew = openLetter(applySteps(letter, []).source.replace('two three', 'two and three'));
    authorship.becomes(anew.doc, 9);
    expect(shown()).toBe('One two {1:and }three four five six.|Seven eight nine.');
    expect(readable('\u0001a\u0002b')).toBe('a b');
    expect(positionAt(anew, 0)).toBe(0);
  });
});
