import { Plugin, PluginKey } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** How often a transaction has asked for the selection to be brought into view. */
const asked = new PluginKey<number>('bring-into-view');

/** How much of the text is to be seen above and below the place, in pixels. */
const margin = 24;

/**
 * Brings the selection into view also where the browser’s own is elsewhere or nowhere, as in a letter that was just opened by a link to
 * a place in it. The editor’s view scrolls to nothing but the browser’s selection.
 */
export function bringIntoViewPlugin(): Plugin {
  return new Plugin<number>({
    key: asked,
    state: {
      init: () => 0,
      apply: (tr, before) => (tr.scrolledIntoView ? before + 1 : before),
    },
    view: () => ({
      update: (view, before) => {
        if (asked.getState(view.state) !== asked.getState(before) && !holdsSelection(view))
          bringIntoView(view);
      },
    }),
  });
}

function holdsSelection(view: EditorView): boolean {
  const focusNode = view.dom.ownerDocument.getSelection()?.focusNode ?? null;
  return focusNode !== null && view.dom.contains(focusNode);
}

/** Scrolls whatever scrolls around the text, so that a place that is out of view stands in the middle of it. */
function bringIntoView(view: EditorView): void {
  const { scrollingElement } = view.dom.ownerDocument;
  for (let around = view.dom.parentElement; around; around = around.parentElement) {
    if (around.scrollHeight <= around.clientHeight) continue;
    const top = around === scrollingElement ? 0 : around.getBoundingClientRect().top;
    const bottom = top + around.clientHeight;
    const place = placeOf(view);
    if (place.top >= top + margin && place.bottom <= bottom - margin) continue;
    around.scrollTop += (place.top + place.bottom - top - bottom) / 2;
  }
}

/** Where the selection is on the screen: in a note, whose words the text does not show, at its callout. */
function placeOf(view: EditorView): { readonly top: number; readonly bottom: number } {
  const { head } = view.state.selection;
  const { node } = view.domAtPos(head);
  const holder = node instanceof Element ? node : node.parentElement;
  let shown = holder;
  while (shown && shown.getClientRects().length === 0) shown = shown.parentElement;
  return shown && shown !== holder ? shown.getBoundingClientRect() : view.coordsAtPos(head, 1);
}
