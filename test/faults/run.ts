import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Random, seededRandom } from '@chancery/prosemirror-tei';
import type { Validator } from '@chancery/validation';
import { loadValidator } from '@chancery/validation/node';
import { signInPathFor } from '../support/colleague.js';
import { copyLetter } from '../support/copy-letter.mjs';
import type { Typist } from './desk-window.js';
import { Gathering } from './gathering.js';
import { judge } from './judge.js';
import { Ledger } from './ledger.js';
import { Device } from './page.js';
import type { Scenario, World } from './scenario.js';
import { scenarios } from './scenarios.js';
import { Tally } from './tally.js';

export { sharedPackages } from './page.js';

/** The names of all kinds of harm. */
export const scenarioNames = scenarios.map(({ name }) => name);

/** How many people type. */
const people = 10;
/** How many rounds one letter is typed in: windows that have been open for long are harmed too. */
const roundsOfLetter = 4;
/** The letter whose copies are typed in. */
const model = 'stalin-1941-08-04';

export interface RunOptions {
  readonly root: string;
  /** The bundle of the desk's code. */
  readonly code: string;
  readonly seed: number;
  /** How many rounds of each scenario; as many as each wants by default. */
  readonly rounds?: number | undefined;
  /** Which scenarios; all by default. */
  readonly only: readonly string[];
  /** The short selection. */
  readonly brief: boolean;
  readonly say: (line: string) => void;
}

/** Runs the scenarios. Answers the counts of all, in one line, and whether all is well. */
export async function run(options: RunOptions): Promise<{ line: string; well: boolean }> {
  const tally = new Tally();
  const validator = await loadValidator();
  const folders: string[] = [];
  const folder = async () => {
    const made = await mkdtemp(join(tmpdir(), 'chancery-faults-'));
    folders.push(made);
    return made;
  };
  try {
    for (const scenario of scenarios) {
      if (options.only.length > 0 && !options.only.includes(scenario.name)) continue;
      const rounds = options.rounds ?? (options.brief ? scenario.fewRounds : scenario.rounds);
      if (rounds === 0) continue;
      const random = seededRandom(options.seed);
      const world = await scenario.open({ root: options.root, random, folder });
      if (typeof world === 'string') {
        options.say(`${scenario.name}: left out. ${world}`);
        continue;
      }
      try {
        await runRounds(scenario, world, { ...options, rounds, random, validator, tally });
      } finally {
        await world.close();
      }
    }
  } finally {
    validator.dispose();
    await Promise.all(folders.map((each) => rm(each, { recursive: true, force: true })));
  }
  return { line: `${tally.line}; seed ${options.seed}`, well: tally.failures.length === 0 };
}

async function runRounds(
  scenario: Scenario,
  world: World,
  options: RunOptions & { rounds: number; random: Random; validator: Validator; tally: Tally },
): Promise<void> {
  const { rounds, random, tally, say } = options;
  const typists = await signInEverybody(world);
  let gathering: Gathering | undefined;
  try {
    for (let round = 1; round <= rounds; round += 1) {
      if ((round - 1) % roundsOfLetter === 0) {
        gathering?.close();
        gathering = undefined;
      }
      if (!gathering) {
        const letterId = `${model}.${scenario.name}-${round}`;
        await copyLetter(world.databaseUrl(), model, [letterId]);
        gathering = new Gathering({ typists, letterId, code: options.code, random, ledger: new Ledger() });
        await gathering.open();
      }
      const known = tally.failures.length;
      try {
        gathering.begin();
        await gathering.typeFor(300 + random() * 700);
        await world.harm(gathering);
        await gathering.typeFor(200 + random() * 600);
        await gathering.end();
        gathering.sayOnline(0.5);
        await gathering.settle();
        await judge(gathering, { databaseUrl: world.databaseUrl(), validator: options.validator }, tally);
      } catch (error) {
        tally.fail('stuck', `${scenario.name} ${round}: ${error instanceof Error ? error.message : error}`);
        await gathering.end();
        gathering.close();
        gathering = undefined;
      }
      tally.rounds += 1;
      for (const { kind, what } of tally.failures.slice(known)) say(`  ${kind}: ${what}`);
      say(`${scenario.name} ${round}/${rounds}: ${tally.line}`);
    }
  } finally {
    gathering?.close();
  }
}

/** Ten people, each at a computer of their own. */
async function signInEverybody(world: World): Promise<Typist[]> {
  const typists: Typist[] = [];
  for (let number = 1; number <= people; number += 1) {
    const name = `Editor ${number}`;
    const path = await signInPathFor(world.databaseUrl(), { name, role: 'editor' });
    const answer = await fetch(`${world.origin()}${path}`, { redirect: 'manual' });
    await answer.arrayBuffer();
    const cookie = answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    if (!cookie) throw new Error(`Signing in answered ${answer.status} and no cookie.`);
    typists.push({
      name,
      cookie,
      device: new Device(),
      origin: () => world.origin(),
      now: world.now ?? Date.now,
      mangling: world.mangling,
    });
  }
  return typists;
}
