import { chainCommands, deleteSelection, joinBackward, joinForward, selectAll } from 'prosemirror-commands';
import type { Command } from 'prosemirror-state';
import { insertLeaf, selectAfter, selectBefore } from './insert.js';
import { splitBlock } from './split-block.js';

const backspace = chainCommands(deleteSelection, selectBefore, joinBackward);
const forward = chainCommands(deleteSelection, selectAfter, joinForward);

/** The keys of editing as such, for `keymap` of prosemirror-keymap. Those of single elements are in the element table. */
export const editingKeys: Readonly<Record<string, Command>> = {
  Enter: splitBlock,
  'Shift-Enter': insertLeaf('lb'),
  Backspace: backspace,
  'Mod-Backspace': backspace,
  'Shift-Backspace': backspace,
  Delete: forward,
  'Mod-Delete': forward,
  'Mod-a': selectAll,
};
