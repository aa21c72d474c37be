import type { Random } from '@chancery/prosemirror-tei';
import type { Mangling } from '../live-socket.js';
import { OneServer } from '../one-server.js';
import type { Scenario } from '../scenario.js';

/** Messages arrive late, twice, in another order, and again when they are long out of date. */
export const mangleMessages: Scenario = {
  name: 'messages',
  rounds: 20,
  fewRounds: 1,
  async open(workplace) {
    const one = await OneServer.start(workplace);
    const trouble = { on: false };
    return {
      origin: () => one.front.address,
      databaseUrl: () => one.databaseUrl(),
      mangling: mangle(workplace.random, trouble),
      async harm(gathering) {
        trouble.on = true;
        await gathering.typeFor(3_000);
        trouble.on = false;
      },
      close: () => one.close(),
    };
  },
};

function mangle(random: Random, trouble: { readonly on: boolean }): Mangling {
  const pass = (text: string, on: (text: string) => void) => {
    // A connection begins with the server's greeting, whatever comes of what follows.
    if (!trouble.on || text.startsWith('{"type":"hello"')) {
      on(text);
      return;
    }
    const draw = random();
    // Later than those that come after it.
    if (draw < 0.15) setTimeout(() => on(text), random() * 300);
    else on(text);
    if (draw > 0.85) on(text);
    if (draw > 0.97) setTimeout(() => on(text), 500 + random() * 2_000);
  };
  return { outward: pass, inward: pass };
}
