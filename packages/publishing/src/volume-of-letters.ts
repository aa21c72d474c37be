import { posix } from 'node:path';
import {
  type PublicationFacts,
  pageRenditions,
  readMetadata,
  readPublication,
  teiNamespace,
  usualPage,
} from '@chancery/tei';
import { checkWellFormed, escapeAttribute, escapeText, parseTree } from '@chancery/xml';
import type { EditionSource, TeiFile } from './edition-source.js';
import { folderOf, isAddress } from './order-edition.js';
import { reservedNames } from './parts/part-name.js';

/**
 * An edition of files that no volume lists, such as those of other projects: each is a document, in the order of their
 * dates. Elements in no namespace are read as TEI's. A file that is not well-formed is a document too: its source stands
 * there as text. What readers download is each file as it is. A character that the typeface lacks prints as its number:
 * nobody has been asked for a volume that could say so.
 *
 * @param title what the whole is called
 */
export function volumeOfLetters(files: readonly TeiFile[], title: string): EditionSource {
  const taken = new Set<string>(reservedNames);
  const letters = files.map((file) => readable(file)).sort(byDate);
  const addressed = letters.map(({ file }) => ({ ...file, id: addressOf(file, taken) }));
  return { volume: { path: volumePath(files), source: volume(addressed, title) }, letters: addressed };
}

interface Dated {
  readonly file: TeiFile;
  readonly day: string;
}

function readable(file: TeiFile): Dated {
  const fault = checkWellFormed(file.source);
  const bytes = file.bytes ?? new TextEncoder().encode(file.source);
  if (fault)
    return { file: { ...file, source: asText(file, `${fault.message} ${fault.advice}`), bytes }, day: '~' };
  const root = parseTree(file.source);
  const { date } = readMetadata(root);
  const day = date?.when ?? date?.notBefore ?? date?.notAfter ?? '~';
  if (root.namespace !== '') return { file, day };
  const tag = /^<[^\s/>]+/.exec(file.source.slice(root.start))?.[0] ?? '';
  const at = root.start + tag.length;
  const source = `${file.source.slice(0, at)} xmlns="${teiNamespace}"${file.source.slice(at)}`;
  return { file: { ...file, source, bytes }, day };
}

/** A document that shows the source of a file which is no XML. */
function asText({ path, source }: TeiFile, why: string): string {
  const legal = source.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
  const lines = legal.split(/\r\n?|\n/).map((line) => escapeText(line));
  return `<TEI xmlns="${teiNamespace}"><teiHeader><fileDesc><titleStmt><title>${escapeText(posix.basename(path))}</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><p>This file is not well-formed XML and stands here as it is written. ${escapeText(why)}</p><ab>${lines.join('<lb/>')}</ab></body></text></TEI>`;
}

function byDate(one: Dated, other: Dated): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1;
  return one.file.path < other.file.path ? -1 : 1;
}

/** Its `xml:id`, else the name of the file, else that with its folders, made such that it is an address and nobody else's. */
function addressOf({ path, source }: TeiFile, taken: Set<string>): string {
  const own = /<(?:\w+:)?TEI\b[^>]*?\sxml:id\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(source);
  const stem = path.replace(/(?:\.tei)?\.xml$/i, '');
  const safe = (name: string) => {
    const plain = name
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/[.-]+$/, '')
      .slice(0, 150);
    return /^[\p{L}_]/u.test(plain) ? plain : `letter-${plain}`;
  };
  const candidates = [own?.[1] ?? own?.[2] ?? '', safe(posix.basename(stem)), safe(stem)];
  const isFree = (name: string) => isAddress(name) && !taken.has(folderOf(name));
  let address = candidates.find(isFree);
  for (let count = 2; address === undefined; count += 1) address = [`${safe(stem)}-${count}`].find(isFree);
  taken.add(folderOf(address));
  return address;
}

/** A name that none of the files has. */
function volumePath(files: readonly TeiFile[]): string {
  const paths = new Set(files.map(({ path }) => path));
  let path = 'volume.xml';
  while (paths.has(path)) path = `the-${path}`;
  return path;
}

function volume(letters: readonly TeiFile[], title: string): string {
  const [first] = letters;
  const tei = first && parseTree(first.source);
  const facts = tei && readPublication(tei);
  const publishers = (facts?.publishers ?? []).map((name) => `<publisher>${escapeText(name)}</publisher>`);
  const statement =
    facts && publishers.length > 0 ? `${publishers.join('')}${availabilityOf(facts)}` : '<p/>';
  const language = tei && readMetadata(tei).language;
  const renditions = pageRenditions({ ...usualPage, missingGlyphs: 'warn' }).map(
    ({ scheme, selector, words }) =>
      `<rendition scheme="${scheme}" selector="${selector}">${words}</rendition>`,
  );
  const items = letters.map(({ path }) => `<item><ptr target="${escapeAttribute(path)}"/></item>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="${teiNamespace}"><teiHeader><fileDesc><titleStmt><title type="main">${escapeText(title)}</title></titleStmt><publicationStmt>${statement}</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc><encodingDesc><tagsDecl>${renditions.join('')}</tagsDecl></encodingDesc></teiHeader><text${language ? ` xml:lang="${escapeAttribute(language)}"` : ''}><body><div type="documents"><list type="documents">${items.join('')}</list></div></body></text></TEI>
`;
}

/** A licence may be named by its address alone. */
function availabilityOf({ availability, licence }: PublicationFacts): string {
  const words = escapeText(availability);
  if (licence === undefined) return words && `<availability><p>${words}</p></availability>`;
  return `<availability><licence target="${escapeAttribute(licence)}">${words}</licence></availability>`;
}
