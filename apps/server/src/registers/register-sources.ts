import {
  patched,
  type RegisterRecord,
  readNameUses,
  readRegisters,
  registerPatches,
  writtenEntryPatch,
} from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import type { MergeRequest, MoveRequest } from '../contract/register.js';
import { HttpProblem } from '../errors/http-problem.js';
import { joinedFacts, nameOf, partedFacts } from './joined-facts.js';
import { entryRevision } from './read-register.js';

/** Whether a name stands for whom it was seen to stand for. */
export function isAsSeen(
  source: string,
  path: string,
  { place, words }: MoveRequest['uses'][number],
  target: { readonly path: string; readonly id: string } | null,
): boolean {
  const use = readNameUses(parseTree(source), path)[place];
  return use?.words === words && use.target === target?.id && (!target || use.path === target.path);
}

/** The volume's file after a merge. */
export function joined(source: string, { from, fromRevision, into, intoRevision }: MergeRequest): string {
  const records = readRegisters(parseTree(source));
  const first = unchanged(records, from, fromRevision);
  const second = unchanged(records, into, intoRevision);
  const set = patched(
    source,
    registerPatches(source, { change: 'set', id: into, facts: joinedFacts(first, second) }),
  );
  return patched(set, registerPatches(set, { change: 'remove', id: from }));
}

/** Two entries that were made one. */
interface Merged {
  readonly from: RegisterRecord;
  readonly into: RegisterRecord;
  /** The first as it was written, with what the register does not show of it. */
  readonly written: string | null;
}

/** The volume's file after a merge has been taken back. */
export function partedIn(source: string, id: string, { from, into, written }: Merged): string {
  const now = readRegisters(parseTree(source)).find((each) => each.id === into.id);
  if (!now)
    throw new HttpProblem(
      'conflict',
      `“${nameOf(into)}” is in the register no more. If it has been merged into another entry, part those two first.`,
    );
  const set = patched(
    source,
    registerPatches(source, { change: 'set', id: into.id, facts: partedFacts(now, { from, into }) }),
  );
  if (written !== null && id === from.id) return patched(set, [writtenEntryPatch(set, into.id, written)]);
  return patched(set, registerPatches(set, { change: 'add', kind: from.kind, id, facts: from }));
}

/** The entry, if it is as the person saw it. */
export function unchanged(records: readonly RegisterRecord[], id: string, revision: string): RegisterRecord {
  const record = records.find((each) => each.id === id);
  if (!record)
    throw new HttpProblem('stale', 'Somebody has taken the entry out of the register, so nothing was done.');
  if (entryRevision(record) !== revision)
    throw new HttpProblem(
      'stale',
      `Somebody has changed the entry “${nameOf(record)}” meanwhile, so nothing of yours was done. Look at it again.`,
    );
  return record;
}
