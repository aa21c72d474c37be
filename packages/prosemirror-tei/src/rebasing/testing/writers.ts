import fc from 'fast-check';
import { collab } from 'prosemirror-collab';
import type { Node } from 'prosemirror-model';
import { type Command, EditorState, type Transaction } from 'prosemirror-state';
import { canJoin, canSplit, type Step } from 'prosemirror-transform';
import { tidyPlugin } from '../../commands/tidy.js';
import { openLetter } from '../../open-letter.js';
import { freshId } from '../../schema/fresh-id.js';
import { schema } from '../../schema/schema.js';
import { SetAttributesStep } from '../../steps/set-attributes-step.js';
import { UnwrapStep } from '../../steps/unwrap-step.js';
import { WrapStep } from '../../steps/wrap-step.js';
import { undoHistory } from '../undo-history.js';
import { undoInOrder } from '../undo-in-order.js';

/** A letter in which every character of the text stands once. */
export const letter: Node = openLetter(
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>
<p n="1">abcdefghijklm<hi rend="italic">nopq</hi>rstuvwxyz</p><p>ABCDEFGHI<persName>JKLMN</persName>OPQRSTUVWXYZ</p><p>0123456789</p>
</div></body></text></TEI>`,
).doc;

/** An edit to be made at random: where it is made depends on the document that it meets. */
export interface RandomEdit {
  readonly kind: (typeof kinds)[number];
  readonly from: number;
  readonly length: number;
  readonly other: number;
}

const kinds = [
  'type',
  'type',
  'type',
  'delete',
  'delete',
  'replace',
  'replace',
  'split',
  'join',
  'mark',
  'unmark',
  'attribute',
  'turn',
  'move',
  'paste',
] as const;

/** Edits as `fast-check` draws them. */
export function edits(most: number): fc.Arbitrary<RandomEdit[]> {
  return fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      from: fc.nat(70),
      length: fc.nat(8),
      other: fc.nat(70),
    }),
    { minLength: 1, maxLength: most },
  );
}

let written = 0;

/** Characters that nobody has written before. */
export function fresh(count: number): string {
  let text = '';
  for (let index = 0; index < count; index += 1) text += String.fromCharCode(0x3400 + (written++ % 0x6000));
  return text;
}

/** Somebody at the letter. */
export function writer(clientID: string, doc = letter, version = 0): EditorState {
  return EditorState.create({
    doc,
    plugins: [tidyPlugin(), undoHistory({ newGroupDelay: 0 }), undoInOrder(), collab({ version, clientID })],
  });
}

/** Makes an edit, with what the editor adds to it; gives the same state where it has no place. */
export function edited(state: EditorState, edit: RandomEdit): { state: EditorState; steps: Step[] } {
  const tr = state.tr;
  try {
    make(tr, edit);
  } catch {
    return { state, steps: [] };
  }
  if (!tr.docChanged) return { state, steps: [] };
  const applied = state.applyTransaction(tr);
  return { state: applied.state, steps: applied.transactions.flatMap(({ steps }) => steps) };
}

/** What a command makes of a letter, as a change of one's own. */
export function doing(command: Command): (state: EditorState) => EditorState {
  return (state) => {
    let next = state;
    command(state, (tr) => {
      next = state.apply(tr);
    });
    return next;
  };
}

/** The position of a place in the running text, counted from its beginning. */
function placeIn(doc: Node, index: number): number {
  const places: number[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock || node.type.name !== 'textblock') return true;
    for (let at = 0; at <= node.content.size; at += 1) places.push(pos + 1 + at);
    return false;
  });
  return places[index % places.length] ?? 0;
}

function make(tr: Transaction, { kind, from: first, length, other }: RandomEdit): void {
  const from = placeIn(tr.doc, first);
  const to = Math.max(from, placeIn(tr.doc, first + length));
  const $from = tr.doc.resolve(from);
  switch (kind) {
    case 'type':
      tr.insert(from, schema.text(fresh(1 + (length % 3)), $from.marks()));
      break;
    case 'delete':
      tr.delete(from, to);
      break;
    case 'replace':
      tr.replaceWith(from, to, schema.text(fresh(1 + (other % 4))));
      break;
    case 'split':
      if (canSplit(tr.doc, from))
        tr.split(from, 1, [{ type: $from.parent.type, attrs: { id: freshId(), name: 'p', attrs: {} } }]);
      break;
    case 'join': {
      const seam = $from.after();
      if (canJoin(tr.doc, seam)) tr.join(seam);
      break;
    }
    case 'mark':
      tr.step(new WrapStep(from, to, schema.mark('element', { id: freshId(), name: 'date', attrs: {} })));
      break;
    case 'unmark': {
      const mark = $from.marks()[0];
      if (mark) tr.step(new UnwrapStep($from.start(), $from.end(), mark));
      break;
    }
    case 'attribute':
      tr.step(new SetAttributesStep(String($from.parent.attrs.id), { n: fresh(1) }));
      break;
    case 'turn':
      tr.setNodeMarkup($from.before(), undefined, { ...$from.parent.attrs, name: 'head' });
      break;
    case 'move': {
      const slice = tr.doc.slice(from, to);
      tr.delete(from, to);
      tr.replace(tr.mapping.map(placeIn(tr.before, other)), undefined, slice);
      break;
    }
    case 'paste': {
      const blocks = [1, 2].map(() =>
        schema.node('textblock', { id: freshId(), name: 'p', attrs: {} }, schema.text(fresh(2))),
      );
      tr.insert($from.after(), blocks);
    }
  }
}
