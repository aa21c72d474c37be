import { schema } from '@chancery/prosemirror-tei';
import type { LetterStanding } from '@chancery/server/api';
import { sendableSteps } from 'prosemirror-collab';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Step } from 'prosemirror-transform';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { LetterSession } from '../desk/letter-session.js';
import { readCaret } from '../editor/read-caret-plugin.js';

interface Range {
  readonly from: number;
  readonly to: number;
}

const key = new PluginKey<DecorationSet>('touched');

/** Shows in the text what has been changed since a proof was signed, and is to be read again. Moves with the text. */
export function touchedPlugin(): Plugin {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const given: readonly Range[] | undefined = transaction.getMeta(key);
        if (!given) return before.map(transaction.mapping, transaction.doc);
        return DecorationSet.create(transaction.doc, given.flatMap(decorationsOf));
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

function decorationsOf({ from, to }: Range, index: number): Decoration[] {
  return [
    Decoration.widget(from, sign, { side: -1, key: `touched ${index}`, ignoreSelection: true }),
    Decoration.inline(from, to, { class: 'touched', 'aria-description': 'changed, to be read again' }),
  ];
}

/** The word in the text: where words are gone, there is nothing else to be seen. */
function sign(): HTMLElement {
  const element = document.createElement('span');
  element.className = 'touched-sign';
  element.textContent = 'read again';
  element.setAttribute('aria-hidden', 'true');
  return element;
}

/** Marks what the standing lists, wherever it stands in the text by now. */
export function markTouched(session: LetterSession, standing: LetterStanding): void {
  readCaret(session.view);
  const { state } = session.view;
  const ranges = standing.touched.map((each) => placeNow(session, standing.version, each) ?? each);
  const { size } = state.doc.content;
  const within = ranges.filter(({ to }) => to <= size);
  session.view.dispatch(state.tr.setMeta(key, within));
}

/** Where a range of the letter at a version stands in the text of the desk; undefined when that version is not known here. */
export function placeNow(session: LetterSession, version: number, range: Range): Range | undefined {
  const since = session.stepsSince(version);
  if (!since) return undefined;
  const maps = [
    ...since.map((step) => Step.fromJSON(schema, step).getMap()),
    ...(sendableSteps(session.view.state)?.steps ?? []).map((step) => step.getMap()),
  ];
  return maps.reduce(({ from, to }, map) => ({ from: map.map(from, -1), to: map.map(to, 1) }), {
    from: range.from,
    to: range.to,
  });
}
