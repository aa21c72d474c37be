import { randomUUID } from 'node:crypto';
import { sourceStep } from '@chancery/prosemirror-tei';
import {
  CannotWrite,
  NoSuchPlace,
  patched,
  readVolume,
  type VolumeEdit,
  type VolumeMetadata,
  volumePatches,
} from '@chancery/tei';
import type { ClientBase } from 'pg';
import { type Actor, audit } from '../audit/audit.js';
import { type EditionSettings, storedSettings } from '../contract/settings.js';
import { inTransaction } from '../database/in-transaction.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { digestOfOrder, revisionOf } from './volume-revision.js';

interface VolumeChange {
  readonly editionId: string;
  /** What the person had seen of the volume. */
  readonly revision: string;
  readonly edits: readonly VolumeEdit[];
  /** What is not TEI's to say; undefined leaves it as it is. */
  readonly settings?: EditionSettings | undefined;
}

/**
 * Changes what the volume's own file says of the volume, as an edit of that file, and what the edition is set to, both
 * or neither. The log tells of it.
 *
 * @throws {HttpProblem} `stale` when somebody has changed the volume since the person saw it, `conflict` for what
 * cannot stand so, with the reason
 */
export async function changeVolume(
  house: House,
  { editionId, revision, edits, settings }: VolumeChange,
  person: Actor & { readonly id: string },
): Promise<void> {
  const file = await house.prisma.letter.findFirst({
    where: { editionId, kind: 'front' },
    select: { id: true },
  });
  if (!file)
    throw new HttpProblem(
      'conflict',
      'The edition has no file of the volume. Import one: it holds the order of the letters.',
    );
  let made = false;
  let seen: unknown;
  let isRuleChanged = false;
  const event = {
    editionId,
    actor: person,
    action: settings ? ('settings-changed' as const) : ('volume-arranged' as const),
    details: detailsOf(edits),
  };
  try {
    await house.desk.amend(file.id, {
      userId: person.id,
      clientId: 'server:volume',
      batch: randomUUID(),
      make: async (letter) => {
        const { settings: stored } = await house.prisma.edition.findUniqueOrThrow({
          where: { id: editionId },
          select: { settings: true },
        });
        seen = stored;
        const before = readVolume(letter.source);
        if (revisionOf(before, digestOfOrder(before), storedSettings(stored)) !== revision)
          throw new HttpProblem('stale', await whoWasFirst(house, editionId));
        const source = edits.reduce((now, edit) => patched(now, volumePatches(now, edit)), letter.source);
        const rulesOf = ({ dateRule, dateStyle, noteRules }: VolumeMetadata) =>
          JSON.stringify([dateRule, dateStyle, noteRules]);
        isRuleChanged = source !== letter.source && rulesOf(readVolume(source)) !== rulesOf(before);
        const step = sourceStep(letter, source);
        made = step !== undefined;
        return step ? [step] : [];
      },
      alongside: async (client) => {
        if (settings) await storeSettings(client, editionId, seen, settings);
        // Which date of a letter stands in the calendar, how it is written, and how its notes are labelled: all is written anew.
        if (isRuleChanged)
          await client.query(
            `UPDATE letter_index SET stamp = '' WHERE "letterId" IN (SELECT id FROM letter WHERE "editionId" = $1)`,
            [editionId],
          );
        await audit(client, event);
      },
    });
  } catch (error) {
    if (error instanceof NoSuchPlace || error instanceof CannotWrite)
      throw new HttpProblem('conflict', error.message);
    throw error;
  }
  if (made) {
    // The calendar is asked next, and is to say what stands now.
    await house.indexer.settled([file.id]);
    if (isRuleChanged) await house.indexer.settledIn(editionId);
  }
  if (made || !settings || JSON.stringify(storedSettings(seen)) === JSON.stringify(settings)) return;
  await inTransaction(house.pool, async (client) => {
    await storeSettings(client, editionId, seen, settings);
    await audit(client, event);
  });
}

/** Unless somebody else, at another node, has set others meanwhile. */
async function storeSettings(
  client: ClientBase,
  editionId: string,
  seen: unknown,
  settings: EditionSettings,
): Promise<void> {
  const { rowCount } = await client.query(
    'UPDATE edition SET settings = $3 WHERE id = $1 AND settings = $2::jsonb',
    [editionId, JSON.stringify(seen), JSON.stringify(settings)],
  );
  if (rowCount === 0)
    throw new HttpProblem('stale', 'Somebody has changed the settings in this moment. Look at them again.');
}

async function whoWasFirst(house: House, editionId: string): Promise<string> {
  const latest = await house.prisma.auditEvent.findFirst({
    where: { editionId, action: { in: ['volume-arranged', 'settings-changed'] } },
    orderBy: { id: 'desc' },
    select: { actorName: true },
  });
  const who = latest?.actorName ?? 'Somebody';
  return `${who} has changed the volume while you were deciding, so nothing of yours was done. It is shown as it is now: decide again.`;
}

/** What the log tells of a change: which it was, and of which letter. */
function detailsOf(edits: readonly VolumeEdit[]): Record<string, string> {
  const [edit] = edits;
  if (edits.length !== 1 || !edit) return {};
  if (edit.change === 'number') return { change: edit.change, letter: edit.letter };
  if (edit.change === 'place' || edit.change === 'step' || edit.change === 'beside')
    return { change: 'place', letter: edit.letter };
  return { change: edit.change };
}
