import { expect, it } from 'vitest';
import { hueOf, hues } from './hue-of.js';
import { toldApart, windowWords } from './told-apart.js';

const at = (clientId: string, id: string) => ({ clientId, person: { id, name: id } });
const ids = Array.from({ length: 40 }, (_, index) => `person-${index}`);
/** Three people who would look alike. */
const alike = ids.filter((id) => hueOf(id) === hueOf('person-0')).slice(0, 3);

it('no two people have one look as long as there are looks, in whatever order they came', () => {
  const told = toldApart(alike.map((id) => at(id, id)));
  expect(new Set([...told.values()].map(({ hue }) => hue)).size).toBe(3);
  const turned = toldApart(alike.toReversed().map((id) => at(id, id)));
  expect(alike.map((id) => turned.get(id))).toEqual(alike.map((id) => told.get(id)));
  const all = toldApart(ids.map((id) => at(id, id)));
  expect(new Set([...all.values()].map(({ hue }) => hue))).toEqual(new Set(hues));
});

it('the windows of one person look alike and are numbered', () => {
  const told = toldApart([at('b', 'ada'), at('a', 'ada'), at('c', 'bob')]);
  expect(told.get('a')).toEqual({ hue: told.get('b')?.hue, window: 1 });
  expect(told.get('b')?.window).toBe(2);
  expect(told.get('c')?.window).toBeUndefined();
  expect(windowWords('Ada', told.get('b')?.window)).toBe('Ada, window 2');
  expect(windowWords('Bob', undefined)).toBe('Bob');
});
