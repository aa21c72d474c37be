import { applySteps, freshId, type OpenLetter, schema } from '@chancery/prosemirror-tei';
import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { bodyOf } from './body-of.js';

/**
 * The TEI of a letter without its text: the header as it is, and in the body one empty paragraph, where a transcriber begins who
 * is to know nothing of what others have keyed.
 */
export function blankLetter(letter: OpenLetter): string {
  const body = bodyOf(letter.doc);
  if (!body) return letter.source;
  // The division that holds the letter stays, with what it says of itself.
  const division = letter.doc.resolve(body.from).nodeAfter;
  const place =
    division?.attrs.name === 'div'
      ? { from: body.from + 1, to: body.from + division.nodeSize - 1 }
      : { from: body.from, to: body.to };
  const paragraph = schema.node('textblock', { id: freshId(), name: 'p', attrs: {} });
  const step = new ReplaceStep(place.from, place.to, new Slice(Fragment.from(paragraph), 0, 0));
  return applySteps(letter, [step]).source;
}
