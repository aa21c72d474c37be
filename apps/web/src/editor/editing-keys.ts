import { editingKeys as keys } from '@chancery/prosemirror-tei';
import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import type { Plugin } from 'prosemirror-state';

/** The keys of typing, in the text as in its notes. Tab is not among them: it leaves the text. */
export function editingKeys(): Plugin[] {
  return [keymap(keys), keymap(baseKeymap)];
}
