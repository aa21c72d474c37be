import type { PlacedFinding } from '../findings/placed-finding.js';
import { setAttributeOf } from './do-markup.js';
import type { LetterSession } from './letter-session.js';

/** Does what the finding's remedy says; the next check shows that the finding is settled. */
export function applyFix(session: LetterSession, finding: PlacedFinding): void {
  for (const { id, name, value } of finding.remedies ?? []) setAttributeOf(session, id, name, value);
  session.view.focus();
}
