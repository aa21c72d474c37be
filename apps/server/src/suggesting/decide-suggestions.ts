import { randomUUID } from 'node:crypto';
import { EditRefused, faultsBrought } from '@chancery/prosemirror-tei';
import type { PoolClient } from 'pg';
import type { Node } from 'prosemirror-model';
import type { Step } from 'prosemirror-transform';
import { auditLetter } from '../audit/audit.js';
import type { AuditAction } from '../contract/audit.js';
import type { Decided, Decision, ReadSuggestion } from '../contract/suggestion.js';
import type { Prisma, Suggestion } from '../generated/client.js';
import type { House } from '../house.js';
import type { LetterAtVersion } from '../live/letter-desk.js';
import { letterNow } from './letter-now.js';
import { moveSuggestion } from './list-suggestions.js';
import { type SuggestionNow, stepsAsJson, suggestionNow } from './stored-suggestion.js';

/** Who decides, in which letter, and why. */
interface Deciding {
  readonly house: Pick<House, 'prisma' | 'desk'>;
  readonly letterId: string;
  readonly personId: string;
  /** Whether the person decides about what others suggest; an author withdraws in any case. */
  readonly decides: boolean;
  readonly reason: string;
}

/** A decision cannot be carried out; `message` says why, for people. */
class NotDecided extends Error {
  override readonly name = 'NotDecided';
}

const reasons = {
  unknown: 'There is no such suggestion.',
  decided: 'Somebody else has decided it meanwhile.',
  changed: 'Its author has changed it meanwhile. Read it again.',
  gone: 'Its place has been changed: it no longer fits the letter. Its words are kept.',
  part: 'A part of it no longer fits the letter. Read what is left of it.',
  open: 'It is open, and there is nothing to take back.',
  moved: 'The place has been changed since. Undo it by hand.',
  others: 'It is not yours to withdraw.',
} as const;

/**
 * Carries out a decision about suggestions of a letter, one after the other; what cannot be done is told of each by itself.
 * Whoever has the letter open is told.
 *
 * - `accept` makes the change in the letter, as its author's, unless it would bring an error that was not there.
 * - `reject` and `withdraw` leave the letter as it is. Only the author withdraws.
 * - `take-back` makes an accepted one undone, as long as nobody has changed its place, and the suggestion open again.
 *
 * Of two who decide at a time the second is told so.
 */
export async function decideSuggestions(
  deciding: Deciding,
  decision: Decision,
  suggestions: readonly ReadSuggestion[],
): Promise<Decided[]> {
  const outcomes: Decided[] = [];
  for (const read of suggestions) {
    try {
      await decide(deciding, decision, read);
      outcomes.push({ id: read.id, done: true });
    } catch (error) {
      if (!(error instanceof NotDecided || error instanceof EditRefused)) throw error;
      outcomes.push({ id: read.id, done: false, reason: error.message });
    }
  }
  await deciding.house.desk.tellChanged(deciding.letterId, 'suggestions');
  return outcomes;
}

async function decide(deciding: Deciding, decision: Decision, read: ReadSuggestion): Promise<void> {
  const { house, letterId, personId, decides } = deciding;
  const stored = await house.prisma.suggestion.findFirst({ where: { id: read.id, letterId } });
  if (!stored) throw new NotDecided(reasons.unknown);
  const own = decision === 'withdraw' || (decision === 'take-back' && stored.state === 'withdrawn');
  if (own ? stored.authorId !== personId : !decides) throw new NotDecided(reasons.others);
  if (stored.revision !== read.revision) throw new NotDecided(reasons.changed);
  if (decision === 'take-back') {
    if (stored.state === 'open') throw new NotDecided(reasons.open);
    return stored.state === 'accepted' ? takeBack(deciding, stored) : reopen(deciding, stored);
  }
  if (stored.state !== 'open') throw new NotDecided(reasons.decided);
  if (decision === 'accept') return accept(deciding, stored, read);
  return setAside(deciding, stored, decision === 'reject' ? 'rejected' : 'withdrawn');
}

async function accept(deciding: Deciding, stored: Suggestion, read: ReadSuggestion): Promise<void> {
  const { house, letterId, personId, reason } = deciding;
  await edit(deciding, stored, {
    userId: stored.authorId,
    clientId: `suggestion:${stored.id}`,
    async make(at) {
      const letter = await letterNow(house.prisma, letterId, at, [stored.version]);
      const now = suggestionNow(stored, letter);
      if (now.fit !== read.fit) {
        await stillOpen(house, stored);
        await moveSuggestion(house.prisma, stored, now, letter);
        throw new NotDecided(now.fit === 'none' ? reasons.gone : reasons.part);
      }
      if (now.fit === 'none') throw new NotDecided(reasons.gone);
      const [fault] = faultsBrought(at.letter.doc, now.doc);
      if (fault) throw new NotDecided(`The letter would no longer be as the edition has it: ${fault.words}`);
      return now;
    },
    data: { state: 'accepted', deciderId: personId, decision: reason },
  });
}

/** What no longer fits may be what somebody else has accepted at this moment. */
async function stillOpen({ prisma }: Deciding['house'], { id, revision }: Suggestion): Promise<void> {
  if ((await prisma.suggestion.count({ where: { id, revision, state: 'open' } })) === 0)
    throw new NotDecided(reasons.decided);
}

async function takeBack(deciding: Deciding, stored: Suggestion): Promise<void> {
  const { house, letterId, personId } = deciding;
  await edit(deciding, stored, {
    userId: personId,
    clientId: `taken-back:${stored.id}`,
    async make(at) {
      const letter = await letterNow(house.prisma, letterId, at, [stored.version]);
      const now = suggestionNow({ ...stored, fit: 'whole' }, letter);
      if (now.fit !== 'whole') throw new NotDecided(reasons.moved);
      return now;
    },
    data: { state: 'open', deciderId: null, decision: '' },
  });
}

/** Edits the letter, and stores with the suggestion what would make that undone, both or neither. */
async function edit(
  { house, letterId, personId }: Deciding,
  stored: Suggestion,
  given: {
    readonly userId: string;
    readonly clientId: string;
    make(at: LetterAtVersion): Promise<SuggestionNow>;
    readonly data: Pick<Suggestion, 'state' | 'deciderId' | 'decision'>;
  },
): Promise<void> {
  let undo: { readonly steps: readonly Step[]; readonly version: number } | undefined;
  await house.desk.amend(letterId, {
    userId: given.userId,
    clientId: given.clientId,
    batch: randomUUID(),
    async make(letter, version) {
      const { steps } = await given.make({ letter, version });
      undo = { steps: inverted(letter.doc, steps), version: version + steps.length };
      return steps;
    },
    async alongside(client) {
      if (!undo) throw new NotDecided(reasons.gone);
      await settle(client, stored, { ...given.data, version: undo.version, steps: stepsAsJson(undo.steps) });
      const action = given.data.state === 'accepted' ? 'suggestion-accepted' : 'suggestion-reopened';
      await auditDecision(client, letterId, personId, action, stored);
    },
  });
}

/** What takes steps back that are made upon a document. */
function inverted(doc: Node, steps: readonly Step[]): readonly Step[] {
  const inverses: Step[] = [];
  let now: Node | null | undefined = doc;
  for (const step of steps) {
    if (!now) break;
    inverses.unshift(step.invert(now));
    now = step.apply(now).doc;
  }
  return inverses;
}

/** In the transaction that edits the letter: the suggestion becomes another, if it is still the one that was read. */
async function settle(
  client: PoolClient,
  { id, revision, state }: Suggestion,
  now: Pick<Suggestion, 'state' | 'deciderId' | 'decision' | 'version'> & {
    readonly steps: readonly object[];
  },
): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE suggestion
     SET state = $4, "deciderId" = $5, decision = $6, version = $7, steps = $8::jsonb,
         "decidedAt" = CASE WHEN $4 = 'open' THEN NULL ELSE now() END, "updatedAt" = now()
     WHERE id = $1 AND revision = $2 AND state = $3`,
    [id, revision, state, now.state, now.deciderId, now.decision, now.version, JSON.stringify(now.steps)],
  );
  if (rowCount !== 1) throw new NotDecided(reasons.decided);
}

/** The letter stays as it is. */
async function setAside(
  deciding: Deciding,
  stored: Suggestion,
  state: 'rejected' | 'withdrawn',
): Promise<void> {
  const { house, letterId, personId, reason } = deciding;
  const { id, revision } = stored;
  await house.prisma.$transaction(async (tx) => {
    const { count } = await tx.suggestion.updateMany({
      where: { id, revision, state: 'open' },
      data: { state, deciderId: personId, decision: reason, decidedAt: new Date() },
    });
    if (count === 0) throw new NotDecided(reasons.decided);
    await auditDecision(tx, letterId, personId, `suggestion-${state}`, stored);
  });
}

async function reopen({ house, letterId, personId }: Deciding, stored: Suggestion): Promise<void> {
  const { id, revision, state } = stored;
  await house.prisma.$transaction(async (tx) => {
    const { count } = await tx.suggestion.updateMany({
      where: { id, revision, state },
      data: { state: 'open', deciderId: null, decision: '', decidedAt: null },
    });
    if (count === 0) throw new NotDecided(reasons.decided);
    await auditDecision(tx, letterId, personId, 'suggestion-reopened', stored);
  });
}

/** What is decided stands in the log, without its words: they may be the letter's. */
function auditDecision(
  tx: Prisma.TransactionClient | PoolClient,
  letterId: string,
  personId: string,
  action: AuditAction,
  { id }: Suggestion,
): Promise<void> {
  return auditLetter(tx, { letterId, personId, action, details: { suggestion: id } });
}
