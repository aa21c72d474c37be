import { expect, test } from 'vitest';
import { editionActions, letterActions } from './action.js';
import { asAssigned, type LetterTie, noTie } from './letter-tie.js';
import { may, whyNot } from './may.js';
import { roles } from './role.js';
import { stages } from './stage.js';

const ties: readonly LetterTie[] = [
  noTie,
  asAssigned,
  { assigned: false, transcribed: true },
  { assigned: true, transcribed: true },
];

const yes = (answer: boolean) => (answer ? '+' : '-');

test('who may do what in an edition, every cell', () => {
  const table = roles.map((role) =>
    [role, ...editionActions.map((action) => yes(may(role, action)))].join(' '),
  );
  // read-edition, import-letters, publish-edition, release-edition, manage-members, read-log, set-schemas, assign-letters, change-settings, arrange-volume, edit-registers, manage-images, replace-text, read-notes, read-drafts-of-notes, comment-notes, review-notes
  expect(table).toEqual([
    'chief-editor + + + + + + + + + + + + + + + + +',
    'editor + + + - - - - + - + + + + + + + +',
    'proofreader + - - - - - - - - - - - - + + + -',
    'transcriber + - - - - - - - - - - - - + + - -',
    'reader + - - - - - - - - - - - - + - - -',
  ]);
});

test('who may do what to a letter at which stage, every cell', () => {
  const table = letterActions.flatMap((action) =>
    roles.map((role) =>
      [
        action,
        role,
        ...ties.map((tie) => stages.map((stage) => yes(may(role, action, stage, tie))).join('')),
      ].join(' '),
    ),
  );
  // Of letters that are nobody's of theirs, assigned to them, transcribed by them, and both; each at the stages
  // transcription, first-proof, second-proof, notes-review, ready, published.
  expect(table).toEqual([
    'read-letter chief-editor ++++++ ++++++ ++++++ ++++++',
    'read-letter editor ++++++ ++++++ ++++++ ++++++',
    'read-letter proofreader ------ ++++++ ------ ++++++',
    'read-letter transcriber ------ ++++++ ++++++ ++++++',
    'read-letter reader -----+ -----+ -----+ -----+',
    'read-history chief-editor ++++++ ++++++ ++++++ ++++++',
    'read-history editor ++++++ ++++++ ++++++ ++++++',
    'read-history proofreader ------ ++++++ ------ ++++++',
    'read-history transcriber ------ ++++++ ++++++ ++++++',
    'read-history reader ------ ------ ------ ------',
    'edit-letter chief-editor ++++++ ++++++ ++++++ ++++++',
    'edit-letter editor ++++++ ++++++ ++++++ ++++++',
    'edit-letter proofreader ------ ------ ------ ------',
    'edit-letter transcriber ------ +----- +----- +-----',
    'edit-letter reader ------ ------ ------ ------',
    'comment chief-editor ++++++ ++++++ ++++++ ++++++',
    'comment editor ++++++ ++++++ ++++++ ++++++',
    'comment proofreader ------ ++++++ ------ ++++++',
    'comment transcriber ------ ++++++ ++++++ ++++++',
    'comment reader ------ ------ ------ ------',
    'suggest-changes chief-editor ++++++ ++++++ ++++++ ++++++',
    'suggest-changes editor ++++++ ++++++ ++++++ ++++++',
    'suggest-changes proofreader ------ ++++++ ------ ++++++',
    'suggest-changes transcriber ------ ++++++ ++++++ ++++++',
    'suggest-changes reader ------ ------ ------ ------',
    'decide-suggestions chief-editor ++++++ ++++++ ++++++ ++++++',
    'decide-suggestions editor ++++++ ++++++ ++++++ ++++++',
    'decide-suggestions proofreader ------ ------ ------ ------',
    'decide-suggestions transcriber ------ ------ ------ ------',
    'decide-suggestions reader ------ ------ ------ ------',
    'move-letter chief-editor ++++++ ++++++ ++++++ ++++++',
    'move-letter editor +++++- +++++- +++++- +++++-',
    'move-letter proofreader ------ -++--- ------ ------',
    'move-letter transcriber ------ +----- +----- +-----',
    'move-letter reader ------ ------ ------ ------',
    'record-reading chief-editor ++++++ ++++++ ++++++ ++++++',
    'record-reading editor ++++++ ++++++ ++++++ ++++++',
    'record-reading proofreader ------ -++--- ------ ------',
    'record-reading transcriber ------ ------ ------ ------',
    'record-reading reader ------ ------ ------ ------',
    'adjudicate chief-editor +----- +----- +----- +-----',
    'adjudicate editor +----- +----- +----- +-----',
    'adjudicate proofreader ------ ------ ------ ------',
    'adjudicate transcriber ------ ------ ------ ------',
    'adjudicate reader ------ ------ ------ ------',
  ]);
});

test('the history of a letter, with the names of hands, is for those who work on it', () => {
  expect(roles.filter((role) => may(role, 'read-history', 'published', asAssigned))).toEqual([
    'chief-editor',
    'editor',
    'proofreader',
    'transcriber',
  ]);
});

test('without a role nothing is allowed', () => {
  for (const action of editionActions) expect(may(undefined, action)).toBe(false);
  for (const stage of stages)
    for (const action of letterActions) expect(may(undefined, action, stage, asAssigned)).toBe(false);
});

test('why something may not be done is said in words', () => {
  expect(whyNot('transcriber', 'edit-letter', 'transcription', noTie)).toBe(
    'This letter is not yours: it is assigned to somebody else, or to nobody. Ask an editor to assign it to you.',
  );
  expect(whyNot('transcriber', 'edit-letter', 'first-proof', asAssigned)).toBe(
    'The letter is at the stage “First proof”: your role may not do this there.',
  );
  expect(whyNot('proofreader', 'comment', 'first-proof', noTie)).toBe(
    'This letter is not assigned to you. Ask an editor to assign it to you.',
  );
  expect(whyNot('proofreader', 'record-reading', 'first-proof', { assigned: true, transcribed: true })).toBe(
    'You have transcribed this letter, so somebody else has to proofread it.',
  );
  expect(whyNot('proofreader', 'edit-letter', 'first-proof', asAssigned)).toBe(
    'Your role in this edition does not allow this. Ask the chief editor.',
  );
  expect(whyNot('editor', 'move-letter', 'published', noTie)).toBe(
    'The letter is published: your role may not do this any more.',
  );
  expect(whyNot('reader', 'read-letter', 'ready', noTie)).toBe(
    'Readers see letters that are published, and this one is not yet.',
  );
  expect(whyNot('chief-editor', 'edit-letter', 'published', noTie)).toBeNull();
});
