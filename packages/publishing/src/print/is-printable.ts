import type { FontFile } from './font-file.js';

/** Whether a character can be set in a face. White space, and characters that shape others and are never seen, need no glyph. */
export function isPrintable(character: string, font: FontFile): boolean {
  return (
    font.covers(character.codePointAt(0) ?? 0) ||
    /^[\s\p{Default_Ignorable_Code_Point}\u00AD]$/u.test(character)
  );
}
