import { OneServer } from '../one-server.js';
import { postgresProcesses, signalAll } from '../postgres-processes.js';
import type { Scenario } from '../scenario.js';
import { until } from '../until.js';

/** The database does not answer for half a minute: it is there, and says nothing. */
export const stopDatabase: Scenario = {
  name: 'unavailable',
  rounds: 3,
  fewRounds: 0,
  async open(workplace) {
    const one = await OneServer.start(workplace);
    return {
      origin: () => one.front.address,
      databaseUrl: () => one.databaseUrl(),
      async harm(gathering) {
        const processes = postgresProcesses(one.dataDir);
        signalAll(processes, 'SIGSTOP');
        try {
          await until('the server says that it is not ready', async () => !(await one.isReady()));
          await gathering.typeFor(30_000);
        } finally {
          signalAll(processes, 'SIGCONT');
        }
        await until('the database answers again', () => one.isReady());
      },
      close: () => one.close(),
    };
  },
};
