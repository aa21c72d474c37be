import { freshId, type GuardedCommand, guarded } from '@chancery/prosemirror-tei';
import { TextSelection } from 'prosemirror-state';

/**
 * Makes the selected words an emendation: they become the copy's reading (`sic`), and the same words, selected, stand
 * ready to be corrected (`corr`). Not available without selected words of one block, or where the table forbids it.
 */
export const emend: GuardedCommand = guarded((state) => {
  const { $from, $to, empty } = state.selection;
  const { parent } = $from;
  if (empty || parent !== $to.parent || !parent.inlineContent)
    return 'Select the words of one paragraph that are to be emended.';
  const { nodes } = state.schema;
  const inside: string[] = [];
  state.doc.nodesBetween($from.pos, $to.pos, (node) => {
    if (node.isInline && !node.isText) inside.push(node.type.name);
  });
  if (inside.length > 0) return 'Only words can be emended so: notes and breaks among them stay outside.';
  const outer = $from.marksAcross($to) ?? [];
  const text = state.doc.textBetween($from.pos, $to.pos);
  const part = (name: string) =>
    nodes.textblock?.create({ id: freshId(), name, attrs: {} }, state.schema.text(text));
  const [sic, corr] = [part('sic'), part('corr')];
  const choice =
    sic &&
    corr &&
    nodes.inlineContainer?.create({ id: freshId(), name: 'choice', attrs: {} }, [sic, corr], outer);
  if (!choice) return 'There is nothing to emend.';
  const tr = state.tr.replaceSelectionWith(choice, false);
  // Into the choice, over the sic, into the corr.
  const start = $from.pos + 1 + (sic?.nodeSize ?? 0) + 1;
  return tr.setSelection(TextSelection.create(tr.doc, start, start + text.length));
});
