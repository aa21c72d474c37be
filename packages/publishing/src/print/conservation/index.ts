export { type Comparison, checkConservation, compare } from './check-conservation.js';
export { expectVolume } from './expect-volume.js';
export type { Expected } from './expected.js';
export { linesIn, type PrintedLine } from './read-lines.js';
