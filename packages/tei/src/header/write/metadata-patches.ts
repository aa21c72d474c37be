import { childElements, parseTree, type XmlElement } from '@chancery/xml';
import { at, attribute } from '../element-tree.js';
import type { DateType, LetterDate } from '../letter-metadata.js';
import { actionsOf, correspondentsOf, placesOf } from '../read-correspondence.js';
import { datesOf, readDate } from '../read-dates.js';
import { contextOf, notesOf, sourcesOf } from '../read-description.js';
import { headOfType, numberLabel, numberOf } from '../read-headings.js';
import { readingText } from '../reading-text.js';
import { attributePatch } from './attribute-patch.js';
import { CannotWrite } from './cannot-write.js';
import { attributesOfDate, dateAttributes } from './date-attributes.js';
import { descriptionPatches } from './description-patches.js';
import { removal } from './element-patch.js';
import { putBeside, putInto } from './header-part.js';
import { actionOf, type LetterFile, putIntoAction, removeFromAction } from './in-action.js';
import type { DateValue, MetadataEdit, NameValue } from './metadata-edit.js';
import { contributorPatches } from './revision-patches.js';
import type { SourcePatch } from './source-patch.js';
import { textPatch } from './text-patch.js';

/**
 * The patches of a letter's source that make it say something else of itself. Only the values and words that differ are
 * touched, and what is new is written as the file writes; everything else stays, comments included. Made from the end of the source
 * on, each patch leaves it well-formed, so that each can be a step of its own.
 *
 * @throws {CannotWrite} where the file has no place for it that can be written without touching more.
 * @throws {NoRootElement} when the source holds no element.
 */
export function metadataPatches(source: string, edit: MetadataEdit): SourcePatch[] {
  const tei = parseTree(source);
  const file = { source, tei };
  switch (edit.field) {
    case 'headerTitle':
      return writeHeaderTitle(file, edit.value);
    case 'number':
      return writeHead(file, numberOf(tei), edit.value, 'number');
    case 'title':
      return writeHead(file, headOfType(tei, 'title'), edit.value, 'title');
    case 'kind':
      return writeKind(file, edit.value);
    case 'language':
      return writeLanguage(file, edit.value);
    case 'textBasis':
      return writeTextBasis(file, edit.value);
    case 'date':
      return writeDate(file, edit.type, edit.index, edit.value);
    case 'places':
      return writePlace(file, edit);
    case 'sources':
      return writeSource(file, edit.index, edit.value);
    case 'context':
      return writeContext(file, edit.index, edit.value);
    case 'responsible':
      return contributorPatches(source, { name: edit.value, resp: 'editing' });
    case 'originalLanguage':
    case 'route':
    case 'supplied':
    case 'manuscripts':
    case 'witnesses':
      return descriptionPatches(source, tei, edit);
    case 'notes':
      return writeNote(file, edit.index, edit.value);
    default:
      return writeCorrespondent(file, edit);
  }
}

function writeHeaderTitle({ source, tei }: LetterFile, text: string): SourcePatch[] {
  const title = at(tei, 'teiHeader', 'fileDesc', 'titleStmt', 'title')[0];
  if (title) return textPatch(source, title, text);
  return [putInto(source, tei, ['fileDesc', 'titleStmt'], { name: 'title', content: text })];
}

function writeHead(
  { source }: LetterFile,
  head: XmlElement | undefined,
  text: string,
  what: string,
): SourcePatch[] {
  if (!head) throw new CannotWrite(`The letter has no head for its ${what}. Put one over it in the text.`);
  const label = what === 'number' ? (numberLabel.exec(readingText(head))?.[0] ?? '') : '';
  return textPatch(source, head, label + text);
}

function writeKind({ source, tei }: LetterFile, value: string): SourcePatch[] {
  const candidates = [...at(tei, 'text', 'body', 'div'), ...at(tei, 'text')];
  const place = candidates.find((element) => attribute(element, 'type')) ?? candidates[0];
  if (!place) throw new CannotWrite('The file has no text.');
  return attributePatch(source, place, 'type', value);
}

function writeLanguage({ source, tei }: LetterFile, value: string): SourcePatch[] {
  const text = at(tei, 'text')[0];
  const named = at(tei, 'teiHeader', 'profileDesc', 'langUsage', 'language');
  const bearer = [text, tei].find((element) => attribute(element, 'xml:lang') !== undefined);
  if (bearer) return attributePatch(source, bearer, 'xml:lang', value);
  if (named.length === 1 && named[0]) return attributePatch(source, named[0], 'ident', value);
  return attributePatch(source, text ?? tei, 'xml:lang', value);
}

function writeTextBasis(
  { source, tei }: LetterFile,
  value: { readonly text: string; readonly type?: string | undefined },
): SourcePatch[] {
  const note = at(tei, 'teiHeader', 'fileDesc', 'notesStmt', 'note').find(
    (candidate) => attribute(candidate, 'type') === 'text-basis',
  );
  if (note) {
    return [...attributePatch(source, note, 'subtype', value.type), ...textPatch(source, note, value.text)];
  }
  const attributes = { type: 'text-basis', subtype: value.type };
  return [putInto(source, tei, ['fileDesc', 'notesStmt'], { name: 'note', attributes, content: value.text })];
}

const ACTION: Readonly<Record<DateType, string>> = {
  sent: 'sent',
  received: 'received',
  signed: 'signed',
  handed: 'transmitted',
  transmitted: 'transmitted',
};

/** A date that the text and the header give alike stays alike in both. */
function writeDate(
  file: LetterFile,
  type: DateType,
  index: number | undefined,
  value: DateValue | null,
): SourcePatch[] {
  const { source, tei } = file;
  const dates = datesOf(tei).filter((date) => date.type === type);
  const shown = index === undefined ? undefined : dates.filter(({ shadowed }) => !shadowed)[index];
  if (!shown)
    return value
      ? [putIntoAction(file, ACTION[type], { name: 'date', attributes: attributesOfDate(value) }, type)]
      : [];
  const former = readDate(shown.element, type, undefined);
  const alike = dates.filter(
    ({ element, shadowed }) => shadowed && sameDate(readDate(element, type, undefined), former),
  );
  return [shown, ...alike].flatMap(({ element, line }) => {
    const inHeader = line === undefined && element.parent?.localName === 'correspAction';
    const words = readingText(element);
    if (!value && inHeader && (words === '' || words === former.when))
      return [removeFromAction(file, element)];
    const patches = dateAttributes(source, element, value ?? {});
    // Where the header gives the value in its words as well, they follow it.
    if (value?.when && words !== '' && words === former.when)
      patches.push(...textPatch(source, element, value.when));
    return patches;
  });
}

function sameDate(one: LetterDate, other: LetterDate): boolean {
  return one.when === other.when && one.notBefore === other.notBefore && one.notAfter === other.notAfter;
}

function writeCorrespondent(
  file: LetterFile,
  edit: Extract<MetadataEdit, { field: 'senders' | 'signatories' | 'addressees' | 'intermediaries' }>,
): SourcePatch[] {
  const { source, tei } = file;
  const { field, index, value } = edit;
  const named = correspondentsOf(tei, field);
  const place = index === undefined ? undefined : named[index];
  if (place) return value ? writeName(source, place, value) : [removeFromAction(file, place)];
  if (!value) return [];
  const last = named.at(-1);
  if (last?.localName === 'author' && last.parent) {
    const attributes = { ref: value.ref };
    return [putBeside(source, last.parent, { name: 'author', attributes, content: value.name })];
  }
  const action = {
    senders: 'sent',
    signatories: 'signed',
    addressees: 'received',
    intermediaries: 'transmitted',
  }[field];
  const type = field === 'senders' && last ? (attribute(actionOf(last), 'type') ?? action) : action;
  const attributes = { role: value.role, ref: value.ref };
  return [putIntoAction(file, type, { name: 'persName', attributes, content: value.name })];
}

function writePlace(file: LetterFile, edit: Extract<MetadataEdit, { field: 'places' }>): SourcePatch[] {
  const { source, tei } = file;
  const { index, value, action } = edit;
  const place = index === undefined ? undefined : actionsOf(tei).flatMap(placesOf)[index];
  if (place) return value ? writeName(source, place, value) : [removeFromAction(file, place)];
  if (!value) return [];
  return [
    putIntoAction(file, action, { name: 'placeName', attributes: { ref: value.ref }, content: value.name }),
  ];
}

function writeName(source: string, element: XmlElement, { name, ref, role }: NameValue): SourcePatch[] {
  const pointer =
    attribute(element, 'ref') === undefined && attribute(element, 'key') !== undefined ? 'key' : 'ref';
  return [
    ...attributePatch(source, element, pointer, ref),
    ...(role === undefined ? [] : attributePatch(source, element, 'role', role)),
    ...textPatch(source, element, name),
  ];
}

function writeSource(
  { source, tei }: LetterFile,
  index: number | undefined,
  text: string | null,
): SourcePatch[] {
  const place = index === undefined ? undefined : sourcesOf(tei)[index];
  if (!place) {
    if (text === null) return [];
    return [putInto(source, tei, ['fileDesc', 'sourceDesc'], { name: 'bibl', content: text })];
  }
  if (text !== null) return textPatch(source, place, text);
  if (place.parent && childElements(place.parent).length === 1)
    throw new CannotWrite('A file must name its source. Change the words instead.');
  return [removal(source, place)];
}

function writeContext(
  { source, tei }: LetterFile,
  index: number | undefined,
  value: Extract<MetadataEdit, { field: 'context' }>['value'],
): SourcePatch[] {
  const place = index === undefined ? undefined : contextOf(tei)[index];
  if (place && value) {
    return [
      ...attributePatch(source, place, 'type', value.type),
      ...attributePatch(source, place, 'target', value.target),
      ...(place.localName === 'ptr' ? [] : textPatch(source, place, value.text)),
    ];
  }
  if (place) return [removeFromAction({ source, tei }, place)];
  if (!value) return [];
  const name = value.text === '' ? 'ptr' : 'ref';
  const attributes = { type: value.type, target: value.target };
  const path = ['profileDesc', 'correspDesc', 'correspContext'];
  return [putInto(source, tei, path, { name, attributes, content: value.text })];
}

function writeNote(
  { source, tei }: LetterFile,
  index: number | undefined,
  value: Extract<MetadataEdit, { field: 'notes' }>['value'],
): SourcePatch[] {
  const place = index === undefined ? undefined : notesOf(tei)[index];
  if (place && value) {
    return [...attributePatch(source, place, 'type', value.type), ...textPatch(source, place, value.text)];
  }
  if (place) {
    const alone = place.parent && childElements(place.parent).length === 1;
    return [removal(source, (alone ? place.parent : undefined) ?? place)];
  }
  if (!value) return [];
  const attributes = { type: value.type };
  return [putInto(source, tei, ['fileDesc', 'notesStmt'], { name: 'note', attributes, content: value.text })];
}
