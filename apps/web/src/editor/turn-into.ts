import { elementLabel, elementOf, freshId, type GuardedCommand, guarded } from '@chancery/prosemirror-tei';

/** Makes the block that the caret is in another element, where the table lets that stand among its neighbours. */
export function turnInto(name: string, attributes: Readonly<Record<string, string>>): GuardedCommand {
  return guarded((state) => {
    const { $from, $to } = state.selection;
    const block = $from.parent;
    if (block !== $to.parent) return 'Put the caret into a single paragraph.';
    if (block.type.name !== 'textblock') return 'What the caret is in cannot become another element.';
    if (elementOf(block) === name) return `It is one already: ${elementLabel(name).toLowerCase()}.`;
    // Its kind was that of the other element; all else that it bears stays.
    const { type: _kind, ...kept } = block.attrs.attrs;
    const attrs = { ...kept, ...attributes };
    return state.tr.setNodeMarkup($from.before(), undefined, { id: freshId(), name, attrs });
  });
}
