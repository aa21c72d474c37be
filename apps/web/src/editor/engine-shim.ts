import type { OpenLetter } from '@chancery/prosemirror-tei';
import type { Command } from 'prosemirror-state';
export const toggleElement =
  (_n: string, _a: object): Command =>
  () =>
    true;
export const insertLeaf = toggleElement;
export const insertNote = toggleElement;
export const setAttributes =
  (_i: string, _a: object): Command =>
  () =>
    true;
export const removeElement =
  (_i: string): Command =>
  () =>
    true;
export { splitBlock } from 'prosemirror-commands';
export const backspace: Command = () => false;
export function applySteps(letter: OpenLetter, _s: unknown): OpenLetter {
  return letter;
}
