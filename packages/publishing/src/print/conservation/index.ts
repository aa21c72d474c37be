export { type Comparison, checkConservation, compare } from './check-conservation.js';
export { linesIn, type PrintedLine } from './read-lines.js';
