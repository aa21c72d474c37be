import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defaultLimits } from './xml-limits.js';

it('the README states the limits that hold', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const stated = Array.from(readme.matchAll(/^\| `(\w+)` \| ([\d,]+) \|/gm), ([, name, figure]) => [
    name,
    Number(figure?.replaceAll(',', '')),
  ]);
  expect(Object.fromEntries(stated)).toEqual(defaultLimits);
});
