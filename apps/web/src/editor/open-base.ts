import { type OpenLetter, openLetter, schema } from '@chancery/prosemirror-tei';
import type { LetterDetail } from '@chancery/server/api';
import { Node } from 'prosemirror-model';

/** Opens the state that a letter is loaded from, with the instance ids that everybody has. */
export function openBase({ source, doc }: LetterDetail['base']): OpenLetter {
  return openLetter(source, doc === null ? {} : { adopt: Node.fromJSON(schema, doc) });
}
