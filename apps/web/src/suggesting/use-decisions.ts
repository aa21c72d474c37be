import type { Decision, SuggestionRow } from '@chancery/server/api';
import { useState } from 'react';
import { besideChanged } from '../api/beside-letter.js';
import { decideSuggestions } from '../api/client.js';
import type { LetterSession } from '../desk/letter-session.js';
import { changeSaying } from './suggestion-saying.js';

/** How many suggestions are decided in one request. */
const atOnce = 25;

const done: Record<Decision, string> = {
  accept: 'accepted',
  reject: 'rejected',
  withdraw: 'withdrawn',
  'take-back': 'open again',
};

/** Decisions about suggestions, and what became of them. */
export interface Decisions {
  /** Whether some are on their way. */
  readonly busy: boolean;
  /** Why a suggestion could not be decided, by its id. */
  readonly refusals: ReadonlyMap<string, string>;
  decide(decision: Decision, rows: readonly Decidable[], reason?: string): Promise<void>;
}

/** A suggestion as it was read by who decides. */
export type Decidable = Pick<SuggestionRow, 'id' | 'revision' | 'fit' | 'author' | 'words'>;

/** Carries out decisions, and tells how many came about and why others did not. */
export function useDecisions(session: LetterSession, letterId: string, me: string | undefined): Decisions {
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());

  async function decide(decision: Decision, rows: readonly Decidable[], reason = ''): Promise<void> {
    setBusy(true);
    const refused = new Map<string, string>();
    let count = 0;
    try {
      for (let from = 0; from < rows.length; from += atOnce) {
        const some = rows.slice(from, from + atOnce);
        const own = some.every(({ author }) => author.id === me);
        const read = some.map(({ id, revision, fit }) => ({ id, revision, fit }));
        for (const outcome of await decideSuggestions(letterId, decision, read, { reason, own })) {
          if (outcome.done) count += 1;
          else refused.set(outcome.id, outcome.reason);
        }
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      for (const { id } of rows.slice(count + refused.size)) refused.set(id, why);
    }
    setBusy(false);
    setRefusals(refused);
    besideChanged(letterId, 'suggestions');
    session.tell(told(decision, rows, count, [...refused.values()]));
  }

  return { busy, refusals, decide };
}

function told(
  decision: Decision,
  rows: readonly Decidable[],
  count: number,
  refused: readonly string[],
): string {
  const [row] = rows;
  const [place] = row?.words.places ?? [];
  const said = place ? changeSaying(place) : 'The suggestion';
  if (rows.length === 1) return refused[0] ?? `${said}: ${done[decision]}.`;
  const made = `${count} of ${rows.length} suggestions: ${done[decision]}.`;
  return refused.length === 0 ? made : `${made} ${refused.length} not: ${[...new Set(refused)].join(' ')}`;
}
