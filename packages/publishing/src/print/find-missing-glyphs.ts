import { escapeText, lineAndColumn, parseTree, type XmlElement } from '@chancery/xml';
import type { TeiFile } from '../edition-source.js';
import { KeptPerFile } from '../kept-per-file.js';
import { faultOf } from '../read-once.js';
import type { FontFile } from './font-file.js';
import { isPrintable } from './is-printable.js';
import type { PrintProblem } from './print-error.js';

/** A letter may lack one script altogether: the first of its characters say enough. */
const most = 20;

/** Elements whose text is not printed, as print/modules/inline.xsl has it. */
const unprinted = new Set(['facsimile', 'fw', 'index', 'metamark', 'sourceDoc', 'standOff', 'teiHeader']);

const kept = new KeptPerFile<readonly PrintProblem[]>();

/**
 * The characters of a TEI file’s text for which the face has no glyph, each once, where it first stands; none of a file that cannot be
 * read, of which it is told where it is set. They are looked for once.
 *
 * The typesetter would set an empty box and say nothing, or fail without naming the letter.
 */
export function missingGlyphsIn(file: TeiFile, font: FontFile): readonly PrintProblem[] {
  if (faultOf(file)) return [];
  const known = kept.get(file, font.postScriptName);
  return known ?? kept.set(file, font.postScriptName, findMissingGlyphs(file, font));
}

function findMissingGlyphs({ path, source }: TeiFile, font: FontFile): PrintProblem[] {
  const seen = new Set<string>();
  const problems: PrintProblem[] = [];
  for (const { value, start, end } of printedText(source)) {
    for (const character of value) {
      if (seen.has(character) || isPrintable(character, font)) continue;
      seen.add(character);
      const found = source.indexOf(character, start);
      const offset = found >= 0 && found < end ? found : start;
      problems.push({
        path,
        ...lineAndColumn(source, offset),
        message: explain(character),
        words: character,
      });
    }
  }
  const first = problems.slice(0, most);
  const [next] = problems.slice(most);
  return next ? [...first, { ...next, message: restOf(problems.length - most) }] : first;
}

/** The source with the numbers of the characters for which the face has no glyph in their places, on the same lines. */
export function withGlyphNumbers(source: string, font: FontFile): string {
  let text = '';
  let last = 0;
  for (const { value, start, end } of printedText(source)) {
    const written = [...value]
      .map((character) => (isPrintable(character, font) ? character : `[${numberOf(character)}]`))
      .join('');
    if (written === value) continue;
    text += source.slice(last, start) + escapeText(written);
    last = end;
  }
  return text + source.slice(last);
}

/** The stretches of text that print, composed (NFC), and where they stand in the source. */
function printedText(source: string): { value: string; start: number; end: number }[] {
  const found: { value: string; start: number; end: number }[] = [];
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.type === 'element') {
        if (!unprinted.has(child.localName)) visit(child);
      } else if (child.type === 'text' || child.type === 'cdata') {
        found.push({ value: child.value.normalize('NFC'), start: child.start, end: child.end });
      }
    }
  };
  visit(parseTree(source));
  return found;
}

function restOf(count: number): string {
  return count === 1
    ? 'The typeface lacks one other character of this file too.'
    : `The typeface lacks ${count} other characters of this file too.`;
}

function explain(character: string): string {
  return `The typeface has no character “${character}” (${numberOf(character)}).`;
}

/** U+2654, as Unicode names it. */
function numberOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
