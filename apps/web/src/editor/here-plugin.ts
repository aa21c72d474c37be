import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** Marks the block that the caret is in with a bar at its edge. */
export function herePlugin(): Plugin {
  return new Plugin({
    props: {
      decorations(state) {
        const { $head } = state.selection;
        for (let depth = $head.depth; depth > 0; depth--)
          if ($head.node(depth).isTextblock && depth > 1)
            return DecorationSet.create(state.doc, [
              Decoration.node($head.before(depth), $head.after(depth), { class: 'here' }),
            ]);
        return null;
      },
    },
  });
}
