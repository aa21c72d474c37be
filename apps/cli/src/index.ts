export type { CommandIo } from './command-io.js';
export { main } from './main.js';
