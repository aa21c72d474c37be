import { sendableSteps } from 'prosemirror-collab';
import type { EditorState } from 'prosemirror-state';
import { Mapping } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import { announce } from '../app/announce.js';

/** The whole text, as it stands on the screen, of every block that a change not yet saved has touched. */
export function unsavedText(state: EditorState): string {
  const steps = sendableSteps(state)?.steps ?? [];
  const blocks = new Set<number>();
  steps.forEach((step, index) => {
    const rest = new Mapping(steps.slice(index + 1).map((later) => later.getMap()));
    step.getMap().forEach((_from, _to, newFrom, newTo) => {
      const [from, to] = [rest.map(newFrom, -1), rest.map(newTo, 1)];
      state.doc.nodesBetween(from, Math.min(Math.max(to, from + 1), state.doc.content.size), (node, pos) => {
        if (node.isTextblock) blocks.add(pos);
      });
    });
  });
  return [...blocks]
    .sort((a, b) => a - b)
    .map((pos) => state.doc.nodeAt(pos)?.textContent ?? '')
    .join('\n\n');
}

/** Puts {@link unsavedText} on the clipboard. */
export function copyUnsaved(view: EditorView): void {
  navigator.clipboard.writeText(unsavedText(view.state)).then(
    () => announce('Your text is on the clipboard.'),
    () => announce('The browser refused the clipboard. Select the text and copy it.'),
  );
}
