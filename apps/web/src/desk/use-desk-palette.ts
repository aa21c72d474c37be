import { useEffect, useRef } from 'react';
import type { LabelledEndnote } from '../editor/endnote-order.js';
import { gapWords } from '../editor/gap-words.js';
import { type MarkupAction, markupActions } from '../editor/markup-actions.js';
import { structureActions } from '../editor/structure-actions.js';
import { toggleFacsimile } from '../facsimile/facsimile-shown.js';
import { togglePages } from '../pages/pages-shown.js';
import { offer, type PaletteEntry } from '../palette/palette-entries.js';
import { addTextualNote, doMarkup, doStructure, redoOwn, undoOwn } from './do-markup.js';
import { guidePlace } from './guide-place.js';
import type { LetterSession } from './letter-session.js';
import { type Mode, modeGloss, modeKeys, modeNames } from './mode.js';
import { useMarkPalette } from './use-mark-palette.js';

/** Offers in the palette what can be done at the caret and with the letter. */
export function useDeskPalette(options: {
  session: LetterSession | undefined;
  endnotes: readonly LabelledEndnote[];
  canEdit: boolean;
  /** Also in a note beside the text, when the letter itself is read only. */
  canMark: boolean;
  shownModes: readonly Mode[];
  setMode: (mode: Mode) => void;
  letterId: string;
  volumePath: string;
  /** Goes to the panel of the letter's stage. */
  showStage: () => void;
  /** Marks something at the caret. */
  mark: (action: MarkupAction) => void;
  /** Begins a comment; not there for who may not comment. */
  comment?: () => void;
}): void {
  const comment = useRef(options.comment);
  comment.current = options.comment;
  const mayComment = options.comment !== undefined;
  const { session, endnotes, canEdit, shownModes, setMode, letterId, volumePath, showStage } = options;
  useMarkPalette(options.canMark ? session : undefined, options.mark, () => {
    if (session) addTextualNote(session);
  });
  useEffect(() => {
    if (!session) return undefined;
    const at = canEdit
      ? [...endnoteEntries(session, endnotes, volumePath), ...structureEntries(session)]
      : [];
    const commands: PaletteEntry[] = [
      ...(mayComment
        ? [
            command('comment', 'Comment', 'on what is chosen in the text', ['Ctrl M', 'K'], () =>
              comment.current?.(),
            ),
          ]
        : []),
      ...shownModes.map((mode) =>
        command(mode, modeNames[mode], modeGloss(mode), ['Ctrl M', modeKeys[mode]], () => setMode(mode)),
      ),
      command('stage', 'Stage', 'what is lacking, hand over, return, readings', ['Ctrl M', 'O'], showStage),
      command(
        'pages',
        'Pages',
        'as they will print, beside the text: show, hide',
        ['Ctrl M', 'V'],
        togglePages,
      ),
      command(
        'facsimile',
        'Facsimile',
        'the image of the page, beside the text: show, hide',
        ['Ctrl M', 'I'],
        toggleFacsimile,
      ),
      command('undo', 'Undo', 'own changes only', [], () => undoOwn(session)),
      command('redo', 'Redo', '', [], () => redoOwn(session)),
      command('guide', 'Encoding guide', 'every element, with an example', [], () => {
        window.open(guidePlace(), 'chancery-guide');
      }),
      command('tei', 'Open the letter as TEI', 'as it is saved', [], () => {
        window.open(`/api/letters/${encodeURIComponent(letterId)}/tei`, '_blank', 'noopener');
      }),
    ];
    return offer('desk', [...at, ...commands]);
  }, [session, endnotes, canEdit, shownModes, setMode, letterId, volumePath, showStage, mayComment]);
}

function command(id: string, label: string, gloss: string, keys: string[], run: () => void): PaletteEntry {
  return {
    id: `command ${id}`,
    group: 'Commands',
    kind: 'command',
    icon: 'arrow',
    label,
    gloss,
    keys,
    words: `${label} ${gloss}`,
    run,
  };
}

function structureEntries(session: LetterSession): PaletteEntry[] {
  return structureActions.map((action) => {
    const label = action.id.startsWith('wrap-')
      ? `${action.group} ${action.label.toLowerCase()}`
      : action.label;
    return {
      id: `structure ${action.id}`,
      group: 'At the caret',
      kind: 'command',
      icon: 'pen',
      label,
      words: label,
      run: () => doStructure(session, action),
    };
  });
}

function endnoteEntries(
  session: LetterSession,
  endnotes: readonly LabelledEndnote[],
  volumePath: string,
): PaletteEntry[] {
  const action = markupActions.find((each) => each.name === 'ptr');
  if (!action) return [];
  return endnotes.map((note) => ({
    id: `endnote ${note.id}`,
    group: 'At the caret',
    kind: 'command',
    icon: 'note',
    label: `Call endnote ${note.figure}`,
    gloss: note.text ?? (note.gap === undefined ? '' : gapWords(note.gap)),
    words: `Call endnote ${note.figure} note callout ${note.text ?? ''}`,
    run: () => doMarkup(session, action, { target: `${volumePath}#${note.id ?? ''}` }),
  }));
}
