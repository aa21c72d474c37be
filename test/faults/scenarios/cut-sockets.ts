import { OneServer } from '../one-server.js';
import type { Scenario } from '../scenario.js';

/** Connections are cut in the middle of what they carry, again and again, and stand still for a while. */
export const cutSockets: Scenario = {
  name: 'sockets',
  rounds: 20,
  fewRounds: 1,
  async open(workplace) {
    const one = await OneServer.start(workplace);
    const { random } = workplace;
    return {
      origin: () => one.front.address,
      databaseUrl: () => one.databaseUrl(),
      async harm(gathering) {
        for (let time = 0; time < 6; time += 1) {
          const flow = random() < 0.5 ? one.front.hold() : () => undefined;
          await gathering.typeFor(100 + random() * 500);
          one.front.cut(0.4, random);
          flow();
          if (random() < 0.5) gathering.sayOnline(0.5);
        }
      },
      close: () => one.close(),
    };
  },
};
