import { useEffect } from 'react';
import type { LetterSession } from '../desk/letter-session.js';
import type { Mode } from '../desk/mode.js';
import type { SaveState } from '../saving/save-state.js';
import { createStore } from '../store/store.js';
import { useStore } from '../store/use-store.js';

const notYet = {
  on: createStore(false),
  waiting: createStore(0),
  refusal: createStore<string | undefined>(undefined),
};

/** How it stands with suggesting, as the desk shows it. */
export interface SuggestingShown {
  /** Whether what is changed in the text is suggested. */
  readonly on: boolean;
  /** How many suggestions wait to be sent. */
  readonly waiting: number;
  /** What the band says. */
  readonly said: { readonly title: string; readonly words: string } | undefined;
}

/** Turns Suggest mode on and off with the mode of the desk, and tells how it stands. */
export function useSuggesting(
  session: LetterSession | undefined,
  desk: {
    readonly mode: Mode;
    readonly shutOut: boolean;
    readonly canSuggest: boolean;
    /** Whether changes may enter the text at this stage. */
    readonly canEdit: boolean;
  },
): SuggestingShown {
  const { mode, shutOut } = desk;
  const on = useStore(session?.suggesting.on ?? notYet.on);
  const waiting = useStore(session?.suggesting.waiting ?? notYet.waiting);
  const refusal = useStore(session?.suggesting.refusal ?? notYet.refusal);
  const wanted = mode === 'suggest' && desk.canSuggest;
  useEffect(() => {
    if (!session) return undefined;
    session.suggest(wanted);
    let timer: ReturnType<typeof setTimeout> | undefined;
    // What enters the text has to be saved first: it is tried again after each change of the save state.
    const stop = session.saver.state.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => session.suggest(wanted));
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [session, wanted]);
  return {
    on: on && wanted && !shutOut,
    waiting,
    said: shutOut ? undefined : said(),
  };

  function said(): SuggestingShown['said'] {
    if (refusal !== undefined) return { title: 'A suggestion was not sent.', words: refusal };
    if (!wanted) return undefined;
    if (!on)
      return {
        title: 'Not suggesting yet.',
        words: 'Your changes of the text itself have to be saved first.',
      };
    if (desk.canEdit) return undefined;
    return {
      title: 'Suggesting.',
      words:
        'At its present stage you may not change this letter itself. What you change waits for the editor.',
    };
  }
}

/** The save state, as long as suggestions wait for the server. */
export function withSuggestions(save: SaveState, waiting: number): SaveState {
  if (waiting === 0) return save;
  if (save.kind === 'offline' || save.kind === 'shut-out') return { ...save, suggestions: waiting };
  return save.kind === 'saved' ? { kind: 'saving', version: save.version, slow: false } : save;
}
