import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OneServer } from '../one-server.js';
import type { Scenario } from '../scenario.js';

const hour = 3_600_000;
/** Where the clocks jump to, by the true time; a session lasts for thirty days. */
const jumps = [hour, -hour, 26 * hour, -26 * hour, 24 * 20 * hour, -24 * 365 * hour, 500, -500, 0];

/** The clocks of the server and of those who type jump, each to somewhere else, forward and back. */
export const jumpClock: Scenario = {
  name: 'clock',
  rounds: 10,
  fewRounds: 0,
  async open(workplace) {
    const { random } = workplace;
    const preload = pathToFileURL(join(workplace.root, 'test/faults/shifted-clock.mjs')).href;
    const one = await OneServer.start(workplace, { preload });
    let shift = 0;
    const draw = () => jumps[Math.floor(random() * jumps.length)] ?? 0;
    return {
      origin: () => one.front.address,
      databaseUrl: () => one.databaseUrl(),
      now: () => Date.now() + shift,
      async harm(gathering) {
        for (let jump = 0; jump < 6; jump += 1) {
          one.server.tell(draw());
          shift = draw();
          if (random() < 0.5) one.front.cut(0.3, random);
          await gathering.typeFor(200 + random() * 400);
        }
        one.server.tell(0);
        shift = 0;
      },
      close: () => one.close(),
    };
  },
};
