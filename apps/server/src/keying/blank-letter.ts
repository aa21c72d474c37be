import { applySteps, freshId, type OpenLetter, schema } from '@chancery/prosemirror-tei';
import { Fragment, type Node, Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { bodyOf } from './body-of.js';

/**
 * The TEI of a letter without its text: the header as it is, the number and the title over the letter, which the edition gives it,
 * and one empty paragraph, where a transcriber begins who is to know nothing of what others have keyed.
 */
export function blankLetter(letter: OpenLetter): string {
  const body = bodyOf(letter.doc);
  if (!body) return letter.source;
  // The division that holds the letter stays, with what it says of itself.
  const division = letter.doc.resolve(body.from).nodeAfter;
  const isDivision = division?.attrs.name === 'div';
  const place = isDivision
    ? { from: body.from + 1, to: body.from + division.nodeSize - 1 }
    : { from: body.from, to: body.to };
  const headings = isDivision ? division.children.filter(isHeading) : [];
  const paragraph = schema.node('textblock', { id: freshId(), name: 'p', attrs: {} });
  const slice = new Slice(Fragment.from([...headings, paragraph]), 0, 0);
  return applySteps(letter, [new ReplaceStep(place.from, place.to, slice)]).source;
}

/** Whether it is the number of a letter, or its title. */
function isHeading({ attrs }: Node): boolean {
  return attrs.name === 'head' && ['number', 'title'].includes(attrs.attrs.type);
}
