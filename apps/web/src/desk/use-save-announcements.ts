import { useEffect, useRef } from 'react';
import { announce, announceNow } from '../app/announce.js';
import { type SaveState, saveWords } from '../saving/save-state.js';
import type { LetterSession } from './letter-session.js';

/** Speaks changes of the save state, not each save: going offline and back, refusals, and lost write access. */
export function useSaveAnnouncements(session: LetterSession | undefined, save: SaveState): void {
  const was = useRef<SaveState['kind']>('saved');
  const kind = save.kind === 'saving' && !save.slow ? was.current : save.kind;
  useEffect(() => {
    if (kind === was.current) return;
    was.current = kind;
    announce(saveWords(save));
  }, [kind, save]);
  useEffect(
    () =>
      session?.saver.canEdit.subscribe(() => {
        if (!session.saver.canEdit.get()) announceNow('Read only. You may no longer change this letter.');
      }),
    [session],
  );
}
