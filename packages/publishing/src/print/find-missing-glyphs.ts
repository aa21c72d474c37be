import { lineAndColumn, parseTree, type XmlElement } from '@chancery/xml';
import type { FontFile } from './font-file.js';
import type { PrintProblem } from './print-error.js';

/** A letter may lack one script altogether: the first of its characters say enough. */
const most = 20;

/** Elements whose text is not printed, as print/modules/inline.xsl has it. */
const unprinted = new Set(['facsimile', 'fw', 'index', 'metamark', 'sourceDoc', 'standOff', 'teiHeader']);

/**
 * The characters of a TEI file's text for which the face has no glyph, each once, where it first stands.
 *
 * The typesetter would set an empty box and say nothing, or fail without naming the letter.
 */
export function findMissingGlyphs(path: string, source: string, font: FontFile): PrintProblem[] {
  const seen = new Set<string>();
  const problems: PrintProblem[] = [];
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.type === 'element') {
        if (!unprinted.has(child.localName)) visit(child);
      } else if (child.type === 'text' || child.type === 'cdata') {
        for (const character of child.value.normalize('NFC')) {
          if (seen.has(character) || isPrintable(character, font)) continue;
          seen.add(character);
          const found = source.indexOf(character, child.start);
          const offset = found >= 0 && found < child.end ? found : child.start;
          problems.push({ path, ...lineAndColumn(source, offset), message: explain(character) });
        }
      }
    }
  };
  visit(parseTree(source));
  return problems.slice(0, most);
}

function explain(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `The typeface has no character “${character}” (U+${number}).`;
}

/** White space, and characters that shape others and are never seen, need no glyph. */
function isPrintable(character: string, font: FontFile): boolean {
  return (
    font.covers(character.codePointAt(0) ?? 0) ||
    /^[\s\p{Default_Ignorable_Code_Point}\u00AD]$/u.test(character)
  );
}
