import { isTyping } from './is-typing.js';

/** A key that is pressed, as React and as the browser tell it. */
type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'target' | 'preventDefault'
>;

/**
 * Has a group take single keys while the focus is within it; in a field they are written, and with Ctrl, Alt or the command key they
 * are the browser’s. A key that is held down acts once, so that no finger decides what nobody has read.
 *
 * @param actOf what a key does, by its name in small letters; undefined for one that does nothing here
 */
export function bySingleKeys(actOf: (key: string) => (() => void) | undefined) {
  return (event: Pressed): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) return;
    const act = actOf(event.key.toLowerCase());
    if (!act) return;
    event.preventDefault();
    if (!event.repeat) act();
  };
}
