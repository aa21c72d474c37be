export { buildDocx, paragraph, run } from '../word/testing/build-docx.js';
export { strayedVolume } from './strayed-volume.js';
