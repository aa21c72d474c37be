import { expect, test } from 'vitest';
import { noteDecisionsOf, noteStateAfter, noteStates } from './note-review.js';
import { roles } from './role.js';

test('who may decide what of a note in which state, every cell', () => {
  const table = [false, true].flatMap((own) =>
    roles.map((role) =>
      [
        own ? 'own' : 'other',
        role,
        ...noteStates.map((state) => noteDecisionsOf(role, state, own).join('+') || '-'),
      ].join(' '),
    ),
  );
  // draft, in-review, changes-requested, approved
  expect(table).toEqual([
    'other chief-editor send return+approve send -',
    'other editor send return+approve send -',
    'other proofreader - - - -',
    'other transcriber - - - -',
    'other reader - - - -',
    'own chief-editor send return send -',
    'own editor send return send -',
    'own proofreader - - - -',
    'own transcriber - - - -',
    'own reader - - - -',
  ]);
});

test('a decision leads from the states that allow it to one', () => {
  expect(noteStateAfter('draft', 'send')).toBe('in-review');
  expect(noteStateAfter('changes-requested', 'send')).toBe('in-review');
  expect(noteStateAfter('in-review', 'return')).toBe('changes-requested');
  expect(noteStateAfter('in-review', 'approve')).toBe('approved');
  expect(noteStateAfter('draft', 'approve')).toBeUndefined();
});
