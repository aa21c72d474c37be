export { type Font, readFont, volumeFonts } from './fonts.js';
export { PrintError, type PrintProblem } from './print-error.js';
export {
  type PrintedVolume,
  type PrintOptions,
  type PrintWarning,
  printVolume,
} from './print-volume.js';
export { type PdfStandard, stopTypesetter, type TypesetOptions, typeset } from './typeset.js';
export { type TypesetDiagnostic, TypesetError, type TypesetFailure } from './typeset-error.js';
