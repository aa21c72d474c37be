import { modeKeys, modeNames, modes } from '../desk/mode.js';
import { markupActions } from '../editor/markup-actions.js';
import { historyKeys } from '../history/use-history-actions.js';

/** The keys that may follow Ctrl M, as shown, with what they do. */
export function chordKeys(): readonly (readonly [string, string])[] {
  const marks = markupActions
    .filter((action) => action.shortcut !== undefined)
    .map((action) => [action.shortcut?.toUpperCase() ?? '', action.label.toLowerCase()] as const);
  return [
    ...marks,
    ['K', 'comment'],
    ['Y', 'reason'],
    ['R', 'reference'],
    ['O', 'hand over'],
    ['V', 'pages'],
    ['I', 'facsimile'],
    ...modes.map((mode) => [modeKeys[mode], modeNames[mode].toLowerCase()] as const),
    ...historyKeys,
    ['[', 'previous letter'],
    [']', 'next letter'],
  ];
}
