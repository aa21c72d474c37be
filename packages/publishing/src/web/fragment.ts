import { Source } from '../transform/source.js';
import { type StylesheetMessage, transform } from '../transform/transform.js';
import { modelDocument } from './xml-writing.js';

/** A piece of the reading text as HTML, with what the stylesheet had to say of it. */
export interface Fragment {
  readonly html: string;
  readonly messages: readonly StylesheetMessage[];
}

const plan = modelDocument('calendar', { lang: 'en' });

/**
 * One element of TEI as the pages of the web edition show it, without a page around it: for looking at a piece by
 * itself. Notes of a volume’s series have no figure here.
 *
 * @param source a well-formed document whose root is the element.
 */
export function fragment(source: string): Fragment {
  const root = Source.parse(source);
  const parameters = { kind: 'fragment', volume: root, calendar: Source.parse(plan), here: '', root: '' };
  const { result, messages } = transform('web/page', root, parameters);
  return { html: result.trim(), messages };
}
