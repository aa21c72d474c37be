import { typedWithin } from '@chancery/prosemirror-tei';
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { type PlacedReference, referencesIn } from './references-in.js';

/** What is known of a reference: the words that it prints as. */
type WordsOfReference = (reference: PlacedReference) => string;

/** Who knows where references lead. */
export interface LeadingReferences {
  words(reference: PlacedReference): string;
}

/** What the plugin is given to know it by. */
export function wordsBy(leads: LeadingReferences): WordsOfReference {
  return (reference) => leads.words(reference);
}

interface Shown {
  readonly wordsOf: WordsOfReference;
  readonly shown: DecorationSet;
}

const key = new PluginKey<Shown>('references');

/** The meta-data that gives the plugin other knowledge of where references lead. */
export const referencesKnown = key;

/** Shows in the place of a reference without words what it prints as: “No. 4”. */
export function referencesPlugin(): Plugin {
  return new Plugin({
    key,
    state: {
      init: (): Shown => ({ wordsOf: ({ written }) => written, shown: DecorationSet.empty }),
      apply(transaction, before): Shown {
        const given: WordsOfReference | undefined = transaction.getMeta(key);
        if (!transaction.docChanged && !given) return before;
        const wordsOf = given ?? before.wordsOf;
        // Where only words have changed the references are the same ones.
        if (!given && typedWithin(transaction.before, transaction.doc))
          return { wordsOf, shown: before.shown.map(transaction.mapping, transaction.doc) };
        return { wordsOf, shown: shown(transaction.doc, wordsOf) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.shown },
  });
}

function shown(doc: Node, wordsOf: WordsOfReference): DecorationSet {
  return DecorationSet.create(
    doc,
    referencesIn(doc)
      .filter(({ isGenerated }) => isGenerated)
      .map((reference) => {
        const words = wordsOf(reference);
        return Decoration.node(reference.from, reference.to, {
          class: 'reference',
          'data-reference': words,
          role: 'img',
          'aria-label': `Reference to ${words}`,
        });
      }),
  );
}
