import type { Random } from '@chancery/prosemirror-tei';
import type { Gathering } from './gathering.js';
import type { Mangling } from './live-socket.js';

/** What a scenario is set up with. */
export interface Workplace {
  /** The checkout. */
  readonly root: string;
  /** A new folder that is gone when the run is over. */
  folder(): Promise<string>;
  readonly random: Random;
}

/** A Chancery that runs, one way or another, and the harm that can be done to it. */
export interface World {
  /** Where somebody's next connection goes. */
  origin(): string;
  databaseUrl(): string;
  /** What the clocks of those who type say; the true time by default. */
  now?(): number;
  /** What is done to their messages. */
  readonly mangling?: Mangling;
  /** Does harm while everybody types. When it answers, the harm is over, and Chancery should be well. */
  harm(gathering: Gathering): Promise<void>;
  close(): Promise<void>;
}

/** One kind of harm. */
export interface Scenario {
  readonly name: string;
  /** How many rounds a whole run has, and how many the short selection that is part of `npm test`; 0 for none. */
  readonly rounds: number;
  readonly fewRounds: number;
  /** Sets it up; a sentence says why that cannot be done on this machine. */
  open(workplace: Workplace): Promise<World | string>;
}
