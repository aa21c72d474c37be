import { checkWellFormed, parseTree } from '@chancery/xml';
import { expect, it } from 'vitest';
import { readMetadata } from '../header/read-metadata.js';
import { nameOfNewLetter, newLetter } from './new-letter.js';

it('a letter that is begun says what is known of it, and no more', () => {
  const source = newLetter({
    id: 'stalin-1942-02-18',
    kind: 'telegram',
    number: '12 & 13',
    title: { text: 'J. V. STALIN TO F. <ROOSEVELT>', supplied: true },
    language: 'ru',
    senders: [{ name: 'J. V. Stalin', ref: '../volume.xml#stalin' }],
    addressees: [{ name: 'F. Roosevelt' }, { name: 'Churchill' }],
    date: { when: '1942-02-18' },
    volume: '../volume.xml',
    models: ['<?xml-model href="a.rng"?>'],
  });
  expect(checkWellFormed(source)).toBeUndefined();
  expect(source).toContain('?>\n<?xml-model href="a.rng"?>\n<TEI');
  expect(readMetadata(parseTree(source))).toMatchObject({
    kind: 'telegram',
    number: { text: '12 & 13', supplied: false },
    title: { text: 'J. V. STALIN TO F. <ROOSEVELT>', supplied: true },
    headerTitle: 'J. V. STALIN TO F. <ROOSEVELT>',
    language: 'ru',
    senders: [{ name: 'J. V. Stalin', ref: '../volume.xml#stalin' }],
    addressees: [{ name: 'F. Roosevelt' }, { name: 'Churchill' }],
    dates: [{ type: 'sent', when: '1942-02-18' }],
  });
  const bare = newLetter({
    id: 'letter',
    kind: 'letter',
    senders: [],
    addressees: [],
    volume: 'v.xml',
    models: [],
  });
  expect(checkWellFormed(bare)).toBeUndefined();
  expect(bare).not.toContain('<head');
  expect(bare).not.toContain('correspDesc');
});

it('its file is named by who wrote it and when, and by nothing that is taken', () => {
  const senders = [{ name: 'Émile Zola' }];
  const named = (taken: readonly string[], date?: { when: string }) =>
    nameOfNewLetter({ kind: 'letter', senders, date }, (name) => taken.includes(name));
  expect(named([], { when: '1898-01' })).toBe('zola-1898-01');
  expect(named(['zola', 'zola-2'])).toBe('zola-3');
  expect(nameOfNewLetter({ kind: 'telegram', senders: [{ name: 'Жуков' }] }, () => false)).toBe('telegram');
});
