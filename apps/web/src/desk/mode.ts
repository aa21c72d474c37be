/** What the desk is for at the moment: changes enter the text, its TEI source stands beside it, or it is shown as it will print. */
export const modes = ['edit', 'source', 'read'] as const;

export type Mode = (typeof modes)[number];

/** The mode on its button. */
export const modeNames: Readonly<Record<Mode, string>> = { edit: 'Edit', source: 'Source', read: 'Read' };

const words: Readonly<Record<Mode, string>> = {
  edit: 'Editing: changes enter the text',
  source: 'Source: the TEI beside the text',
  read: 'Reading: as the page will print',
};

/** The mode in the words of the status bar. */
export function modeWords(mode: Mode): string {
  return words[mode];
}
