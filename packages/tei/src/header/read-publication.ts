import type { XmlElement } from '@chancery/xml';
import { at, attribute, within } from './element-tree.js';
import { isResponsibleName } from './read-responsible.js';
import { readingText } from './reading-text.js';

/** What a header says of how its text is published. Whatever it does not say is undefined or empty. */
export interface PublicationFacts {
  /**
   * Who edits it: the editors of the title statement, else those of whom its statements of responsibility say so, else all
   * whom these name.
   */
  readonly editors: readonly string[];
  /** Who publishes it: publishers, distributors, authorities. */
  readonly publishers: readonly string[];
  /** The place of publication. */
  readonly place?: string | undefined;
  /** Its digital object identifier, without the address of the resolver. */
  readonly doi?: string | undefined;
  /** Where it is served, as it is written. */
  readonly address?: string | undefined;
  /** Identifiers that it had before, by which it may still be cited: `idno` of the type “former”. */
  readonly formerIds: readonly string[];
  /** The day of the publication, else the latest that the header tells a change of: `1957`, `2026-11-28`. */
  readonly date?: string | undefined;
  /** Under which licence it may be used: its address. */
  readonly licence?: string | undefined;
  /** The same in words. */
  readonly availability: string;
  /** The copy-text, the first of the sources. */
  readonly source?: string | undefined;
}

/**
 * Reads how a volume, or a letter, is published: its title, publication and source statements (TEI Guidelines, 2.2 The File
 * Description).
 */
export function readPublication(tei: XmlElement): PublicationFacts {
  const [file] = at(tei, 'teiHeader', 'fileDesc');
  const words = (...path: readonly string[]) =>
    at(file, ...path)
      .map(readingText)
      .filter(Boolean);
  const [statement] = at(file, 'publicationStmt');
  const parts = statement ? [...within(statement)] : [];
  const of = (...names: readonly string[]) => parts.filter(({ localName }) => names.includes(localName));
  const number = (type: RegExp) => of('idno').find((idno) => type.test(attribute(idno, 'type') ?? ''));
  const [url, doi] = [number(/^ur[li]$/i), number(/^doi$/i)];
  const [dated] = of('date');
  const editors = [...words('titleStmt', 'editor'), ...words('titleStmt', 'principal')];
  const [available] = at(statement, 'availability');
  const [licence] = of('licence');
  return {
    editors: editors.length > 0 ? editors : responsible(file),
    publishers: of('publisher', 'distributor', 'authority').map(readingText).filter(Boolean),
    place: of('pubPlace').map(readingText)[0],
    doi: doi && readingText(doi).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, ''),
    address: url && readingText(url),
    formerIds: of('idno')
      .filter((idno) => attribute(idno, 'type') === 'former')
      .map(readingText)
      .filter(Boolean),
    date: dated ? (attribute(dated, 'when') ?? attribute(dated, 'to')) : lastChange(tei),
    licence: attribute(licence, 'target')?.split(' ')[0],
    availability: available ? readingText(available) : '',
    source: words('sourceDesc', 'bibl')[0],
  };
}

function responsible(file: XmlElement | undefined): string[] {
  const statements = at(file, 'titleStmt', 'respStmt');
  const edited = statements.filter((each) =>
    at(each, 'resp').some((resp) => /^edit/i.test(readingText(resp))),
  );
  return (edited.length > 0 ? edited : statements)
    .flatMap(({ children }) => children)
    .flatMap((child) => (child.type === 'element' && isResponsibleName(child) ? [readingText(child)] : []));
}

function lastChange(tei: XmlElement): string | undefined {
  const [revisions] = at(tei, 'teiHeader', 'revisionDesc');
  if (!revisions) return undefined;
  const days = [...within(revisions)].flatMap((change) => attribute(change, 'when') ?? []);
  return days.sort().at(-1);
}
