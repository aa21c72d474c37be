import { useEffect, useRef } from 'react';
import { type MarkupAction, markupActions } from '../editor/markup-actions.js';
import type { Writing } from '../editor/writing.js';
import { offer, type PaletteEntry } from '../palette/palette-entries.js';

/** Offers in the palette whatever marks words at the caret. */
export function useMarkPalette(
  writing: Writing | undefined,
  mark: (action: MarkupAction) => void,
  /** Begins a textual note; nothing where none can be called. */
  markTextualNote?: () => void,
): void {
  const latest = useRef({ mark, markTextualNote });
  latest.current = { mark, markTextualNote };
  const callsNotes = markTextualNote !== undefined;
  useEffect(() => {
    if (!writing) return undefined;
    const entries = markupActions
      .filter(({ name }) => name !== 'ptr' && (callsNotes || name !== 'note'))
      .map((action) => entry(action, () => latest.current.mark(action)));
    const textual = entries.find(({ id }) => id === 'mark note');
    return offer(
      'marks',
      textual ? [...entries, textualNote(textual, () => latest.current.markTextualNote?.())] : entries,
    );
  }, [writing, callsNotes]);
}

function entry(action: MarkupAction, run: () => void): PaletteEntry {
  return {
    id: `mark ${action.name}`,
    group: 'At the caret',
    kind: 'command',
    icon: action.group === 'notes' ? 'note' : 'pen',
    label: action.label,
    gloss: action.gloss,
    ...(action.shortcut === undefined ? {} : { keys: ['Ctrl M', action.shortcut.toUpperCase()] }),
    words: `${action.label} ${action.name}`,
    run,
  };
}

function textualNote(footnote: PaletteEntry, run: () => void): PaletteEntry {
  return {
    ...footnote,
    id: 'mark textual note',
    label: 'Textual note',
    gloss: 'on how the text stands, lettered by document',
    keys: [],
    words: 'Textual note',
    run,
  };
}
