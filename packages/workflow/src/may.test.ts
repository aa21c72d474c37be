import { expect, test } from 'vitest';
import { editionActions, letterActions } from './action.js';
import { may } from './may.js';
import { roles } from './role.js';
import { stages } from './stage.js';

const yes = (answer: boolean) => (answer ? '+' : '-');

test('who may do what in an edition, every cell', () => {
  const table = roles.map((role) =>
    [role, ...editionActions.map((action) => yes(may(role, action)))].join(' '),
  );
  // read-edition, import-letters, publish-edition, manage-members, read-log, set-schemas, assign-letters, change-settings, arrange-volume, replace-text, read-notes, comment-notes, review-notes
  expect(table).toEqual([
    'chief-editor + + + + + + + + + + + + +',
    'editor + + + - - - + - + + + + +',
    'proofreader + - - - - - - - - - + + -',
    'transcriber + - - - - - - - - - + - -',
    'reader + - - - - - - - - - - - -',
  ]);
});

test('who may do what to a letter at which stage, every cell', () => {
  const table = letterActions.flatMap((action) =>
    roles.map((role) => [action, role, ...stages.map((stage) => yes(may(role, action, stage)))].join(' ')),
  );
  // transcription, first-proof, second-proof, notes-review, ready, published
  expect(table).toEqual([
    ...roles.map((role) => `read-letter ${role} + + + + + +`),
    'read-history chief-editor + + + + + +',
    'read-history editor + + + + + +',
    'read-history proofreader + + + + + +',
    'read-history transcriber + + + + + +',
    'read-history reader - - - - - -',
    'edit-letter chief-editor + + + + + +',
    'edit-letter editor + + + + + +',
    'edit-letter proofreader - + + - - -',
    'edit-letter transcriber + - - - - -',
    'edit-letter reader - - - - - -',
    'comment chief-editor + + + + + +',
    'comment editor + + + + + +',
    'comment proofreader + + + + + +',
    'comment transcriber + + + + + +',
    'comment reader - - - - - -',
    'suggest-changes chief-editor + + + + + +',
    'suggest-changes editor + + + + + +',
    'suggest-changes proofreader + + + + + +',
    'suggest-changes transcriber + + + + + +',
    'suggest-changes reader - - - - - -',
    'decide-suggestions chief-editor + + + + + +',
    'decide-suggestions editor + + + + + +',
    'decide-suggestions proofreader - - - - - -',
    'decide-suggestions transcriber - - - - - -',
    'decide-suggestions reader - - - - - -',
    'move-letter chief-editor + + + + + +',
    'move-letter editor + + + + + -',
    'move-letter proofreader - + + - - -',
    'move-letter transcriber + - - - - -',
    'move-letter reader - - - - - -',
    'record-reading chief-editor + + + + + +',
    'record-reading editor + + + + + +',
    'record-reading proofreader - + + - - -',
    'record-reading transcriber - - - - - -',
    'record-reading reader - - - - - -',
    'adjudicate chief-editor + - - - - -',
    'adjudicate editor + - - - - -',
    'adjudicate proofreader - - - - - -',
    'adjudicate transcriber - - - - - -',
    'adjudicate reader - - - - - -',
  ]);
});

test('the history of a letter, with the names of hands, is for those who work on it', () => {
  expect(roles.filter((role) => may(role, 'read-history', 'published'))).toEqual([
    'chief-editor',
    'editor',
    'proofreader',
    'transcriber',
  ]);
});

test('without a role nothing is allowed', () => {
  for (const action of editionActions) expect(may(undefined, action)).toBe(false);
  for (const stage of stages)
    for (const action of letterActions) expect(may(undefined, action, stage)).toBe(false);
});
