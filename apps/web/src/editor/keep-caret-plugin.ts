import { Plugin } from 'prosemirror-state';

/**
 * Gives the text its own caret back when the focus returns to it other than by the pointer. A browser puts the caret
 * before the first word when an element that had lost it is focused again, as closing dialogs do.
 */
export function keepCaretPlugin(): Plugin {
  let pointer = false;
  return new Plugin({
    props: {
      handleDOMEvents: {
        mousedown: () => {
          pointer = true;
          setTimeout(() => {
            pointer = false;
          });
        },
        focus: (view) => {
          if (!pointer) view.focus();
        },
      },
    },
  });
}
