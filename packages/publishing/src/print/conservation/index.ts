export { type Comparison, checkConservation, compare } from './check-conservation.js';
export type { ConservationFinding } from './conservation-finding.js';
export { linesIn, type PrintedLine } from './read-lines.js';
