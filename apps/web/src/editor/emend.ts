import { freshId } from '@chancery/prosemirror-tei';
import { mayContain } from '@chancery/tei';
import { type Command, TextSelection } from 'prosemirror-state';
import { elementOf, elementOfMark } from './tei-node.js';

/**
 * Makes the selected words an emendation: they become the copy's reading (`sic`), and the same words, selected, stand
 * ready to be corrected (`corr`). Not available without selected words of one block, or where the table forbids it.
 */
export const emend: Command = (state, dispatch) => {
  const { $from, $to, empty } = state.selection;
  const { parent } = $from;
  if (empty || parent !== $to.parent || !parent.inlineContent) return false;
  const outer = $from.marksAcross($to) ?? [];
  const inner = outer.at(-1);
  const around = inner ? elementOfMark(inner) : elementOf(parent) || elementOf($from.node(-1));
  if (!mayContain(around, 'choice')) return false;
  const text = state.doc.textBetween($from.pos, $to.pos);
  if (text === '') return false;
  if (dispatch) {
    const { nodes } = state.schema;
    const part = (name: string) =>
      nodes.textblock?.create({ id: freshId(), name, attrs: {} }, state.schema.text(text));
    const [sic, corr] = [part('sic'), part('corr')];
    const choice =
      sic &&
      corr &&
      nodes.inlineContainer?.create({ id: freshId(), name: 'choice', attrs: {} }, [sic, corr], outer);
    if (!choice) return false;
    const tr = state.tr.replaceSelectionWith(choice, false);
    // Into the choice, over the sic, into the corr.
    const start = $from.pos + 1 + (sic?.nodeSize ?? 0) + 1;
    dispatch(tr.setSelection(TextSelection.create(tr.doc, start, start + text.length)).scrollIntoView());
  }
  return true;
};
