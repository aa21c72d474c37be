import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Volume } from '../api/volume.js';
import { getLetterReferences } from '../api/volume-facts.js';
import { announce } from '../app/announce.js';
import { overlay } from '../app/overlay.js';
import { volumeFile } from '../desk/path-to-volume.js';
import { useEndnotes } from '../desk/use-endnotes.js';
import { useMarkPalette } from '../desk/use-mark-palette.js';
import { useNamePalette } from '../desk/use-name-palette.js';
import { useReferencePalette } from '../desk/use-reference-palette.js';
import { WhereReferencesLead } from '../desk/where-references-lead.js';
import { markupActions } from '../editor/markup-actions.js';
import type { NoteInHand, Writing } from '../editor/writing.js';
import { useChord } from '../keys/use-chord.js';
import type { LetterLine } from '../letters/letter-line.js';
import { createStore } from '../store/store.js';
import type { NoteDesk } from './note-writer.js';

/** A desk at which a note is written by itself, where no letter is open. */
class AloneDesk implements NoteDesk, Writing {
  #note: NoteInHand | undefined;
  readonly #onChanged: () => void;
  readonly leads = createStore<WhereReferencesLead | undefined>(undefined);

  constructor(onChanged: () => void) {
    this.#onChanged = onChanged;
  }

  get isWriting(): boolean {
    return this.#note !== undefined;
  }

  get inHand(): NoteInHand['view'] {
    if (!this.#note) throw new RangeError('no note is in hand');
    return this.#note.view;
  }

  get path(): string {
    return this.#note?.path ?? '';
  }

  takeInHand(note: NoteInHand): void {
    this.#note = note;
    this.#onChanged();
  }

  letGo(): void {
    this.#note = undefined;
    this.#onChanged();
  }

  tell(sentence: string): void {
    announce(sentence);
  }
}

/** Where notes are written outside of letters: the keys and the palette mark what is in hand, as at the desk of a letter. */
export function useNoteDesk(volume: Volume | undefined): NoteDesk {
  const [, setTimes] = useState(0);
  const [desk] = useState(() => new AloneDesk(() => setTimes((times) => times + 1)));
  const writing = desk.isWriting ? desk : undefined;
  const fileId = volume?.fileId ?? '';
  const { data } = useQuery({
    queryKey: ['references', fileId],
    queryFn: () => getLetterReferences(fileId),
    enabled: writing !== undefined && fileId !== '',
  });
  const { labelled } = useEndnotes(undefined, volume, data);
  const [lines, setLines] = useState<readonly LetterLine[]>([]);
  const known = useCallback((line: LetterLine) => setLines((before) => [...before, line]), []);
  useEffect(() => {
    const nothing = new Map<string, string>();
    const knows = { lines, faults: nothing, worded: nothing, endnotes: labelled };
    desk.leads.set(new WhereReferencesLead(volumeFile, knows));
  }, [desk, lines, labelled]);
  const markAs = useNamePalette(writing, volume, '');
  useMarkPalette(writing, markAs);
  useReferencePalette(writing, volume, '', { known, endnotes: { labelled } });
  useChord((key) => {
    if (!writing) return;
    const action = markupActions.find((each) => each.shortcut === key);
    if (key === 'r') overlay.set({ kind: 'palette', start: 'refer to ' });
    else if (action) markAs(action);
  });
  return desk;
}
