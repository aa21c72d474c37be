import { expect, test } from 'vitest';
import { kindName } from './kind-name.js';

test.each([
  ['letter', 'Letter'],
  ['aide-memoire', 'Aide-mémoire'],
  ['publishers-note', 'Publisher’s note'],
  ['note-verbale', 'Note verbale'],
])('a document of the kind %s is called %s', (kind, name) => {
  expect(kindName(kind)).toBe(name);
});
