import type { XmlElement } from '@chancery/xml';
import { at, attribute, within } from './element-tree.js';
import type { Correspondent, LetterPlace } from './letter-metadata.js';
import { readingText } from './reading-text.js';

const NAMES = new Set(['persName', 'orgName', 'name', 'rs']);
const PLACES = new Set(['placeName', 'settlement']);
const ON_THE_WAY = new Set(['transmitted', 'redirected', 'forwarded']);

/** Who wrote to whom, through whom, from where: what `correspDesc` says. */
export interface Correspondence {
  readonly senders: readonly Correspondent[];
  readonly addressees: readonly Correspondent[];
  readonly intermediaries: readonly Correspondent[];
  readonly places: readonly LetterPlace[];
}

/**
 * Reads `correspDesc` (TEI Guidelines, 2.4.6 Correspondence Description). A letter whose header names no sender has
 * those who signed it, else the authors of its title statement.
 */
export function readCorrespondence(tei: XmlElement): Correspondence {
  const header = at(tei, 'teiHeader')[0];
  const actions = at(header, 'profileDesc', 'correspDesc', 'correspAction');
  const ofType = (test: (type: string) => boolean): Correspondent[] =>
    actions.filter((action) => test(attribute(action, 'type') ?? '')).flatMap(readNames);
  const senders = [
    () => ofType((type) => type === 'sent'),
    () => ofType((type) => type === 'signed'),
    () => at(header, 'fileDesc', 'titleStmt', 'author').flatMap(readName),
  ];
  return {
    senders: senders.map((read) => read()).find((found) => found.length > 0) ?? [],
    addressees: ofType((type) => type === 'received'),
    intermediaries: ofType((type) => ON_THE_WAY.has(type)),
    places: actions.flatMap(readPlaces),
  };
}

function readNames(action: XmlElement): Correspondent[] {
  return outermost(action, NAMES).flatMap(readName);
}

function readName(element: XmlElement): Correspondent[] {
  const name = readingText(element);
  const ref = attribute(element, 'ref') ?? attribute(element, 'key');
  return name || ref ? [{ name, ref, role: attribute(element, 'role') }] : [];
}

function readPlaces(action: XmlElement): LetterPlace[] {
  return outermost(action, PLACES).flatMap((element) => {
    const name = readingText(element);
    const ref = attribute(element, 'ref') ?? attribute(element, 'key');
    return name || ref ? [{ name, ref, action: attribute(action, 'type') }] : [];
  });
}

/** Elements of these names, not those within another of them, nor what a note tells. */
function outermost(element: XmlElement, names: ReadonlySet<string>): XmlElement[] {
  const enter = ({ localName }: XmlElement) => !names.has(localName) && localName !== 'note';
  return [...within(element, enter)].filter(({ localName }) => names.has(localName));
}
