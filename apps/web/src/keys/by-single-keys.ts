import type { KeyboardEvent } from 'react';
import { isTyping } from './is-typing.js';

/**
 * Has a group take single keys while the focus is within it; in a field they are written, and with Ctrl, Alt or the command key they
 * are the browser’s.
 *
 * @param actOf what a key does, by its name in small letters; undefined for one that does nothing here
 */
export function bySingleKeys(actOf: (key: string) => (() => void) | undefined) {
  return (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) return;
    const act = actOf(event.key.toLowerCase());
    if (!act) return;
    event.preventDefault();
    act();
  };
}
