import { escapeText, parseTree, type XmlElement } from '@chancery/xml';
import { at, attribute } from '../header/element-tree.js';
import type { LetterDate, LetterNumber } from '../header/letter-metadata.js';
import { readDates, readDateValue } from '../header/read-dates.js';
import { headOfType, numberOf, readNumber } from '../header/read-headings.js';
import type { DatePlace, PrintedDate, VolumeMetadata } from '../header/volume-metadata.js';
import { CannotWrite } from '../header/write/cannot-write.js';
import { insertion, type NewElement, removal } from '../header/write/element-patch.js';
import { putInto } from '../header/write/header-part.js';
import type { SourcePatch } from '../header/write/source-patch.js';
import { patched } from '../header/write/source-patch.js';
import { textPatch } from '../header/write/text-patch.js';
import { writtenDate } from './written-date.js';

/** Another document that a document is printed with a word of. */
export interface Neighbour {
  /** “Enclosed with”, “Referred to in”. */
  readonly words: string;
  /** The pointer to its file. */
  readonly target: string;
}

/** What a volume makes of a document. */
export interface InVolume {
  /** The number that it bears there; undefined for none. */
  readonly number: LetterNumber | undefined;
  readonly neighbours?: readonly Neighbour[];
}

/**
 * A document's source as the volume prints it: under the number that it has there, with the date that the volume's rule
 * asks for where only the header gives it, and with what else of the volume is told of it. Line ends are as they were, so that
 * a line of the one is the same line of the other. Any well-formed XML is accepted; what has no place for something
 * is printed without it.
 *
 * @param parse reads a source; who reads the same source more than once may keep its tree
 */
export function asPrinted(
  source: string,
  volume: VolumeMetadata,
  inVolume: InVolume,
  parse: typeof parseTree = parseTree,
): string {
  const neighbours = inVolume.neighbours ?? [];
  return [
    (now: string) => datePatches(now, parse, volume),
    (now: string) => headerDatePatches(now, parse, volume),
    ...neighbours.map((neighbour) => (now: string) => neighbourPatches(now, parse, neighbour)),
  ].reduce(
    (now, patchesOf) => withPatches(now, patchesOf),
    numberedAsInVolume(source, volume, inVolume.number, parse),
  );
}

/** A document's source under the number that it has in the volume, and nothing else of it other than it was. */
export function numberedAsInVolume(
  source: string,
  volume: Pick<VolumeMetadata, 'numbering'>,
  number: LetterNumber | undefined,
  parse: typeof parseTree = parseTree,
): string {
  return withPatches(source, (now) => numberPatches(now, parse, volume, number));
}

function withPatches(source: string, patchesOf: (source: string) => SourcePatch[]): string {
  try {
    const patches = patchesOf(source);
    if (patches.length === 0) return source;
    return patched(
      source,
      patches.map((patch) => ({ ...patch, text: patch.text.replaceAll(/[\r\n]+[ \t]*/g, '') })),
    );
  } catch (error) {
    if (error instanceof CannotWrite) return source;
    throw error;
  }
}

function numberPatches(
  source: string,
  parse: typeof parseTree,
  volume: Pick<VolumeMetadata, 'numbering'>,
  number: LetterNumber | undefined,
): SourcePatch[] {
  if (volume.numbering === 'as-written' && number === undefined) return [];
  const tei = parse(source);
  const head = headOfType(tei, 'number');
  const place = numberOf(tei);
  if (!number) return head ? [inOneLine(source, removal(source, head))] : [];
  const borne = readNumber(tei);
  if (!head || !place) {
    const division = at(tei, 'text', 'body', 'div')[0] ?? at(tei, 'text', 'body')[0];
    const element = { name: 'head', attributes: { type: 'number' }, content: `No. ${number.text}` };
    return division ? [insertion(source, division, element, () => false)] : [];
  }
  if (borne?.text === number.text) return [];
  const label = place === head && borne === undefined ? 'No. ' : labelOf(source, place);
  const named = borne ? headerNumberPatches(source, tei, borne.text, number.text) : [];
  return [...named, ...textPatch(source, place, label + number.text)];
}

/** The number with which the header's title begins, where that is the one that the document bears: “No. [5]. Aide-Memoire”. */
function headerNumberPatches(source: string, tei: XmlElement, borne: string, number: string): SourcePatch[] {
  const title = at(tei, 'teiHeader', 'fileDesc', 'titleStmt', 'title')[0];
  if (!title) return [];
  const [begin = ''] =
    /^\s*(?:No\.?|Nr\.?|N°|№)\s*\[?/i.exec(source.slice(title.contentStart, title.contentEnd)) ?? [];
  const start = title.contentStart + begin.length;
  const end = start + borne.length;
  const isIt = begin !== '' && source.slice(start, end) === borne && !/\w/.test(source.charAt(end));
  return isIt ? [{ start, end, text: escapeText(number) }] : [];
}

/** What stands before the figure in the element that holds it. */
function labelOf(source: string, place: XmlElement): string {
  const words = source.slice(place.contentStart, place.contentEnd);
  return /^\s*((?:No\.?|Nr\.?|N°|№)\s*)/i.exec(words)?.[1] ?? '';
}

/** Taken out without its line, which stays as an empty one. */
function inOneLine(source: string, patch: SourcePatch): SourcePatch {
  const ends = /^[\r\n]+[ \t]*/.exec(source.slice(patch.start, patch.end))?.[0].length ?? 0;
  return { ...patch, start: patch.start + ends };
}

const words = {
  sent: 'Sent on',
  received: 'Received on',
  handed: 'Handed on',
  transmitted: 'Transmitted on',
  signed: '',
} as const;

/**
 * The date that the volume's rule prints of a letter, and where; undefined where the letter has none of those, or the volume
 * no rule.
 */
function printedDateOf(
  dates: readonly LetterDate[],
  rule: readonly PrintedDate[],
): (PrintedDate & { readonly date: LetterDate }) | undefined {
  for (const sentence of rule) {
    const date = dates.find(({ type }) => type === sentence.type);
    if (date) return { ...sentence, date };
  }
  return undefined;
}

/** The line of a date that the volume prints out of the header, and where; undefined where the text has it, or there is none. */
export function printedDateLine(
  dates: readonly LetterDate[],
  volume: Pick<VolumeMetadata, 'dateRule' | 'dateStyle'>,
): { readonly line: string; readonly place: DatePlace } | undefined {
  const generated = generatedDate(dates, volume);
  if (!generated) return undefined;
  const { type, place, text } = generated;
  return { line: `${words[type]} ${text}`.trim(), place };
}

/** A date as lists and generated lines have it: as it is worded, else in the style of the house. */
export function listedDate(date: LetterDate, dateStyle?: string): string {
  return date.printed !== '' && date.printed !== date.when ? date.printed : writtenDate(date, dateStyle);
}

/** The date that is printed from the header alone, in words. */
function generatedDate(
  dates: readonly LetterDate[],
  { dateRule, dateStyle }: Pick<VolumeMetadata, 'dateRule' | 'dateStyle'>,
) {
  const printed = printedDateOf(dates, dateRule);
  // What stands in the text prints as it stands there.
  if (!printed || printed.date.line !== undefined) return undefined;
  const text = listedDate(printed.date, dateStyle);
  return text === '' ? undefined : { ...printed, text };
}

function datePatches(source: string, parse: typeof parseTree, volume: VolumeMetadata): SourcePatch[] {
  if (volume.dateRule.length === 0) return [];
  const tei = parse(source);
  const generated = generatedDate(readDates(tei), volume);
  const division = at(tei, 'text', 'body', 'div')[0];
  if (!generated || !division) return [];
  const { date, type, place, text } = generated;
  const { when, notBefore, notAfter } = date;
  const element: NewElement = {
    name: 'date',
    attributes: { type, when, notBefore, notAfter },
    content: text,
  };
  const before = words[type] === '' ? [] : [`${words[type]} `];
  const dateline: NewElement = { name: 'dateline', content: [...before, element] };
  if (place === 'under-number') {
    const isNumber = (child: XmlElement) =>
      child.localName === 'head' && attribute(child, 'type') === 'number';
    return [insertion(source, division, dateline, isNumber)];
  }
  const closer = at(division, 'closer').at(-1);
  if (closer) return [insertion(source, closer, dateline)];
  return [insertion(source, division, { name: 'closer', content: [dateline] })];
}

/** The header's dates without words, in the words of the house: lists and descriptions of the letter show them. */
function headerDatePatches(
  source: string,
  parse: typeof parseTree,
  { dateStyle }: Pick<VolumeMetadata, 'dateStyle'>,
): SourcePatch[] {
  if (dateStyle === undefined) return [];
  const actions = at(parse(source), 'teiHeader', 'profileDesc', 'correspDesc', 'correspAction');
  return actions
    .flatMap((action) => at(action, 'date'))
    .flatMap((date) => {
      const { printed, ...value } = readDateValue(date);
      return printed === '' ? textPatch(source, date, writtenDate(value, dateStyle)) : [];
    });
}

function neighbourPatches(
  source: string,
  parse: typeof parseTree,
  { words: text, target }: Neighbour,
): SourcePatch[] {
  const path = ['profileDesc', 'correspDesc', 'correspContext'];
  return [putInto(source, parse(source), path, { name: 'ref', attributes: { target }, content: text })];
}
