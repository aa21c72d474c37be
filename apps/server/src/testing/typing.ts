import { openLetter, positionAt, schema } from '@chancery/prosemirror-tei';
import { Transform } from 'prosemirror-transform';

/** The step, as JSON, that types `text` before the first occurrence of `before` in a letter's source. */
export function typing(source: string, before: string, text: string): { stepType: string } {
  const letter = openLetter(source);
  const at = positionAt(letter, source.indexOf(before));
  const marks = letter.doc.resolve(at).marks();
  const [step] = new Transform(letter.doc).insert(at, schema.text(text, marks)).steps;
  if (!step) throw new Error(`Nothing was typed before “${before}”.`);
  return step.toJSON();
}
