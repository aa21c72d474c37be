import { OneServer } from '../one-server.js';
import { postgresProcesses, signalAll } from '../postgres-processes.js';
import type { Scenario } from '../scenario.js';
import { until } from '../until.js';

/** The database is killed under the server: one process of it, the one they all belong to, or all of them at once. */
export const killPostgres: Scenario = {
  name: 'postgres',
  rounds: 20,
  fewRounds: 1,
  async open(workplace) {
    const one = await OneServer.start(workplace);
    let round = 0;
    return {
      origin: () => one.front.address,
      databaseUrl: () => one.databaseUrl(),
      async harm(gathering) {
        const [first = 0, ...others] = postgresProcesses(one.dataDir);
        const some = others[Math.floor(workplace.random() * others.length)] ?? first;
        const kinds = [[first], [first, ...others], [some]];
        signalAll(kinds[round % kinds.length] ?? [], 'SIGKILL');
        round += 1;
        await gathering.typeFor(500 + workplace.random() * 1_000);
        await until('the database runs again', () => one.isReady());
      },
      close: () => one.close(),
    };
  },
};
