import type { EditionDetail, LetterRow, PublicationAnswer } from '@chancery/server/api';
import type { Endnote, FrontPiece, VolumeMetadata } from '@chancery/tei';
import { dateWord } from '../letters/date-word.js';
import type { LetterLine } from '../letters/letter-line.js';
import { titleCase, withoutCapitals } from '../letters/title-case.js';

/** A volume as the desk shows it: the server's list of letters, and what the volume's own file says. */
export interface Volume {
  id: string;
  /** What it is called in few words: “Volume Two”. */
  label: string;
  /** The line over its title, the title, and the line under it. */
  over: string;
  title: string;
  span: string;
  role: string;
  mayPublish: boolean;
  maySetSchemas: boolean;
  mayManageMembers: boolean;
  mayReadLog: boolean;
  publication: PublicationAnswer | null;
  /** The calendar: pieces of the front matter, letters, endnotes. */
  lines: readonly LetterLine[];
  /** One line a file, in the order of the volume. */
  letters: readonly LetterLine[];
  /** Files that are not well-formed XML and so no letters yet. */
  toMend: EditionDetail['toMend'];
  endnotes: readonly Endnote[];
  persons: VolumeMetadata['persons'];
  dateRule: VolumeMetadata['dateRule'];
  dateStyle: VolumeMetadata['dateStyle'];
  places: VolumeMetadata['places'];
  organisations: VolumeMetadata['organisations'];
  bibliography: VolumeMetadata['bibliography'];
}

/** Puts a volume together from its list of letters and the metadata of its own file, where it has one. */
export function toVolume(edition: EditionDetail, metadata: VolumeMetadata | undefined): Volume {
  const file = edition.letters.find((row) => row.kind === 'front');
  const letters = withTheirLetters(edition.letters.filter((row) => row !== file).map(letterLine));
  const endnotes = metadata?.endnotes ?? [];
  const front = file ? (metadata?.front ?? []).flatMap((piece) => frontLine(piece, file, metadata)) : [];
  const notes = file && endnotes.length > 0 ? [notesLine(endnotes, file)] : [];
  const numbered = letters.filter((line) => line.number !== '');
  const [first, last] = [numbered[0]?.number, numbered.at(-1)?.number];
  const label = metadata?.volume ?? edition.title;
  const range = first === undefined ? '' : first === last ? `No. ${first}` : `Nos. ${first}–${last}`;
  return {
    id: edition.id,
    label,
    over: [label, range].filter(Boolean).join(', '),
    title: (metadata?.subtitle ?? edition.title).replace(/\s*\([^)]*\)\s*$/u, ''),
    span: [partOf(metadata, 'dates').replace(/^\(|\)$/gu, ''), imprint(metadata)].filter(Boolean).join('. '),
    role: edition.role.replaceAll('-', ' '),
    mayPublish: edition.may.publish,
    maySetSchemas: edition.may.setSchemas,
    mayManageMembers: edition.may.manageMembers,
    mayReadLog: edition.may.readLog,
    publication: edition.publication,
    lines: [...front, ...letters, ...notes],
    letters: [...(file ? [{ ...wholeFile(file), title: 'Front matter and notes' }] : []), ...letters],
    toMend: edition.toMend,
    endnotes,
    persons: metadata?.persons ?? [],
    dateRule: metadata?.dateRule ?? [],
    dateStyle: metadata?.dateStyle,
    places: metadata?.places ?? [],
    organisations: metadata?.organisations ?? [],
    bibliography: metadata?.bibliography ?? [],
  };
}

/** Enclosures stand in the group of the letter that they belong to, whatever their date. */
function withTheirLetters(lines: readonly LetterLine[]): LetterLine[] {
  const groups = new Map<string, string>();
  return lines.map((line) => {
    const group = (line.enclosedIn === null ? undefined : groups.get(line.enclosedIn)) ?? line.group;
    groups.set(line.name, group);
    return { ...line, group };
  });
}

function letterLine(row: LetterRow): LetterLine {
  const { date } = row;
  return {
    ...wholeFile(row),
    group: date?.when?.slice(0, 4) ?? 'Undated',
    number: row.number?.text ?? '',
    numberSupplied: row.number?.supplied ?? false,
    title: titleCase(row.title.text),
    titleSupplied: row.title.supplied,
    dateWord: date ? dateWord(date.type) : '',
    date: date?.printed || date?.when || '',
    when: date?.when ?? '',
    incipit: row.incipit,
  };
}

function wholeFile(row: LetterRow): LetterLine {
  return {
    id: row.id,
    name: row.name,
    path: row.path,
    enclosedIn: row.enclosedIn,
    group: 'Front matter',
    number: '',
    numberSupplied: false,
    title: titleCase(row.title.text),
    titleSupplied: false,
    dateWord: '',
    date: '',
    when: '',
    incipit: row.incipit,
    stage: row.stage,
    errors: (row.findings?.errors ?? 0) + row.deadReferences,
    warnings: row.findings?.warnings ?? 0,
    checked: row.findings !== null,
    updatedAt: row.updatedAt,
  };
}

function frontLine(piece: FrontPiece, file: LetterRow, metadata: VolumeMetadata | undefined): LetterLine[] {
  const line = { ...wholeFile(file), ...(piece.id === undefined ? {} : { anchor: piece.id }) };
  const heading = withoutCapitals(piece.title ?? '');
  switch (piece.kind) {
    case 'contents':
      // A generated piece has no text of its own to edit.
      return [];
    case 'title-page': {
      const date = partOf(metadata, 'imprint').match(/\d{4}/u)?.[0] ?? '';
      return [{ ...line, title: 'Title page', date, incipit: metadata?.title ?? '' }];
    }
    case 'commission':
      return [{ ...line, title: 'Commission', incipit: heading }];
    default:
      return [{ ...line, title: heading || (piece.kind ?? ''), incipit: '' }];
  }
}

function notesLine(endnotes: readonly Endnote[], file: LetterRow): LetterLine {
  const figures = endnotes.length === 1 ? 'Endnote 1' : `Endnotes 1–${endnotes.length}`;
  const wanting = endnotes.filter((note) => note.text === undefined).length;
  const anchor = endnotes[0]?.id;
  return {
    ...wholeFile(file),
    ...(anchor === undefined ? {} : { anchor }),
    group: 'Notes',
    title: figures,
    incipit:
      wanting === 0
        ? ''
        : `The text of ${wanting === endnotes.length ? 'all' : wanting} is wanting in the source`,
  };
}

function partOf(metadata: VolumeMetadata | undefined, type: string): string {
  return metadata?.titlePage.find((part) => part.type === type)?.lines.join(' ') ?? '';
}

function imprint(metadata: VolumeMetadata | undefined): string {
  const words = partOf(metadata, 'imprint');
  return words === '' ? '' : `Copy-text: ${withoutCapitals(words)}`;
}
