import type { Action, EditionAction, LetterAction } from './action.js';
import type { LetterTie } from './letter-tie.js';
import type { Role } from './role.js';
import { type Stage, stageLabel, stages } from './stage.js';
import { mayMove } from './stage-move.js';

const everybody: readonly Role[] = ['chief-editor', 'editor', 'proofreader', 'transcriber', 'reader'];

const inEdition: Record<EditionAction, readonly Role[]> = {
  'read-edition': everybody,
  'import-letters': ['chief-editor', 'editor'],
  'publish-edition': ['chief-editor', 'editor'],
  'release-edition': ['chief-editor'],
  'manage-members': ['chief-editor'],
  'read-log': ['chief-editor'],
  'set-schemas': ['chief-editor'],
  'assign-letters': ['chief-editor', 'editor'],
  'change-settings': ['chief-editor'],
  'arrange-volume': ['chief-editor', 'editor'],
  'edit-registers': ['chief-editor', 'editor'],
  // Who does not may see the pictures of letters that they may read.
  'manage-images': ['chief-editor', 'editor'],
  'replace-text': ['chief-editor', 'editor'],
  // Readers see what was approved.
  'read-notes': everybody,
  'read-drafts-of-notes': ['chief-editor', 'editor', 'proofreader', 'transcriber'],
  'comment-notes': ['chief-editor', 'editor', 'proofreader'],
  'review-notes': ['chief-editor', 'editor'],
};

/** The stages at which each role may change the text of a letter that is theirs. Who proofreads suggests. */
const editable: Record<Role, readonly Stage[]> = {
  'chief-editor': stages,
  editor: stages,
  proofreader: [],
  transcriber: ['transcription'],
  reader: [],
};

/** Who decides between two keyings of a letter, while it is in transcription. */
const adjudicators: readonly Role[] = ['chief-editor', 'editor'];

/** The stages at which each role may enter a reading in the verification ledger, of a letter that is theirs. */
const readable: Record<Role, readonly Stage[]> = {
  'chief-editor': stages,
  editor: stages,
  proofreader: ['first-proof', 'second-proof'],
  transcriber: [],
  reader: [],
};
/** Who may comment and suggest changes, on a letter of theirs at any stage: neither changes anything of it. */
const working: readonly Role[] = ['chief-editor', 'editor', 'proofreader', 'transcriber'];

/** Who may accept and reject suggestions, while they may change the letter themselves. */
const deciding: readonly Role[] = ['chief-editor', 'editor'];

/** Whose letter it is: everything is the editors’; who transcribes has their own letters, who proofreads those given to them. */
const theirs: Record<Role, (tie: LetterTie) => boolean> = {
  'chief-editor': () => true,
  editor: () => true,
  proofreader: ({ assigned }) => assigned,
  transcriber: ({ assigned, transcribed }) => assigned || transcribed,
  reader: () => false,
};

/**
 * Whether somebody of this role may do this; of what is done to a letter, at this stage and with this tie to it.
 *
 * Nobody may do anything without a role.
 *
 * @example
 * may('transcriber', 'edit-letter', 'transcription', asAssigned); // true
 * may('transcriber', 'edit-letter', 'ready', asAssigned);         // false
 * may('transcriber', 'edit-letter', 'transcription', noTie);      // false
 * may('reader', 'publish-edition');                               // false
 */
export function may(role: Role | undefined, action: EditionAction): boolean;
export function may(role: Role | undefined, action: LetterAction, stage: Stage, tie: LetterTie): boolean;
export function may(role: Role | undefined, action: Action, stage?: Stage, tie?: LetterTie): boolean {
  if (role === undefined) return false;
  if (isOfEdition(action)) return inEdition[action].includes(role);
  return stage !== undefined && tie !== undefined && whyNot(role, action, stage, tie) === null;
}

function isOfEdition(action: Action): action is EditionAction {
  return action in inEdition;
}

/**
 * Why somebody of this role may not do this to a letter at this stage, for people; null where they may.
 *
 * @example
 * whyNot('proofreader', 'record-reading', 'first-proof', { assigned: true, transcribed: true });
 * // 'You have transcribed this letter, so somebody else has to proofread it.'
 */
export function whyNot(role: Role, action: LetterAction, stage: Stage, tie: LetterTie): string | null {
  if (role === 'reader')
    return action === 'read-letter' && stage === 'published' ? null : reasons.reader(action);
  if (action === 'adjudicate')
    return !adjudicators.includes(role)
      ? reasons.role
      : stage === 'transcription'
        ? null
        : reasons.stage(stage);
  if ((action === 'comment' || action === 'suggest-changes') && tie.ofVolume && may(role, 'comment-notes'))
    return null;
  if (!theirs[role](tie)) return role === 'transcriber' ? reasons.notOwn : reasons.notAssigned;
  if (
    action === 'read-letter' ||
    action === 'read-history' ||
    action === 'comment' ||
    action === 'suggest-changes'
  )
    return working.includes(role) ? null : reasons.role;
  if (action === 'edit-letter') return at(editable[role], stage);
  if (action === 'decide-suggestions')
    return deciding.includes(role) ? at(editable[role], stage) : reasons.role;
  if (role === 'proofreader' && tie.transcribed) return reasons.ownTranscription;
  if (action === 'record-reading') return at(readable[role], stage);
  return at(
    stages.filter((from) => stages.some((to) => mayMove(role, from, to))),
    stage,
  );
}

const reasons = {
  role: 'Your role in this edition does not allow this. Ask the chief editor.',
  notOwn:
    'This letter is not yours: it is assigned to somebody else, or to nobody. Ask an editor to assign it to you.',
  notAssigned: 'This letter is not assigned to you. Ask an editor to assign it to you.',
  ownTranscription: 'You have transcribed this letter, so somebody else has to proofread it.',
  reader: (action: LetterAction) =>
    action === 'read-letter'
      ? 'Readers see letters that are published, and this one is not yet.'
      : 'Readers read, and change nothing. Ask the chief editor for another role.',
  stage: (stage: Stage) =>
    stage === 'published'
      ? 'The letter is published: your role may not do this any more.'
      : `The letter is at the stage “${stageLabel(stage)}”: your role may not do this there.`,
} as const;

/** Null at one of these stages; else why not. */
function at(allowed: readonly Stage[], stage: Stage): string | null {
  if (allowed.includes(stage)) return null;
  return allowed.length === 0 ? reasons.role : reasons.stage(stage);
}
