/** What the desk is for at the moment: changes enter the text, or the text is shown as it will print. */
export type Mode = 'edit' | 'read';

/** The mode in the words of the status bar. */
export function modeWords(mode: Mode): string {
  return mode === 'edit' ? 'Editing: changes enter the text' : 'Reading: as the page will print';
}
