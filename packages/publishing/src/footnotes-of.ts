import { type NoteStyle, noteRule, readVolume } from '@chancery/tei';
import { checkWellFormed } from '@chancery/xml';

/** How XSLT (`format-integer`) and Typst (`numbering`) are told what labels are made of. */
const patterns: Readonly<Record<NoteStyle, string>> = {
  figures: '1',
  letters: 'a',
  'roman numerals': 'i',
  signs: '*',
};

/**
 * How the stylesheets number page footnotes: `labelled` where each bears its label already, else by a pattern, `1` for
 * one; the empty string where the volume does not say.
 *
 * @param volume the source of the volume's own file
 */
export function footnotesOf(volume: string): string {
  // What cannot be read is told of where it is set.
  if (checkWellFormed(volume) !== undefined) return '';
  const { noteRules } = readVolume(volume);
  if (!noteRules.some(({ series }) => series === 'footnote')) return '';
  const { scope, style } = noteRule(noteRules, 'footnote');
  return scope === 'page' ? patterns[style] : 'labelled';
}
