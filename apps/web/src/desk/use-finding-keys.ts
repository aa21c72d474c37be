import { useEffect, useRef } from 'react';
import { placeOf } from '../editor/findings-plugin.js';
import { nextFinding } from '../findings/next-finding.js';
import type { PlacedFinding } from '../findings/placed-finding.js';
import { applyFix } from './apply-fix.js';
import { goToSource } from './go-to-source.js';
import type { LetterSession } from './letter-session.js';

/** The keys of findings (F8, Shift F8, Alt Enter), Escape back to the text, and what they do, for buttons too. */
export function useFindingKeys(
  session: LetterSession | undefined,
  options: {
    current: string | undefined;
    canEdit: boolean;
    onCurrent: (key: string) => void;
    /** Opens the source view. */
    onSource: () => void;
  },
) {
  const latest = useRef(options);
  latest.current = options;

  function goToFinding(finding: PlacedFinding): void {
    latest.current.onCurrent(finding.key);
    const place = session ? placeOf(session.view.state, finding.key) : undefined;
    if (place) session?.goTo(place.from, place.to);
    else if (session && finding.offset !== undefined) {
      const { offset: from, endOffset: to = from } = finding;
      // It speaks of the header, or of what stands outside the root element: only the source shows that.
      goToSource(session, { from, to }, latest.current.onSource);
    }
  }

  function fixFinding(finding: PlacedFinding): void {
    if (session && latest.current.canEdit) applyFix(session, finding);
  }

  const act = useRef({ goToFinding, fixFinding });
  act.current = { goToFinding, fixFinding };

  useEffect(() => {
    if (!session) return undefined;
    const { view, findings } = session;
    function onKeyDown(event: KeyboardEvent): void {
      const known = findings.state.get().findings;
      if (event.key === 'F8') {
        event.preventDefault();
        const next = nextFinding(
          known,
          view.state.selection,
          latest.current.current,
          event.shiftKey ? -1 : 1,
        );
        if (next) act.current.goToFinding(next);
      } else if (event.key === 'Enter' && event.altKey) {
        const current = known.find((each) => each.key === latest.current.current);
        if (!current?.fix) return;
        event.preventDefault();
        act.current.fixFinding(current);
      }
    }
    function onEscape(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || view.hasFocus()) return;
      // A menu or a dialog closes first; from anywhere else Escape leads back to the text.
      // In the source Escape closes its search, or lets Tab lead out of it.
      if (document.activeElement?.closest('.source-view')) return;
      if (document.activeElement?.getAttribute('aria-expanded') === 'true') return;
      if (document.activeElement?.closest('[role="dialog"], [role="menu"], [role="listbox"]')) return;
      view.focus();
    }
    // On the window, and before it goes down: the tip of a tool in the bar would keep the key for itself.
    window.addEventListener('keydown', onEscape, true);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onEscape, true);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [session]);

  return { goToFinding, fixFinding };
}
