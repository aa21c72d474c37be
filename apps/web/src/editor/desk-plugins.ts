import { tidyPlugin, undoHistory, undoInOrder } from '@chancery/prosemirror-tei';
import { redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Plugin } from 'prosemirror-state';
import { authorsPlugin } from '../history/authors-plugin.js';
import { presencePlugin } from '../presence/presence-plugin.js';
import { touchedPlugin } from '../stages/touched-plugin.js';
import { suggestionsPlugin } from '../suggesting/suggestions-plugin.js';
import { tandemPlugin } from '../tandem/tandem-plugin.js';
import { apparatusPlugin } from './apparatus-plugin.js';
import { arrowPlugins } from './arrow-plugins.js';
import { asPrintedPlugin } from './as-printed-plugin.js';
import { bringIntoViewPlugin } from './bring-into-view-plugin.js';
import { doubtsPlugin } from './doubts-plugin.js';
import { editingKeys } from './editing-keys.js';
import { emendingPlugin } from './emending-plugin.js';
import type { EndnoteOrder } from './endnote-order.js';
import { findingsPlugin } from './findings-plugin.js';
import { herePlugin } from './here-plugin.js';
import { keepCaretPlugin } from './keep-caret-plugin.js';
import { lineStartPlugin } from './line-start-plugin.js';
import { pastePlugin } from './paste-plugin.js';
import { readCaretPlugin } from './read-caret-plugin.js';
import { referencesPlugin } from './references-plugin.js';

/** Everything that the letter's editor does beside holding the text; saving adds its own part. */
export function deskPlugins(endnotes: EndnoteOrder): Plugin[] {
  return [
    readCaretPlugin(),
    keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo }),
    ...arrowPlugins(),
    ...editingKeys(),
    pastePlugin(),
    tidyPlugin(),
    undoHistory(),
    undoInOrder(),
    apparatusPlugin(endnotes),
    referencesPlugin(),
    asPrintedPlugin(),
    lineStartPlugin(),
    findingsPlugin(),
    doubtsPlugin(),
    emendingPlugin(),
    suggestionsPlugin(),
    presencePlugin(),
    authorsPlugin(),
    touchedPlugin(),
    tandemPlugin(),
    herePlugin(),
    keepCaretPlugin(),
    bringIntoViewPlugin(),
  ];
}
