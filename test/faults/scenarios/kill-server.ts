import { OneServer } from '../one-server.js';
import type { Scenario } from '../scenario.js';

/** The server is killed while everybody types, stays away for a while, and comes back. */
export const killServer: Scenario = {
  name: 'server',
  rounds: 50,
  fewRounds: 2,
  async open(workplace) {
    const one = await OneServer.start(workplace);
    return {
      origin: () => one.front.address,
      databaseUrl: () => one.databaseUrl(),
      async harm(gathering) {
        await one.kill();
        await gathering.typeFor(workplace.random() * 1_000);
        await one.start();
      },
      close: () => one.close(),
    };
  },
};
