import { selectAfter, selectBefore, splitBlock } from '@chancery/prosemirror-tei';
import { baseKeymap, chainCommands, deleteSelection } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import type { Plugin } from 'prosemirror-state';

/** The keys of typing, in the text as in its notes. Tab is not among them: it leaves the text. */
export function editingKeys(): Plugin[] {
  const back = chainCommands(deleteSelection, selectBefore);
  const forward = chainCommands(deleteSelection, selectAfter);
  return [
    keymap({
      Enter: splitBlock,
      Backspace: back,
      'Mod-Backspace': back,
      'Shift-Backspace': back,
      Delete: forward,
      'Mod-Delete': forward,
    }),
    keymap(baseKeymap),
  ];
}
