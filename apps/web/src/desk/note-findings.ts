import { attributeOf, elementOf } from '@chancery/prosemirror-tei';
import { noteRule } from '@chancery/tei';
import type { Node } from 'prosemirror-model';
import { callouts, endnoteFigures } from '../editor/callouts.js';
import type { EndnoteOrder } from '../editor/endnote-order.js';
import type { PlacedFinding } from '../findings/placed-finding.js';
import { seriesWords } from '../notes/note-words.js';

/**
 * What is at fault with the callouts of a letter, and in the volume's own file with notes that nothing calls.
 *
 * @param known the endnotes of the volume, and which of the notes that the letter calls are called where they stand
 */
export function noteFindings(
  doc: Node,
  known: { order: EndnoteOrder; inPlace: readonly string[] },
): PlacedFinding[] {
  const { order, inPlace } = known;
  const found = callouts(doc, order);
  const dead = found
    .filter(({ kind, figure }) => kind === 'endnote' && figure === '?')
    .map(({ pos, node, target }, index) =>
      finding(
        `note-dead ${target} ${index}`,
        'error',
        { from: pos, to: pos + node.nodeSize },
        deadWords(target, inPlace),
      ),
    );
  const unused = found
    .filter(({ kind }) => !noteRule(order.rules, kind).isUsed)
    .map(({ kind, figure, pos, node }, index) =>
      finding(
        `note-unused ${kind} ${index}`,
        'warning',
        { from: pos, to: pos + node.nodeSize },
        `${seriesWords[kind]} ${figure}: the volume uses no ${seriesWords[kind].toLowerCase()}s. Make it another note, or have the series used under Volume, Settings.`,
      ),
    );
  const called = new Set([...order.before, ...order.after, ...found.map(({ target }) => target)]);
  const uncalled: PlacedFinding[] = [];
  const figures = endnoteFigures(doc, order);
  doc.descendants((node, pos) => {
    const id = elementOf(node) === 'note' ? attributeOf(node, 'xml:id') : '';
    const figure = figures.get(id);
    if (figure !== undefined && !called.has(id))
      uncalled.push(
        finding(
          `note-uncalled ${id}`,
          'warning',
          { from: pos + 1, to: pos + node.nodeSize - 1 },
          `Nothing calls endnote ${figure}: it would print without a place that leads to it. Call it in a letter, or remove it under Notes.`,
        ),
      );
    return true;
  });
  return [...dead, ...unused, ...uncalled];
}

function deadWords(target: string, inPlace: readonly string[]): string {
  return inPlace.includes(target)
    ? `“${target}” is a note that is called where it stands. Called from here too it would stand in two series: refer to it (Ctrl M, R), or write an endnote.`
    : `The volume has no note “${target}”. Call another note, or remove the callout.`;
}

function finding(
  key: string,
  severity: 'error' | 'warning',
  place: { from: number; to: number },
  message: string,
): PlacedFinding {
  const code = key.replace(/ .*$/, '');
  return { key, code, severity, message, origin: 'editorial', path: '', line: 0, column: 0, ...place };
}
