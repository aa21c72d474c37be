export { checkConservation } from './check-conservation.js';
export { type PrintedLine, readLines } from './read-lines.js';
