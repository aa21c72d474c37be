import type { Scenario } from './scenario.js';
import { behindCaddy, behindNginx } from './scenarios/behind-proxy.js';
import { cutSockets } from './scenarios/cut-sockets.js';
import { fillDisk } from './scenarios/fill-disk.js';
import { jumpClock } from './scenarios/jump-clock.js';
import { killNode } from './scenarios/kill-node.js';
import { killPostgres } from './scenarios/kill-postgres.js';
import { killServer } from './scenarios/kill-server.js';
import { mangleMessages } from './scenarios/mangle-messages.js';
import { stopDatabase } from './scenarios/stop-database.js';

/** Every kind of harm, in the order in which it is done. */
export const scenarios: readonly Scenario[] = [
  killServer,
  killPostgres,
  cutSockets,
  mangleMessages,
  killNode,
  stopDatabase,
  fillDisk,
  jumpClock,
  behindNginx,
  behindCaddy,
];
