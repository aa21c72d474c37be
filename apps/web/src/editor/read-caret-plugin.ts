import { Plugin } from 'prosemirror-state';

/**
 * Has the editor read where the caret is before a key is handled. A browser tells of a caret that it has moved by a task of
 * its own, behind which the next key may come: it would act on the former place, and a key that leaves the text would
 * leave that place behind for the return.
 */
export function readCaretPlugin(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: ({ composing, dom }) => {
          if (!composing) dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
        },
      },
    },
  });
}
