export { PrintError } from './print-error.js';
export type { PrintTemplate, ProofMarks } from './print-template.js';
export { printVolume } from './print-volume.js';
export { stopTypesetter } from './typeset.js';
export { TypesetError } from './typeset-error.js';
