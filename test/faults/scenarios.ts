import type { Scenario } from './scenario.js';
import { killServer } from './scenarios/kill-server.js';

/** Every kind of harm, in the order in which it is done. */
export const scenarios: readonly Scenario[] = [killServer];
