import { expect, test } from 'vitest';
import { editionActions } from './action.js';
import { may } from './may.js';
import { roles } from './role.js';
import { stages } from './stage.js';

const yes = (answer: boolean) => (answer ? '+' : '-');

test('who may do what in an edition, every cell', () => {
  const table = roles.map((role) =>
    [role, ...editionActions.map((action) => yes(may(role, action)))].join(' '),
  );
  // read-edition, import-letters, publish-edition, manage-members, set-schemas
  expect(table).toEqual([
    'chief-editor + + + + +',
    'editor + + + - -',
    'proofreader + - - - -',
    'transcriber + - - - -',
    'reader + - - - -',
  ]);
});

test('who may change a letter at which stage, every cell', () => {
  const table = roles.map((role) =>
    [role, ...stages.map((stage) => yes(may(role, 'edit-letter', stage)))].join(' '),
  );
  // transcription, first-proof, second-proof, notes-review, ready, published
  expect(table).toEqual([
    'chief-editor + + + + + +',
    'editor + + + + + +',
    'proofreader - + + - - -',
    'transcriber + - - - - -',
    'reader - - - - - -',
  ]);
});

test('every member reads every letter at every stage', () => {
  for (const role of roles) for (const stage of stages) expect(may(role, 'read-letter', stage)).toBe(true);
});

test('without a role nothing is allowed', () => {
  for (const action of editionActions) expect(may(undefined, action)).toBe(false);
  for (const stage of stages) {
    expect(may(undefined, 'read-letter', stage)).toBe(false);
    expect(may(undefined, 'edit-letter', stage)).toBe(false);
  }
});
