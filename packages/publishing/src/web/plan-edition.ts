import { setImmediate } from 'node:timers/promises';
import { escapeAttribute, parseTree, type XmlElement } from '@chancery/xml';
import type { TeiFile } from '../edition-source.js';
import type { OrderedEdition } from '../order-edition.js';
import { PublishError } from '../publish-error.js';
import { SourceError } from '../transform/gate.js';
import { Source } from '../transform/source.js';
import { type Computed, compute, transform } from '../transform/transform.js';

/** What the pages of an edition must know of one another, read and computed once for all parts that are made of pages. */
export interface PlannedEdition {
  readonly volume: Source;
  /** The plan as the stylesheets read it; see xslt/web/modules/calendar.xsl. */
  readonly calendar: Source;
  /** What pages look up in the volume and in the plan, as maps. */
  readonly lookup: Computed;
  /** The documents that are there, in their order; parsed as far as memory allows. */
  readonly present: readonly PresentDocument[];
  /** The title of the volume. */
  readonly title: string;
  /** Its main language. */
  readonly language: string;
  /** Slugs of the pages beside the documents’, in the order of reading. */
  readonly pages: readonly string[];
  /** Those of them that stand before the documents. */
  readonly front: ReadonlySet<string>;
  /** What progress calls a document, and a page its heading. */
  readonly labels: ReadonlyMap<string, string>;
  /** Endnotes that no document calls. */
  readonly uncalled: readonly string[];
}

export interface PresentDocument {
  readonly id: string;
  readonly file: TeiFile;
  readonly parsed: Source | undefined;
}

const calendarNamespace = 'urn:chancery:calendar';

/**
 * How much of the documents stays parsed from the making of the plan to that of the pages, in characters of source. A
 * parsed one takes about eight bytes a character. What is beyond is parsed again.
 */
const keptParsed = 8_000_000;

const planned = new WeakMap<OrderedEdition, Promise<PlannedEdition>>();

/**
 * The plan of an edition, made once for all that is made of it.
 *
 * @throws {PublishError} `unreadable`
 */
export function planEdition(edition: OrderedEdition, signal?: AbortSignal): Promise<PlannedEdition> {
  const known = planned.get(edition);
  if (known) return known;
  const made = makePlan(edition, signal);
  planned.set(edition, made);
  return made;
}

async function makePlan(edition: OrderedEdition, signal: AbortSignal | undefined): Promise<PlannedEdition> {
  const volume = readSource(edition.volume);
  const entries: string[] = [];
  const present: PresentDocument[] = [];
  let kept = 0;
  for (const { id, file } of edition.documents) {
    if (file) {
      const source = readSource(file);
      kept += file.source.length;
      present.push({ id, file, parsed: kept <= keptParsed ? source : undefined });
      entries.push(transform('web/plan', source, { id }).result);
    } else {
      entries.push(
        `<c:entry id="${escapeAttribute(id)}" state="preparation" title="${escapeAttribute(id)}"/>`,
      );
    }
    await breathe(signal);
  }
  const list = Source.parse(`<c:entries xmlns:c="${calendarNamespace}">${entries.join('')}</c:entries>`);
  const result = transform('web/plan', volume, { entries: list }).result;
  const calendar = Source.parse(result);
  return {
    volume,
    calendar,
    lookup: compute('web/plan', volume, { calendar }),
    present,
    ...readPlan(result),
  };
}

/** @throws {PublishError} `unreadable` */
export function readSource({ path, source }: TeiFile): Source {
  try {
    return Source.parse(source);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { message, advice, line, column } = error;
    throw new PublishError(
      'unreadable',
      `${message} ${advice}`,
      { file: path, line, column },
      { cause: error },
    );
  }
}

/** Lets the process breathe, so that editors are served and files written while an edition is made. */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}

function readPlan(calendar: string): Omit<PlannedEdition, 'volume' | 'calendar' | 'lookup' | 'present'> {
  const children = (element: XmlElement) => element.children.filter((child) => child.type === 'element');
  const root = parseTree(calendar);
  const parts = children(root).flatMap(children);
  const of = (name: string) => parts.filter(({ localName }) => localName === name);
  const first = parts.findIndex(({ localName }) => localName === 'entry');
  const slugOf = (page: XmlElement) => attribute(page, 'slug');
  return {
    title: attribute(root, 'title'),
    language: attribute(root, 'lang'),
    pages: of('page').map(slugOf),
    front: new Set(
      parts
        .slice(0, first === -1 ? undefined : first)
        .filter(({ localName }) => localName === 'page')
        .map(slugOf),
    ),
    labels: new Map([
      ...of('entry').map((entry): [string, string] => [
        attribute(entry, 'id'),
        attribute(entry, 'number') || attribute(entry, 'title'),
      ]),
      ...of('page').map((page): [string, string] => [slugOf(page), attribute(page, 'label')]),
    ]),
    uncalled: of('note')
      .filter((note) => children(note).length === 0)
      .map((note) => attribute(note, 'id')),
  };
}

function attribute(element: XmlElement, name: string): string {
  return element.attributes.find((candidate) => candidate.name === name)?.value ?? '';
}
