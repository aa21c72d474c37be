import type { NoteDetail } from '@chancery/server/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { besideChanged } from '../api/beside-letter.js';
import { decideSuggestions } from '../api/client.js';
import { useSession } from '../api/use-session.js';
import { announce } from '../app/announce.js';
import { FormFault } from '../sign-in/form-fault.js';
import { changeSaying } from '../suggesting/suggestion-saying.js';
import { Wording } from './wording.js';

type Suggested = NoteDetail['suggestions'][number];
type Decision = 'accept' | 'reject' | 'withdraw';

const done: Record<Decision, string> = {
  accept: 'The suggested wording is the note’s now.',
  reject: 'Rejected. The note stands as it was.',
  withdraw: 'Withdrawn. The note stands as it was.',
};

/** The other wordings that are suggested for a note, against what it says, and what becomes of each. */
export function SuggestedWordings({ note }: { note: NoteDetail }) {
  const queries = useQueryClient();
  const me = useSession().data?.id;
  const decide = useMutation({
    mutationFn: async ({ decision, of }: { decision: Decision; of: Suggested }) => {
      const { id, revision, fit } = of;
      const given = { reason: '', own: decision === 'withdraw' };
      const [outcome] = await decideSuggestions(note.letterId, decision, [{ id, revision, fit }], given);
      if (!outcome?.done) throw new Error(outcome?.reason ?? 'It could not be decided. Try again.');
      return decision;
    },
    onSuccess: (decision) => announce(done[decision]),
    onSettled: async () => {
      besideChanged(note.letterId, 'suggestions');
      await Promise.all(
        ['note', 'notes', 'volume'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
  if (note.suggestions.length === 0) return null;
  return (
    <section className="suggested-wordings" aria-label="Suggested wordings">
      <ul>
        {note.suggestions.map((each) => {
          const own = each.author.id === me;
          const marked = each.words.places.map(changeSaying).join('; ');
          return (
            <li key={each.id} className="card it">
              <p className="top">
                <strong>{own ? 'You suggest' : `${each.author.name} suggests`}</strong>
              </p>
              <Wording text={each.text} against={note.text} />
              {each.text === note.text ? <p className="quiet">{marked}</p> : null}
              {each.reason === '' ? null : <p>{each.reason}</p>}
              <div className="do">
                {note.may.decideSuggestions && each.fit !== 'none' ? (
                  <button
                    type="button"
                    className="btn small"
                    disabled={decide.isPending}
                    onClick={() => decide.mutate({ decision: 'accept', of: each })}
                  >
                    Accept<span className="sr"> the wording of {each.author.name}</span>
                  </button>
                ) : null}
                {note.may.decideSuggestions && !own ? (
                  <button
                    type="button"
                    className="btn small"
                    disabled={decide.isPending}
                    onClick={() => decide.mutate({ decision: 'reject', of: each })}
                  >
                    Reject<span className="sr"> the wording of {each.author.name}</span>
                  </button>
                ) : null}
                {own ? (
                  <button
                    type="button"
                    className="btn small"
                    disabled={decide.isPending}
                    onClick={() => decide.mutate({ decision: 'withdraw', of: each })}
                  >
                    Withdraw<span className="sr"> the suggested wording</span>
                  </button>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
      <FormFault error={decide.error} />
    </section>
  );
}
