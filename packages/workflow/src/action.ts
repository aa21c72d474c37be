/** What may be done in an edition as a whole. */
export const editionActions = [
  'read-edition',
  'import-letters',
  'publish-edition',
  'release-edition',
  'manage-members',
  'read-log',
  'set-schemas',
  'assign-letters',
  'change-settings',
  'arrange-volume',
  'edit-registers',
  'manage-images',
  'replace-text',
  'read-notes',
  'read-drafts-of-notes',
  'comment-notes',
  'review-notes',
] as const;

/** What may be done to one letter; whether one may depends on its stage too. */
export const letterActions = [
  'read-letter',
  'read-history',
  'edit-letter',
  'comment',
  'suggest-changes',
  'decide-suggestions',
  'move-letter',
  'record-reading',
  'adjudicate',
] as const;

export type EditionAction = (typeof editionActions)[number];
export type LetterAction = (typeof letterActions)[number];
export type Action = EditionAction | LetterAction;
