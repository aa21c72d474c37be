export {
  type Action,
  type EditionAction,
  editionActions,
  type LetterAction,
  letterActions,
} from './action.js';
export { asAssigned, type LetterTie, noTie } from './letter-tie.js';
export { may, whyNot } from './may.js';
export {
  isNoteState,
  type NoteDecision,
  type NoteState,
  noteDecisions,
  noteDecisionsOf,
  noteStateAfter,
  noteStates,
} from './note-review.js';
export { isRole, type Role, roles } from './role.js';
export { isStage, type Stage, stageAfter, stageBefore, stageLabel, stages } from './stage.js';
export { isReturn, type Lack, type LackCode, lacking, mayMove, type Standing } from './stage-move.js';
export {
  copyNames,
  methodNames,
  type Reading,
  type ReadingCopy,
  type ReadingMethod,
  readingCopies,
  readingMethods,
  readingWords,
  usualVerification,
  type VerificationPolicy,
} from './verification.js';
