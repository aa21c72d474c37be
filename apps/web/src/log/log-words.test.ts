import type { AuditRow } from '@chancery/server/api';
import { expect, it } from 'vitest';
import { acts, sentenceFor } from './log-words.js';

function event(action: string, details: AuditRow['details'] = {}): AuditRow {
  return {
    id: '1',
    at: '2026-11-28T09:12:00.000Z',
    actor: { id: 'a', name: 'Ada' },
    action,
    subject: { kind: 'person', id: 'c', name: 'Charles' },
    letterId: null,
    details,
  };
}

it.each([
  [event('signed-in', { by: 'password' }), 'signed in with the password'],
  [
    event('role-changed', { from: 'proofreader', to: 'chief-editor' }),
    'made Charles chief editor, who was proofreader',
  ],
  [event('letters-imported', { files: 3, toMend: 1, unchanged: 0 }), 'imported 3 files, 1 file to be mended'],
  [event('publication-finished', { state: 'failed' }), 'failed to publish'],
  [event('of-a-newer-release'), 'of a newer release'],
])('%o', (row, words) => {
  expect(sentenceFor(row)).toBe(words);
});

it('has a name and a whole sentence for every act', () => {
  const role = { role: 'editor', from: 'editor', to: 'reader' };
  const details = {
    ...role,
    by: 'x',
    rng: 'own',
    sch: 'own',
    method: 'single',
    version: 3,
    stage: 'ready',
    entry: 'x',
    file: 'x.xml',
  };
  for (const [action, name] of acts) {
    expect(name).toMatch(/^[A-Z]/);
    expect(sentenceFor(event(action, details))).not.toMatch(/undefined|null|^$/);
  }
});
