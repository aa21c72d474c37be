import type { Action, EditionAction, LetterAction } from './action.js';
import type { Role } from './role.js';
import { type Stage, stages } from './stage.js';
import { mayMove } from './stage-move.js';

const everybody: readonly Role[] = ['chief-editor', 'editor', 'proofreader', 'transcriber', 'reader'];

const inEdition: Record<EditionAction, readonly Role[]> = {
  'read-edition': everybody,
  'import-letters': ['chief-editor', 'editor'],
  'publish-edition': ['chief-editor', 'editor'],
  'manage-members': ['chief-editor'],
  'read-log': ['chief-editor'],
  'set-schemas': ['chief-editor'],
  'assign-letters': ['chief-editor', 'editor'],
  'change-settings': ['chief-editor'],
  'arrange-volume': ['chief-editor', 'editor'],
  'replace-text': ['chief-editor', 'editor'],
  'read-notes': ['chief-editor', 'editor', 'proofreader', 'transcriber'],
  'comment-notes': ['chief-editor', 'editor', 'proofreader'],
  'review-notes': ['chief-editor', 'editor'],
};

/** The stages at which each role may change a letter's text. */
const editable: Record<Role, readonly Stage[]> = {
  'chief-editor': stages,
  editor: stages,
  proofreader: ['first-proof', 'second-proof'],
  transcriber: ['transcription'],
  reader: [],
};

/** Who decides between two keyings of a letter, while it is in transcription. */
const adjudicators: readonly Role[] = ['chief-editor', 'editor'];

/** The stages at which each role may enter a reading in the verification ledger. */
const readable: Record<Role, readonly Stage[]> = {
  'chief-editor': stages,
  editor: stages,
  proofreader: ['first-proof', 'second-proof'],
  transcriber: [],
  reader: [],
};
/** Who may comment and suggest changes, on a letter at any stage: neither changes anything of it. */
const working: readonly Role[] = ['chief-editor', 'editor', 'proofreader', 'transcriber'];

/** Who may accept and reject suggestions, while they may change the letter themselves. */
const deciding: readonly Role[] = ['chief-editor', 'editor'];

/**
 * Whether somebody of this role may do this, to a letter at this stage where it is done to a letter.
 *
 * Nobody may do anything without a role.
 *
 * @example
 * may('transcriber', 'edit-letter', 'transcription'); // true
 * may('transcriber', 'edit-letter', 'ready');         // false
 * may('reader', 'publish-edition');                   // false
 */
export function may(role: Role | undefined, action: EditionAction): boolean;
export function may(role: Role | undefined, action: LetterAction, stage: Stage): boolean;
export function may(role: Role | undefined, action: Action, stage?: Stage): boolean {
  if (role === undefined) return false;
  if (action === 'read-letter') return everybody.includes(role);
  if (action === 'adjudicate') return stage === 'transcription' && adjudicators.includes(role);
  if (action === 'record-reading') return stage !== undefined && readable[role].includes(stage);
  if (action === 'move-letter') return stage !== undefined && stages.some((to) => mayMove(role, stage, to));
  if (action === 'read-history' || action === 'comment' || action === 'suggest-changes')
    return working.includes(role);
  const mayEdit = stage !== undefined && editable[role].includes(stage);
  if (action === 'edit-letter') return mayEdit;
  if (action === 'decide-suggestions') return mayEdit && deciding.includes(role);
  return inEdition[action].includes(role);
}
