import { isDeepStrictEqual } from 'node:util';
import { openLetter, schema } from '@chancery/prosemirror-tei';
import { broughtFindings, type Validator } from '@chancery/validation';
import pg from 'pg';
import { Step } from 'prosemirror-transform';
import type { Gathering } from './gathering.js';
import { typedIn } from './ledger.js';
import type { Tally } from './tally.js';

interface StoredLetter {
  readonly baseSource: string;
  readonly source: string;
  readonly version: number;
}

interface StoredStep {
  readonly version: number;
  readonly step: Record<string, unknown>;
  readonly clientId: string;
}

/** What somebody leaves behind who alone works at a letter, and takes the last words out of a note or a name. */
const unfinished = ['note-empty', 'name-empty'];

/** A letter as the database has it. */
async function readStored(databaseUrl: string, letterId: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const letters = await client.query<StoredLetter>(
      'SELECT "baseSource", source, version FROM letter WHERE id = $1',
      [letterId],
    );
    const steps = await client.query<StoredStep>(
      'SELECT version, step, "clientId" FROM step WHERE "letterId" = $1 ORDER BY version',
      [letterId],
    );
    const [letter] = letters.rows;
    if (!letter) throw new Error(`There is no letter ${letterId}.`);
    const anew = await client.query(
      'SELECT version FROM checkpoint WHERE "letterId" = $1 AND doc IS NULL AND version > 0',
      [letterId],
    );
    return { letter, steps: steps.rows, openedAnew: anew.rowCount ?? 0 };
  } finally {
    await client.end();
  }
}

/**
 * Judges a letter after a fault, when everybody sees that all is saved: nothing that was acknowledged is lost, all windows
 * and the TEI say the same, nothing is invalid that was not, and every character that somebody typed stands there once, or
 * was deleted by somebody who saw it, or its author was told.
 */
export async function judge(
  gathering: Gathering,
  there: { readonly databaseUrl: string; readonly validator: Validator },
  tally: Tally,
): Promise<void> {
  const { ledger, letterId, windows } = gathering;
  const { letter, steps, openedAnew } = await readStored(there.databaseUrl, letterId);
  const fail = (kind: Parameters<Tally['fail']>[0], what: string) => tally.fail(kind, `${letterId}: ${what}`);

  const [first, ...others] = windows;
  if (!first) throw new Error('Nobody is there.');
  for (const [index, other] of others.entries())
    if (!other.state.doc.eq(first.state.doc)) fail('unequal', `window ${index + 2} differs from the first`);
  if (first.version !== letter.version)
    fail('unequal', `the windows are at ${first.version}, the database at ${letter.version}`);

  if (openedAnew > 0)
    fail('unequal', 'the server could not follow its own steps, and opened the letter anew');

  for (const each of ledger.acknowledged) {
    const stored = steps[each.version - 1];
    const same = stored?.clientId === each.clientId && isDeepStrictEqual(stored.step, plain(each.step));
    if (!same) fail('lost', `version ${each.version} was acknowledged and is not what is stored`);
  }
  tally.acknowledged(letterId, new Set(ledger.acknowledged.map(({ version }) => version)).size);

  let doc = openLetter(letter.baseSource).doc;
  for (const { step, version } of steps) {
    const result = Step.fromJSON(schema, step).apply(doc);
    if (!result.doc) {
      fail('unequal', `the stored step ${version} does not apply`);
      return;
    }
    doc = result.doc;
  }
  if (!doc.eq(first.state.doc)) fail('unequal', 'the stored steps do not lead to what the windows show');
  try {
    openLetter(letter.source, { adopt: first.state.doc });
  } catch (error) {
    fail(
      'unequal',
      `the TEI does not say what the windows show (${error instanceof Error ? error.name : error})`,
    );
  }
  const brought = broughtFindings(
    there.validator.validate(letter.baseSource),
    there.validator.validate(letter.source),
  ).filter(({ severity, code }) => severity === 'error' && !unfinished.includes(code));
  for (const { code, message } of brought) fail('invalid', `${code}: ${message}`);

  const standing = new Map<string, number>();
  for (const character of typedIn(doc.textContent))
    standing.set(character, (standing.get(character) ?? 0) + 1);
  const written = new Set(typedIn(steps.map(({ step }) => JSON.stringify(step)).join('')));
  for (const [character, by] of ledger.typed) {
    const times = standing.get(character) ?? 0;
    if (times > 1) {
      // Two who take the same words away at once, and both undo it, each put them back: that is told apart from what is stored twice.
      const putIn = steps.filter(({ step }) => JSON.stringify(step).includes(character));
      const putBackBy = new Set(putIn.slice(1).map(({ clientId }) => clientId));
      if (putBackBy.size >= times) tally.putBack(letterId, character);
      else fail('doubled', `“${character}” of ${by} stands ${times} times`);
    }
    if (times > 0 || ledger.deleted.has(character) || ledger.reported.has(character)) continue;
    if (written.has(character)) tally.overtaken(letterId, character);
    else fail('silent', `“${character}” of ${by} was never stored, and nobody was told`);
  }
  tally.told(letterId, ledger.reported.size);
}

/** As JSON carries it: without members that are undefined. */
function plain(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json));
}
