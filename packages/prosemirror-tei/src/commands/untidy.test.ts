import { type Command, EditorState, TextSelection } from 'prosemirror-state';
import { canSplit } from 'prosemirror-transform';
import { expect, it } from 'vitest';
import { openLetter } from '../open-letter.js';
import { pick, type Random, seededRandom } from '../random-edit/seeded-random.js';
import { clearElement, setAttributes } from './edit-element.js';
import { elementsAt } from './elements-at.js';
import { insertNote } from './insert.js';
import { splitBlock } from './split-block.js';
import { liftBlocks, wrapBlocks } from './structure.js';
import { tidyPlugin } from './tidy.js';
import { crossedElements, toggleElement } from './toggle-element.js';

const { doc } = openLetter(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>
  <p>It <hi>is <persName>Mr <hi>Harriman</hi> of <placeName>Moscow</placeName></persName></hi> who<note><p>or <persName>so</persName> it says</p></note> came.</p>
  <list><item>one <title>of <persName>Ada</persName> and</title> two</item><item><supplied>three</supplied></item></list>
</div></body></text></TEI>`);

/** A state in which others have just divided what stood there: elements stand in pieces, and none of them has been renewed. */
function divided(random: Random): EditorState {
  let state = EditorState.create({ doc, plugins: [tidyPlugin()] });
  for (let times = 0; times < 3; times += 1) {
    const at = 1 + Math.floor(random() * (state.doc.content.size - 2));
    const { tr } = state;
    if (state.doc.resolve(at).parent.isTextblock && canSplit(state.doc, at))
      state = state.apply(tr.split(at).setMeta('rebased', 0));
  }
  const place = () => state.doc.resolve(Math.floor(random() * state.doc.content.size));
  return state.apply(state.tr.setSelection(TextSelection.between(place(), place())));
}

/** What can be done at the selection: with what is there, and with what is not. */
function commands({ selection }: EditorState): readonly Command[] {
  const there = elementsAt(selection.$from).map(({ id }) => id);
  return [
    ...['persName', 'hi', 'title', 'supplied'].flatMap((name) => [
      toggleElement(name),
      toggleElement(name, {}, 'link'),
    ]),
    ...there.flatMap((id) => [clearElement(id), setAttributes(id, { n: '1' })]),
    splitBlock,
    insertNote(),
    wrapBlocks('quote'),
    liftBlocks,
  ];
}

it('does or refuses everything where others have left elements in pieces', () => {
  const random = seededRandom(20);
  let done = 0;
  for (let round = 0; round < 300; round += 1) {
    const state = divided(random);
    crossedElements(state, 'title');
    const command = pick(commands(state), random);
    const did = command?.(state, (tr) => {
      state.apply(tr).doc.check();
    });
    if (did) done += 1;
  }
  expect(done).toBeGreaterThan(50);
});
