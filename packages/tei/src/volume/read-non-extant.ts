import type { XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../header/element-tree.js';
import type { Correspondent } from '../header/letter-metadata.js';
import { readDateValue } from '../header/read-dates.js';
import { readingText } from '../header/reading-text.js';
import type { NonExtantMessage } from '../header/volume-metadata.js';

/** The lists of the back matter that hold the register of messages that were not found. */
export function nonExtantLists(tei: XmlElement): XmlElement[] {
  return at(tei, 'text', 'back')
    .flatMap((back) => [...within(back)])
    .filter((list) => list.localName === 'list' && attribute(list, 'type') === 'non-extant');
}

/** The register: each `item` names who wrote to whom by `@role`, the date, and its evidence in a `bibl`. */
export function readNonExtant(tei: XmlElement): NonExtantMessage[] {
  return nonExtantLists(tei)
    .flatMap((list) => at(list, 'item'))
    .map((item) => {
      const parts = [...within(item, ({ localName }) => localName !== 'bibl')];
      const named = (role: string): Correspondent[] =>
        parts
          .filter((part) => attribute(part, 'role') === role)
          .map((part) => ({ name: readingText(part), ref: attribute(part, 'ref') }));
      const date = parts.find(({ localName }) => localName === 'date');
      const evidence = parts.find(({ localName }) => localName === 'bibl');
      return {
        id: attribute(item, 'xml:id'),
        senders: named('sender'),
        addressees: named('addressee'),
        date: date && readDateValue(date),
        evidence: evidence ? readingText(evidence) : '',
      };
    });
}
