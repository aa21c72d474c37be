export {
  type Action,
  type EditionAction,
  editionActions,
  type LetterAction,
  letterActions,
} from './action.js';
export { may } from './may.js';
export { isRole, type Role, roles } from './role.js';
export { isStage, type Stage, stageAfter, stageBefore, stageLabel, stages } from './stage.js';
