import {
  type Decision,
  type Decisions,
  type RuleSettings,
  readRuleSettings,
  SettingsError,
} from '@chancery/importing';
import type { PrintedDecision } from '../contract/printed-import.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { Prisma } from '../generated/client.js';
import type { House } from '../house.js';
import { requireOpen, type StoredImport, storedImport } from './stored-import.js';

type Settings = Pick<StoredImport, 'rules' | 'decisions'>;

/** How often a change is tried upon what somebody else has changed meanwhile. */
const tries = 5;

/** Decides doubts, or takes decisions back, once the text can be read by what is decided then. */
export async function decide(
  house: House,
  importId: string,
  changes: readonly PrintedDecision[],
): Promise<StoredImport> {
  return change(house, importId, ({ rules, decisions }) => ({
    rules,
    decisions: decidedSo(decisions, changes),
  }));
}

function decidedSo(decisions: Decisions, changes: readonly PrintedDecision[]): Decisions {
  const byId = new Map<string, Decision>(decisions.map((decision) => [decision.id, decision]));
  for (const { id, choice, value } of changes)
    if (choice === undefined && value === undefined) byId.delete(id);
    else
      byId.set(id, {
        id,
        ...(choice === undefined ? {} : { choice }),
        ...(value === undefined ? {} : { value }),
      });
  return [...byId.values()];
}

/** Puts patterns in the place of the usual ones, once the text can be read by them. */
export async function setRules(
  house: House,
  importId: string,
  rules: Readonly<Record<string, readonly string[]>>,
): Promise<StoredImport> {
  const settings = readRules(rules);
  return change(house, importId, ({ decisions }) => ({ rules: settings, decisions }));
}

/** @throws {HttpProblem} `text-refused` for a rule that is not known */
export function readRules(rules: Readonly<Record<string, readonly string[]>>): RuleSettings {
  try {
    return readRuleSettings(JSON.stringify(rules));
  } catch (error) {
    throw error instanceof SettingsError ? new HttpProblem('text-refused', error.message) : error;
  }
}

async function change(
  { prisma, printed }: House,
  importId: string,
  made: (before: Settings) => Settings,
): Promise<StoredImport> {
  for (let round = 0; round < tries; round += 1) {
    const stored = await storedImport(prisma, importId);
    requireOpen(stored);
    const after = made(stored);
    await printed.read(stored.source, after.rules, after.decisions);
    const { count } = await prisma.printedImport.updateMany({
      where: { id: stored.id, version: stored.version },
      data: {
        rules: after.rules as Prisma.InputJsonObject,
        decisions: after.decisions as unknown as Prisma.InputJsonArray,
        version: stored.version + 1,
      },
    });
    if (count === 1) return { ...stored, ...after, version: stored.version + 1 };
  }
  throw new HttpProblem('stale', 'Somebody else is deciding here too. Try again.');
}
