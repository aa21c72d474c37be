import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { initials } from '../app/person.js';

/** A stretch of the text with who wrote it. */
export interface AuthoredSpan {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  /** The place of the author among those of the letter: their colour. */
  readonly place: number;
}

const key = new PluginKey<DecorationSet>('authors');

/** The meta-data that gives the plugin other stretches; none to show none. */
export const authorsKnown = key;

/** So many colours tell authors apart; of more, only their initials do. */
const colours = 5;

/** Shows who wrote what: a colour under the words, and initials where somebody's words begin. Moves with the text. */
export function authorsPlugin(): Plugin {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const given: readonly AuthoredSpan[] | undefined = transaction.getMeta(key);
        if (!given) return before.map(transaction.mapping, transaction.doc);
        return DecorationSet.create(transaction.doc, given.flatMap(decorationsOf));
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

function decorationsOf({ from, to, name, place }: AuthoredSpan): Decoration[] {
  return [
    Decoration.widget(from, () => signOf(name, place), { side: 1, key: `by ${name} ${from}` }),
    Decoration.inline(from, to, { class: `by by-${place % colours}`, title: name }),
  ];
}

function signOf(name: string, place: number): HTMLElement {
  const sign = document.createElement('span');
  sign.className = `by-sign by-${place % colours}`;
  sign.textContent = initials(name);
  sign.title = name;
  sign.setAttribute('aria-hidden', 'true');
  return sign;
}
