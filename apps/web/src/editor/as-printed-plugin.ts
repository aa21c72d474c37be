import { attributeOf, elementOf, typedWithin } from '@chancery/prosemirror-tei';
import type { DatePlace } from '@chancery/tei';
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** What the volume prints of a letter, where its text does not say it so. */
export interface AsPrinted {
  /** “No. 2”, where the letter’s own head says another number. */
  readonly number?: string | undefined;
  /** The line of the date that only the header gives. */
  readonly date?: { readonly line: string; readonly place: DatePlace } | undefined;
}

interface Shown {
  readonly printed: AsPrinted;
  readonly shown: DecorationSet;
}

const key = new PluginKey<Shown>('asPrinted');

/** The meta-data that tells the plugin what the volume prints. */
export const asPrintedKnown = key;

/** Shows beside the text what prints otherwise: the number that the volume counts, the date that its rule asks for. */
export function asPrintedPlugin(): Plugin {
  return new Plugin({
    key,
    state: {
      init: (): Shown => ({ printed: {}, shown: DecorationSet.empty }),
      apply(transaction, before): Shown {
        const given: AsPrinted | undefined = transaction.getMeta(key);
        if (!transaction.docChanged && !given) return before;
        const printed = given ?? before.printed;
        if (!given && typedWithin(transaction.before, transaction.doc))
          return { printed, shown: before.shown.map(transaction.mapping, transaction.doc) };
        if (!printed.number && !printed.date) return { printed, shown: DecorationSet.empty };
        return {
          printed,
          shown: DecorationSet.create(transaction.doc, decorations(transaction.doc, printed)),
        };
      },
    },
    props: { decorations: (state) => key.getState(state)?.shown },
  });
}

function decorations(doc: Node, { number, date }: AsPrinted): Decoration[] {
  let [head, closer, division]: (number | undefined)[] = [];
  doc.descendants((node, pos) => {
    const name = elementOf(node);
    if (name === 'teiHeader' || name === 'note') return false;
    if (name === 'div') division ??= pos;
    if (name === 'head' && attributeOf(node, 'type') === 'number') head ??= pos;
    if (name === 'closer') closer = pos;
    return !node.isTextblock;
  });
  const endOf = (pos: number | undefined) =>
    pos === undefined ? undefined : pos + (doc.nodeAt(pos)?.nodeSize ?? 0);
  const found: Decoration[] = [];
  if (number && head !== undefined)
    found.push(
      Decoration.node(head, endOf(head) ?? head, {
        'data-prints': `prints as ${number}`,
        'aria-description': `prints as ${number}`,
      }),
    );
  if (!date) return found;
  const within = division === undefined ? undefined : division + 1;
  const end = endOf(division);
  const at =
    date.place === 'under-number'
      ? (endOf(head) ?? within)
      : (endOf(closer) ?? (end === undefined ? undefined : end - 1));
  if (at !== undefined)
    found.push(Decoration.widget(at, () => lineOf(date), { key: `${date.place} ${date.line}`, side: -1 }));
  return found;
}

function lineOf({ line, place }: NonNullable<AsPrinted['date']>): HTMLElement {
  const element = document.createElement('p');
  element.className = `printed-date ${place}`;
  element.contentEditable = 'false';
  element.textContent = line;
  element.title = 'Printed from the header, by the rule of the volume';
  return element;
}
