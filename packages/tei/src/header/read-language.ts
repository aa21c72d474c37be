import type { XmlElement } from '@chancery/xml';
import { at, attribute } from './element-tree.js';

/** The language of the text: its own `@xml:lang`, else that of the file, else the only one that the header names. */
export function readLanguage(tei: XmlElement): string | undefined {
  const own = attribute(at(tei, 'text')[0], 'xml:lang') ?? attribute(tei, 'xml:lang');
  if (own) return own;
  const named = at(tei, 'teiHeader', 'profileDesc', 'langUsage', 'language');
  return named.length === 1 ? attribute(named[0], 'ident') : undefined;
}
