import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/**
 * Has the editor read where the caret is. A browser tells of a caret that it has moved by a task of its own, behind which
 * the next key may come: it would act on the former place, and a key that leaves the text would leave that place behind for
 * the return. What others wrote, or what is to be shown beside the text, may come before it as well, and would put the
 * caret back there.
 */
export function readCaret({ composing, dom }: EditorView): void {
  if (!composing) dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}

/** Reads the caret before a key is handled, and before what is typed without one, as by dictation. */
export function readCaretPlugin(): Plugin {
  return new Plugin({
    props: { handleDOMEvents: { beforeinput: readCaret } },
    view: (editor) => {
      const read = (): void => {
        if (editor.hasFocus()) readCaret(editor);
      };
      // Before the page hears of the key: of the keys of a chord the text hears nothing.
      addEventListener('keydown', read, true);
      return { destroy: () => removeEventListener('keydown', read, true) };
    },
  });
}
