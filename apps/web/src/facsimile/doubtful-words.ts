import { elementOf } from '@chancery/prosemirror-tei';
import type { RecognitionAnswer } from '@chancery/server/api';
import { beginsLine, overlap } from '@chancery/tei';
import type { Node } from 'prosemirror-model';
import type { ZoneInText, ZoneOfLeaf } from './zones-of-doc.js';

/** Less sure than this, a word is to be looked at. */
const sure = 0.75;
/** So much of a line and a zone must be the same that the zone is the line’s, also after it was adjusted. */
const same = 0.5;

/** A word that was recognized with doubt, where the text still has it so. */
export interface DoubtfulWord {
  /** Its line and its place in it, from 0: `3.0`. */
  readonly name: string;
  readonly text: string;
  /** Where it stands in the document. */
  readonly from: number;
  readonly to: number;
}

/** Whether what was recognized is in the letter: most of its lines have zones. */
export function isEntered(page: Page, zones: readonly ZoneOfLeaf[]): boolean {
  const areas = page.blocks.flatMap(({ lines }) => lines).flatMap(({ area }) => area ?? []);
  const there = areas.filter((area) => zones.some((zone) => overlap(zone.area, area) >= same));
  return areas.length > 0 && 2 * there.length >= areas.length;
}

/** The words of a recognition that nobody has looked at yet, and that the text of their lines still has. */
export function doubtfulWords(
  { page, settled }: Pick<RecognitionAnswer, 'page' | 'settled'>,
  doc: Node,
  linked: readonly ZoneInText[],
): DoubtfulWord[] {
  const lines = page?.blocks.flatMap((block) => block.lines) ?? [];
  const done = new Set(settled);
  return lines.flatMap(({ area, words }, line) => {
    if (!area || words.every(isSure)) return [];
    const begun = linked.find(({ begins, zone }) => begins && overlap(zone.area, area) >= same);
    if (!begun) return [];
    const { text, places } = lineFrom(doc, begun.to);
    let at = 0;
    return words.flatMap((word, index) => {
      const found = text.indexOf(word.text, at);
      if (found < 0) return [];
      at = found + word.text.length;
      const name = `${line}.${index}`;
      const [from, last] = [places[found], places[at - 1]];
      if (isSure(word) || done.has(name) || from === undefined || last === undefined) return [];
      return [{ name, text: word.text, from, to: last + 1 }];
    });
  });
}

type Page = NonNullable<RecognitionAnswer['page']>;
type Word = Page['blocks'][number]['lines'][number]['words'][number];

function isSure({ confidence = 1 }: Word): boolean {
  return confidence >= sure;
}

/** The text of a line from a place on, to the next line or page or the end of its block, and the place of each unit of it. */
function lineFrom(doc: Node, start: number): { text: string; places: number[] } {
  let text = '';
  const places: number[] = [];
  let ended = false;
  const block = doc.resolve(start);
  doc.nodesBetween(start, block.end(), (node, at) => {
    if (at >= start && beginsLine(elementOf(node))) ended = true;
    if (ended) return false;
    if (!node.isText) return true;
    const from = Math.max(0, start - at);
    for (let index = from; index < (node.text ?? '').length; index += 1) {
      text += node.text?.charAt(index) ?? '';
      places.push(at + index);
    }
    return false;
  });
  return { text, places };
}
