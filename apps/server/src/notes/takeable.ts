import { isNoteState, type NoteState, noteDecisions, noteStateAfter, type Role } from '@chancery/workflow';

interface Decided {
  readonly kind: string;
  readonly from: string;
  readonly version: number;
  readonly userId: string;
  readonly takenBackAt: Date | null;
}

/**
 * The latest decision of a note, where somebody may take it back: their own, or for the chief editor anybody's, as long as
 * the note stands as it left it.
 */
export function takeable<Event extends Decided>(
  events: readonly Event[],
  note: { readonly state: NoteState; readonly version: number },
  person: { readonly id: string; readonly role: Role | undefined },
): Event | undefined {
  const latest = events.findLast(({ takenBackAt }) => takenBackAt === null);
  const decision = noteDecisions.find((each) => each === latest?.kind);
  if (!latest || !decision || !isNoteState(latest.from)) return undefined;
  if (noteStateAfter(latest.from, decision) !== note.state || latest.version !== note.version)
    return undefined;
  const mine = latest.userId === person.id && (person.role === 'editor' || person.role === 'chief-editor');
  return mine || person.role === 'chief-editor' ? latest : undefined;
}
