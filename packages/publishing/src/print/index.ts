export { PrintError } from './print-error.js';
export type { PrintTemplate, ProofMarks } from './print-template.js';
export {
  type PrintedVolume,
  type PrintOptions,
  type PrintWarning,
  printVolume,
  type SetVolume,
} from './print-volume.js';
export { readSetting } from './read-setting.js';
export { stopTypesetter } from './typeset.js';
export { TypesetError } from './typeset-error.js';
export { type ProofQuery, withQueries } from './with-queries.js';
