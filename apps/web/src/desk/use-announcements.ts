import { useEffect, useRef } from 'react';
import { announce, announceNow } from '../app/announce.js';
import type { FindingsState } from '../findings/findings-link.js';
import { findingsSummary } from '../findings/findings-summary.js';
import { type SaveState, saveWords } from '../saving/save-state.js';
import type { Store } from '../store/store.js';
import { withSuggestions } from '../suggesting/use-suggesting.js';
import type { LetterSession } from './letter-session.js';

/** How long typing must pause before findings are spoken of, in milliseconds. */
const pause = 2000;

/** Speaks changes of the save state, not each save: going offline and back, refusals, and lost write access. */
export function useSaveAnnouncements(
  session: LetterSession | undefined,
  state: Store<SaveState>,
  suggestions: number,
): void {
  const was = useRef<SaveState['kind']>('saved');
  useEffect(() => {
    const speak = (): void => {
      const save = withSuggestions(state.get(), suggestions);
      if (save.kind === was.current || (save.kind === 'saving' && !save.slow)) return;
      was.current = save.kind;
      announce(saveWords(save));
    };
    speak();
    return state.subscribe(speak);
  }, [state, suggestions]);
  useEffect(
    () =>
      session?.saver.canEdit.subscribe(() => {
        if (!session.saver.canEdit.get()) announceNow('Read only. You may no longer change this letter.');
      }),
    [session],
  );
}

/** Speaks of the findings when they have become others and typing pauses. */
export function useFindingAnnouncements({ kind, findings }: FindingsState): void {
  const spoken = useRef<string>(undefined);
  const summary = kind === 'known' ? findingsSummary(findings, kind) : undefined;
  useEffect(() => {
    if (summary === undefined || summary === spoken.current) return undefined;
    const first = spoken.current === undefined;
    const timer = setTimeout(() => {
      spoken.current = summary;
      // What a letter had when it was opened stands in the panel; only news is spoken.
      if (!first) announce(summary);
    }, pause);
    return () => clearTimeout(timer);
  }, [summary]);
}
