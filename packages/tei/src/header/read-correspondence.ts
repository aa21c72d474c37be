import type { XmlElement } from '@chancery/xml';
import { at, attribute, within } from './element-tree.js';
import type { Correspondent, LetterPlace } from './letter-metadata.js';
import { namesInAction, placesInAction } from './names-in-action.js';
import { readingText } from './reading-text.js';

const ON_THE_WAY = new Set(['transmitted', 'redirected', 'forwarded']);

/** Who wrote to whom, through whom, from where: what `correspDesc` says. */
export interface Correspondence {
  readonly senders: readonly Correspondent[];
  readonly signatories: readonly Correspondent[];
  readonly addressees: readonly Correspondent[];
  readonly intermediaries: readonly Correspondent[];
  readonly places: readonly LetterPlace[];
}

/**
 * Reads `correspDesc` (TEI Guidelines, 2.4.6 Correspondence Description). A letter whose header names no sender has
 * those who signed it, else the authors of its title statement.
 */
export function readCorrespondence(tei: XmlElement): Correspondence {
  return {
    senders: correspondentsOf(tei, 'senders').map(readName),
    signatories: correspondentsOf(tei, 'signatories').map(readName),
    addressees: correspondentsOf(tei, 'addressees').map(readName),
    intermediaries: correspondentsOf(tei, 'intermediaries').map(readName),
    places: actionsOf(tei).flatMap((action) => placesOf(action).map((place) => readPlace(place, action))),
  };
}

/** The `correspAction`s of a letter. */
export function actionsOf(tei: XmlElement): XmlElement[] {
  return at(tei, 'teiHeader', 'profileDesc', 'correspDesc', 'correspAction');
}

/** The elements that name who had a part in the correspondence, in the order in which they are read. */
export function correspondentsOf(tei: XmlElement, part: keyof typeof parts): XmlElement[] {
  const header = at(tei, 'teiHeader')[0];
  for (const isOfPart of parts[part]) {
    const found = actionsOf(tei)
      .filter((action) => isOfPart(attribute(action, 'type') ?? ''))
      .flatMap((action) => outermost(action, namesInAction));
    const named = found.filter(saysSomething);
    if (named.length > 0) return named;
  }
  return part === 'senders' ? at(header, 'fileDesc', 'titleStmt', 'author').filter(saysSomething) : [];
}

const parts = {
  senders: [(type: string) => type === 'sent', (type: string) => type === 'signed'],
  signatories: [(type: string) => type === 'signed'],
  addressees: [(type: string) => type === 'received'],
  intermediaries: [(type: string) => ON_THE_WAY.has(type)],
} as const;

/** The elements that name the places of an action. */
export function placesOf(action: XmlElement): XmlElement[] {
  return outermost(action, placesInAction).filter(saysSomething);
}

function saysSomething(element: XmlElement): boolean {
  const { name, ref } = readName(element);
  return name !== '' || ref !== undefined;
}

function readName(element: XmlElement): Correspondent {
  const ref = attribute(element, 'ref') ?? attribute(element, 'key');
  const isBody = element.localName === 'orgName' ? { isBody: true as const } : {};
  return { name: readingText(element), ref, role: attribute(element, 'role'), ...isBody };
}

function readPlace(element: XmlElement, action: XmlElement): LetterPlace {
  const { name, ref } = readName(element);
  return { name, ref, action: attribute(action, 'type') };
}

/** Elements of these names, not those within another of them or within a place, nor what a note tells. */
function outermost(element: XmlElement, names: ReadonlySet<string>): XmlElement[] {
  const enter = ({ localName }: XmlElement) =>
    !names.has(localName) && !placesInAction.has(localName) && localName !== 'note';
  return [...within(element, enter)].filter(({ localName }) => names.has(localName));
}
