/**
 * What the desk is for at the moment: changes enter the text, or are suggested; the text is fixed and read against its copy; the
 * letter is shown as it will print, or its TEI source stands beside it.
 */
export const modes = ['edit', 'suggest', 'proofread', 'read', 'source'] as const;

export type Mode = (typeof modes)[number];

/** The mode on its button. */
export const modeNames: Readonly<Record<Mode, string>> = {
  edit: 'Edit',
  suggest: 'Suggest',
  proofread: 'Proofread',
  read: 'Read',
  source: 'Source',
};

/** The key of each mode after Ctrl M. */
export const modeKeys: Readonly<Record<Mode, string>> = {
  edit: '1',
  suggest: '2',
  proofread: '3',
  read: '4',
  source: '5',
};

const words: Readonly<Record<Mode, string>> = {
  edit: 'Editing: changes enter the text',
  suggest: 'Suggesting: changes wait for the editor',
  source: 'Source: the TEI beside the text',
  proofread: 'Proofreading: the text is fixed; stops are recorded',
  read: 'Reading: as the page will print',
};

/** What the mode is for: “changes enter the text”. */
export function modeGloss(mode: Mode): string {
  return words[mode].replace(/^.*?: /, '');
}

/** The mode in the words of the status bar. */
export function modeWords(mode: Mode): string {
  return words[mode];
}
