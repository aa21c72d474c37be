import type { PlacedFinding } from '../findings/placed-finding.js';
import { setAttributeOf } from './do-markup.js';
import type { LetterSession } from './letter-session.js';

/** Does what the finding's remedy says; the next check shows that the finding is settled. */
export function applyFix(session: LetterSession, { remedies = [] }: PlacedFinding): void {
  for (const remedy of remedies)
    if (remedy.kind === 'attribute') setAttributeOf(session, remedy.id, remedy.name, remedy.value);
  const renamings = remedies.filter((remedy) => remedy.kind === 'rename');
  if (renamings.length > 0)
    session.source
      .rename(renamings)
      .catch((error: unknown) => session.tell(error instanceof Error ? error.message : String(error)));
  session.view.focus();
}
