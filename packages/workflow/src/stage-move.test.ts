import { describe, expect, test } from 'vitest';
import { roles } from './role.js';
import { stages } from './stage.js';
import { lacking, mayMove, type Standing } from './stage-move.js';
import { type Reading, usualVerification } from './verification.js';

test('who may move a letter from where to where, every cell', () => {
  const table = roles.map(
    (role) =>
      `${role}: ${stages
        .map((from) => stages.map((to) => (mayMove(role, from, to) ? '+' : '-')).join(''))
        .join(' ')}`,
  );
  // Each group is a stage that is left, each sign in it a stage that is entered.
  expect(table).toEqual([
    'chief-editor: -+---- +-+--- ++-+-- +++-+- ++++-+ +++++-',
    'editor: -+---- +-+--- ++-+-- +++-+- ++++-- ------',
    'proofreader: ------ +-+--- ++-+-- ------ ------ ------',
    'transcriber: -+---- ------ ------ ------ ------ ------',
    'reader: ------ ------ ------ ------ ------ ------',
  ]);
  expect(mayMove(undefined, 'transcription', 'first-proof')).toBe(false);
});

const reading = (by: string, stage: Reading['stage'], more: Partial<Reading> = {}): Reading => ({
  by,
  stage,
  method: 'single',
  ...more,
});
const standing = (changes: Partial<Standing>): Standing => ({
  stage: 'transcription',
  errors: 0,
  openSuggestions: 0,
  openDiscrepancies: 0,
  notesNotApproved: 0,
  touchedPassages: 0,
  readings: [],
  transcribers: ['ada'],
  ...changes,
});
const codes = (changes: Partial<Standing>) =>
  lacking(standing(changes), usualVerification).map(({ code }) => code);

describe('what a letter lacks', () => {
  test.each<[string, Partial<Standing>, string[]]>([
    ['a transcription without errors', {}, []],
    ['one that nobody has checked', { errors: null }, ['not-checked']],
    ['errors, discrepancies', { errors: 2, openDiscrepancies: 1 }, ['errors', 'discrepancies']],
    ['suggestions wait for the proof', { openSuggestions: 3 }, []],
    ['a proof that was not read', { stage: 'first-proof' }, ['not-read']],
    [
      'a proof that its transcriber read',
      { stage: 'first-proof', readings: [reading('ada', 'first-proof')] },
      ['same-person'],
    ],
    ['a proof that another read', { stage: 'first-proof', readings: [reading('bob', 'first-proof')] }, []],
    [
      'a second proof by who read the first',
      { stage: 'second-proof', readings: [reading('bob', 'first-proof'), reading('bob', 'second-proof')] },
      ['same-person'],
    ],
    [
      'a second proof in tandem, with one who is new to it',
      {
        stage: 'second-proof',
        readings: [
          reading('bob', 'first-proof'),
          reading('bob', 'second-proof', { method: 'tandem', partner: 'cyd' }),
        ],
      },
      [],
    ],
    [
      'a proof with suggestions and passages changed',
      {
        stage: 'first-proof',
        openSuggestions: 1,
        touchedPassages: 2,
        readings: [reading('bob', 'first-proof')],
      },
      ['suggestions', 'touched'],
    ],
    [
      'notes, people and tandem',
      { stage: 'notes-review', notesNotApproved: 1 },
      ['notes', 'people', 'tandem'],
    ],
    [
      'readings as this edition demands them',
      {
        stage: 'notes-review',
        readings: [
          reading('bob', 'first-proof'),
          reading('bob', 'second-proof', { method: 'tandem', partner: 'cyd' }),
        ],
      },
      [],
    ],
    ['a published letter', { stage: 'published', errors: null }, []],
  ])('%s', (_what, changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  });

  test('is said in plain words', () => {
    const lacks = lacking(
      standing({ stage: 'notes-review', errors: 1, touchedPassages: 1, notesNotApproved: 2 }),
      { people: 3, inTandem: 2 },
    );
    expect(lacks.map(({ words }) => words)).toEqual([
      '1 finding is an error.',
      '1 passage has changed since a proof was signed, and is to be read again.',
      '2 notes are not approved.',
      'This edition demands readings by 3 people; nobody has read the letter.',
      'This edition demands 2 readings in tandem or by double keying; there are 0.',
    ]);
  });
});
