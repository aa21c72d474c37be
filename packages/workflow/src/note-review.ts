import type { Role } from './role.js';

/** How far a note is in its review. */
export const noteStates = ['draft', 'in-review', 'changes-requested', 'approved'] as const;
export type NoteState = (typeof noteStates)[number];

/** What is decided of a note: it is sent to review, returned, approved. */
export const noteDecisions = ['send', 'return', 'approve'] as const;
export type NoteDecision = (typeof noteDecisions)[number];

const leadsTo: Record<NoteDecision, { readonly from: readonly NoteState[]; readonly to: NoteState }> = {
  send: { from: ['draft', 'changes-requested'], to: 'in-review' },
  return: { from: ['in-review'], to: 'changes-requested' },
  approve: { from: ['in-review'], to: 'approved' },
};

/** Who reviews notes. */
const reviewing: readonly Role[] = ['chief-editor', 'editor'];

export function isNoteState(word: string): word is NoteState {
  return (noteStates as readonly string[]).includes(word);
}

/** The state that a decision leads to, or undefined where the note’s state does not allow it. */
export function noteStateAfter(state: NoteState, decision: NoteDecision): NoteState | undefined {
  const { from, to } = leadsTo[decision];
  return from.includes(state) ? to : undefined;
}

/**
 * What somebody may decide of a note. Nobody approves a wording of their own: a second pair of eyes is a second person.
 *
 * @param own whether the wording is theirs
 */
export function noteDecisionsOf(role: Role | undefined, state: NoteState, own: boolean): NoteDecision[] {
  if (role === undefined || !reviewing.includes(role)) return [];
  return noteDecisions.filter(
    (decision) => noteStateAfter(state, decision) !== undefined && !(own && decision === 'approve'),
  );
}
