import { childElements, parseTree, type XmlElement } from '@chancery/xml';
import { textWithReferences } from '../references/read-references.js';
import { readRegisters } from '../registers/read-registers.js';
import type { RegisterKind } from '../registers/register.js';
import { documentsOf, readNumbering } from '../volume/documents-of.js';
import { readGeneratedParts } from '../volume/generated-parts.js';
import { readHouseStyle } from '../volume/read-house-style.js';
import { readNonExtant } from '../volume/read-non-extant.js';
import { readPageSetting } from '../volume/read-page-setting.js';
import { readSilentMethod } from '../volume/silent-method.js';
import { at, attribute, within } from './element-tree.js';
import { readLanguage } from './read-language.js';
import { readResponsible } from './read-responsible.js';
import { readingLines, readingText } from './reading-text.js';
import type {
  Endnote,
  ExcludedText,
  FrontPiece,
  RegisterEntry,
  TitlePagePart,
  VolumeMetadata,
} from './volume-metadata.js';

/**
 * Reads the file that holds a volume together: title, order of the documents, front matter, endnotes, registers, and
 * what of the source is left out. Any well-formed XML is accepted; what it does not say is undefined or empty.
 *
 * @param volume the source of a TEI file, or the root of its tree.
 * @throws {NoRootElement} when the source holds no element.
 */
export function readVolume(volume: string | XmlElement): VolumeMetadata {
  const tei = typeof volume === 'string' ? parseTree(volume) : volume;
  const header = at(tei, 'teiHeader')[0];
  const titles = at(header, 'fileDesc', 'titleStmt', 'title');
  const titleOfType = (type: string): string | undefined => {
    const title = titles.find((candidate) => attribute(candidate, 'type') === type);
    return title && readingText(title);
  };
  const registers = readRegisters(tei);
  const languages = at(header, 'profileDesc', 'langUsage', 'language').flatMap(
    (language) => attribute(language, 'ident') ?? [],
  );
  const entriesOf = (kind: RegisterKind): RegisterEntry[] =>
    registers
      .filter((entry) => entry.kind === kind)
      .map(({ id, names, description }) => ({ id, name: names[0] ?? '', note: description }));
  return {
    id: attribute(tei, 'xml:id'),
    title: titleOfType('main') ?? (titles[0] && readingText(titles[0])),
    volume: titleOfType('volume'),
    subtitle: titleOfType('sub'),
    titlePage: at(tei, 'text', 'front', 'titlePage').flatMap(readTitlePage),
    letters: documentsOf(tei).map(({ target, id, number, enclosedIn }) => ({
      target,
      id,
      ...(number === undefined ? {} : { number }),
      ...(enclosedIn === undefined ? {} : { enclosedIn }),
    })),
    numbering: readNumbering(tei),
    ...readHouseStyle(tei),
    page: readPageSetting(tei),
    responsible: readResponsible(tei),
    silentMethod: readSilentMethod(tei),
    generated: readGeneratedParts(tei),
    nonExtant: readNonExtant(tei),
    front: at(tei, 'text', 'front').flatMap(childElements).flatMap(readFrontPiece),
    back: at(tei, 'text', 'back').flatMap(childElements).flatMap(readFrontPiece),
    endnotes: at(tei, 'text', 'back').flatMap(readEndnotes),
    persons: entriesOf('persons'),
    places: entriesOf('places'),
    organisations: entriesOf('organisations'),
    bibliography: entriesOf('bibliography'),
    excluded: at(header, 'encodingDesc', 'samplingDecl').flatMap(readExcluded),
    language: readLanguage(tei) ?? languages[0],
    languages,
  };
}

function readTitlePage(titlePage: XmlElement): TitlePagePart[] {
  const parts: TitlePagePart[] = [];
  for (const element of within(titlePage)) {
    if (element.localName === 'titlePart') {
      parts.push({ type: attribute(element, 'type') ?? 'main', lines: readingLines(element) });
    } else if (element.localName === 'docImprint') {
      parts.push({ type: 'imprint', lines: readingLines(element) });
    }
  }
  return parts;
}

function readFrontPiece(element: XmlElement): FrontPiece[] {
  const kinds: Readonly<Record<string, string | undefined>> = {
    titlePage: 'title-page',
    div: attribute(element, 'type'),
    divGen: attribute(element, 'type'),
  };
  if (!(element.localName in kinds)) return [];
  const head = at(element, 'head')[0];
  return [
    {
      id: attribute(element, 'xml:id'),
      kind: kinds[element.localName],
      title: (head && readingText(head)) || undefined,
    },
  ];
}

function readEndnotes(back: XmlElement): Endnote[] {
  const notes = [...within(back)].filter(
    (element) => element.localName === 'note' && attribute(element, 'type') === 'endnote',
  );
  return notes.map((note) => {
    const gap = [...within(note)].find(({ localName }) => localName === 'gap');
    return {
      id: attribute(note, 'xml:id'),
      n: attribute(note, 'n'),
      text: textWithReferences(note) || undefined,
      gap: gap && (attribute(gap, 'reason') ?? ''),
    };
  });
}

function readExcluded(samplingDecl: XmlElement): ExcludedText[] {
  const lists = [...within(samplingDecl)].filter(
    (element) => element.localName === 'list' && attribute(element, 'type') === 'excluded',
  );
  return lists
    .flatMap((list) => at(list, 'item'))
    .map((item) => {
      const quote = at(item, 'quote')[0];
      const reason = at(item, 'note').find((note) => attribute(note, 'type') === 'reason');
      return {
        id: attribute(item, 'xml:id'),
        text: quote ? readingText(quote) : '',
        reason: reason ? readingText(reason) : '',
      };
    });
}
