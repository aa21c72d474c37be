import { caretMarksPlugin, stepOverEdge } from '@chancery/prosemirror-tei';
import { type EditorState, Plugin } from 'prosemirror-state';

/** Letters that run from right to left. */
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Whether the text at the caret runs from right to left. */
function runsLeft({ selection: { $from } }: EditorState): boolean {
  const { parent, parentOffset } = $from;
  if (!parent.inlineContent) return false;
  const before = parent.textBetween(Math.max(0, parentOffset - 2), parentOffset);
  const after = parent.textBetween(parentOffset, Math.min(parent.content.size, parentOffset + 2));
  return before.trim() === '' ? rightToLeft.test(after) : rightToLeft.test(before);
}

/**
 * The arrow keys at the edges of elements: the first press goes in or out, the next one moves on. What the caret is in
 * then stands in the status bar. Elsewhere the keys are the browser's.
 */
export function arrowPlugins(): Plugin[] {
  let came: 1 | -1 | undefined;
  return [
    new Plugin({
      props: {
        handleKeyDown: (view, event) => {
          const key = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : undefined;
          came = undefined;
          if (event.key === 'End' && !event.shiftKey && !event.altKey) {
            // Whoever goes to the end goes on behind what ends there.
            came = -1;
            return false;
          }
          if (key === undefined || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey)
            return false;
          const direction = runsLeft(view.state) ? (key === 1 ? -1 : 1) : key;
          if (stepOverEdge(direction)(view.state, view.dispatch)) return true;
          came = direction;
          return false;
        },
        handleDOMEvents: {
          mousedown: () => {
            came = undefined;
            return false;
          },
        },
      },
    }),
    caretMarksPlugin(() => came),
  ];
}
