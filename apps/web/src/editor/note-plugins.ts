import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import type { Command, Plugin } from 'prosemirror-state';
import { arrowPlugins } from './arrow-plugins.js';
import { editingKeys } from './editing-keys.js';
import { pastePlugin } from './paste-plugin.js';
import { readCaretPlugin } from './read-caret-plugin.js';
import { referencesPlugin } from './references-plugin.js';

/** What an editor of a note beside the text does: the keys are those of the text. */
export function notePlugins(keys: {
  undo: Command;
  redo: Command;
  /** Escape: goes back to where one came from. */
  leave: () => void;
  /** The document that pieces are pasted into, by whose names new ones are made. */
  whole?: () => Node;
}): Plugin[] {
  const { undo, redo, leave, whole } = keys;
  return [
    readCaretPlugin(),
    keymap({
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
      Escape: () => {
        leave();
        return true;
      },
    }),
    ...arrowPlugins(),
    ...editingKeys(),
    referencesPlugin(),
    whole ? pastePlugin(whole) : pastePlugin(),
  ];
}

/** How the editor of a note is shown to assistive technology. */
export function noteAttributes(label: string): Record<string, string> {
  return { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, spellcheck: 'false' };
}
