import type { NoteSeries } from '@chancery/tei';
import type { EditorView } from 'prosemirror-view';
import type { Store } from '../store/store.js';

/** What is written in: a letter's text, or a note beside it. What is done at the caret is done there. */
export interface Writing {
  /** The editor that has the caret, or had it last. */
  readonly inHand: EditorView;
  /** The file that it writes, inside the edition's folder: pointers lead on from there. */
  readonly path: string;
  /** Says a sentence to the person. */
  tell(sentence: string): void;
  /** Where a note was just begun that is to be written beside the text; nothing where no note can be called. */
  readonly noteToWrite?: Store<number | undefined>;
  /** Whether the volume has notes of a series; where it is not said, none are called. */
  usesNotes?(series: NoteSeries): boolean;
  /** Words of the text are being emended; nothing where none can be. */
  readonly emending?: Store<boolean>;
}

/** A note beside the text that is being written. */
export interface NoteInHand {
  readonly view: EditorView;
  /** The file that it stands in, inside the edition's folder; the letter's own where none is said. */
  readonly path?: string;
}
