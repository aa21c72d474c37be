import type { Scenario } from '../scenario.js';
import { TcpFront } from '../tcp-front.js';
import { TwoServers } from '../two-servers.js';

/** Of two servers on one database one is killed; its people go on at the other, and it comes back. */
export const killNode: Scenario = {
  name: 'nodes',
  rounds: 20,
  fewRounds: 1,
  async open(workplace) {
    const { random } = workplace;
    const fronts = [await TcpFront.open(), await TcpFront.open()] as const;
    const two = await TwoServers.start(workplace, { publicUrl: (server) => fronts[server].address });
    const show = () => {
      for (const server of [0, 1] as const) fronts[server].target = two.servers[server].port;
    };
    show();
    return {
      // Whoever connects anew may come to either, as behind a proxy that keeps nobody to one.
      origin() {
        const alive = fronts.filter((front) => front.target !== undefined);
        return (alive[Math.floor(random() * alive.length)] ?? fronts[0]).address;
      },
      databaseUrl: () => two.databaseUrl,
      async harm(gathering) {
        const victim = random() < 0.5 ? 0 : 1;
        fronts[victim].target = undefined;
        await two.servers[victim].kill();
        await gathering.typeFor(500 + random() * 1_000);
        await two.servers[victim].start();
        show();
      },
      async close() {
        await two.close();
        for (const front of fronts) front.close();
      },
    };
  },
};
