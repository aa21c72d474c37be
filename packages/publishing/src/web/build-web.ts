import { setImmediate } from 'node:timers/promises';
import { escapeAttribute, parseTree, type XmlElement } from '@chancery/xml';
import type { TeiFile } from '../edition-source.js';
import { footnotesOf } from '../footnotes-of.js';
import { checkAddresses, type OrderedEdition } from '../order-edition.js';
import { placeInSource } from '../place-in-source.js';
import { PublishError } from '../publish-error.js';
import type { PublishWarning } from '../publish-report.js';
import { SourceError } from '../transform/gate.js';
import { Source } from '../transform/source.js';
import { compute, type ParameterValue, type StylesheetMessage, transform } from '../transform/transform.js';
import { writeAssets } from './write-assets.js';
import { WriteQueue } from './write-queue.js';

export interface WebOptions {
  /** Whether the pages offer the volume’s PDF, `volume.pdf`. */
  readonly pdf: boolean;
  /** Takes one file of the edition; the path is relative, with slashes. Called for several files at once. */
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  /** Called after each document’s page. */
  readonly onLetter?: (label: string) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface BuiltWeb {
  readonly pages: number;
  readonly warnings: readonly PublishWarning[];
}

const calendarNamespace = 'urn:chancery:calendar';

/** Folders of the edition that no part of front or back matter may take. */
const reserved = ['letters', 'assets'];

/** How many files are written at once: enough that making pages never waits for a disk that is not slow itself. */
const filesAtOnce = 32;

/**
 * How much of the documents stays parsed from the making of the plan to that of the pages, in characters of source. A
 * parsed one takes about eight bytes a character. What is beyond is parsed again.
 */
const keptParsed = 8_000_000;

/**
 * Makes the web edition: a folder of plain files that any host serves and that opens straight from disk.
 *
 * @throws {PublishError} `unreadable`, `dead-callout`, `unsafe-id`, `duplicate-id`
 */
export async function buildWeb(edition: OrderedEdition, options: WebOptions): Promise<BuiltWeb> {
  const files = new WriteQueue(options.write, filesAtOnce);
  try {
    const built = await makePages(edition, options, files);
    await files.finish();
    return built;
  } finally {
    await files.settle();
  }
}

async function makePages(edition: OrderedEdition, options: WebOptions, files: WriteQueue): Promise<BuiltWeb> {
  const { signal } = options;
  const write = (path: string, content: string | Uint8Array) => files.add(path, content);
  const warnings: PublishWarning[] = [];
  const volume = readFile(edition.volume);

  const entries: string[] = [];
  const present: { readonly id: string; readonly file: TeiFile; readonly parsed: Source | undefined }[] = [];
  let kept = 0;
  for (const { id, file } of edition.documents) {
    if (file) {
      const source = readFile(file);
      kept += file.source.length;
      present.push({ id, file, parsed: kept <= keptParsed ? source : undefined });
      entries.push(transform('web/plan', source, { id }).result);
    } else {
      entries.push(
        `<c:entry id="${escapeAttribute(id)}" state="preparation" title="${escapeAttribute(id)}"/>`,
      );
    }
    await pause(signal);
  }
  const list = Source.parse(`<c:entries xmlns:c="${calendarNamespace}">${entries.join('')}</c:entries>`);
  const planned = transform('web/plan', volume, { entries: list }).result;
  const calendar = Source.parse(planned);
  const plan = readPlan(planned);
  checkAddresses([...reserved, ...plan.pages].map((id) => ({ id, file: edition.volume.path })));
  warnings.push(...plan.uncalled.map((id) => neverCalled(edition.volume, id)));

  const lookup = compute('web/plan', volume, { calendar });
  const shared: Record<string, ParameterValue> = {
    volume,
    calendar,
    lookup,
    pdf: options.pdf,
    footnotes: footnotesOf(edition.volume.source),
  };
  const page = (kind: 'document' | 'matter', file: TeiFile, source: Source, here: string): string => {
    const root = kind === 'document' ? '../../' : here === '' ? '' : '../';
    const { result, messages } = transform('web/page', source, { ...shared, kind, here, root });
    warnings.push(...heed(messages, (of) => (of === 'volume' ? edition.volume : file)));
    return result;
  };

  let pages = 0;
  for (const { id, file, parsed } of present) {
    await write(`letters/${id}/index.html`, page('document', file, parsed ?? readFile(file), id));
    await write(`letters/${id}/${id}.xml`, file.bytes ?? file.source);
    pages += 1;
    options.onLetter?.(plan.labels.get(id) ?? id);
    await pause(signal);
  }
  for (const slug of plan.pages) {
    await write(`${slug}/index.html`, page('matter', edition.volume, volume, slug));
    pages += 1;
    await pause(signal);
  }
  await write('index.html', page('matter', edition.volume, volume, ''));
  await write('volume.xml', edition.volume.bytes ?? edition.volume.source);
  await writeAssets(write);
  return { pages: pages + 1, warnings: distinct(warnings) };
}

function readFile({ path, source }: TeiFile): Source {
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
async function pause(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}

interface Plan {
  /** Slugs of the pages beside the documents’. */
  readonly pages: readonly string[];
  /** What progress calls a document. */
  readonly labels: ReadonlyMap<string, string>;
  /** Endnotes that no document calls. */
  readonly uncalled: readonly string[];
}

function readPlan(calendar: string): Plan {
  const children = (element: XmlElement) => element.children.filter((child) => child.type === 'element');
  const parts = children(parseTree(calendar)).flatMap(children);
  const of = (name: string) => parts.filter(({ localName }) => localName === name);
  return {
    pages: of('page').map((page) => attribute(page, 'slug')),
    labels: new Map(
      of('entry').map((entry) => [
        attribute(entry, 'id'),
        attribute(entry, 'number') || attribute(entry, 'title'),
      ]),
    ),
    uncalled: of('note')
      .filter((note) => children(note).length === 0)
      .map((note) => attribute(note, 'id')),
  };
}

function attribute(element: XmlElement, name: string): string {
  return element.attributes.find((candidate) => candidate.name === name)?.value ?? '';
}

function neverCalled(volume: TeiFile, id: string): PublishWarning {
  return { code: 'note-never-called', file: volume.path, message: `No document calls the note “${id}”.` };
}

/** What the stylesheets report: a callout without a note stops the publication, an unknown element is a warning. */
function heed(messages: readonly StylesheetMessage[], fileOf: (of: string) => TeiFile): PublishWarning[] {
  const warnings: PublishWarning[] = [];
  for (const { name, attributes } of messages) {
    const file = fileOf(attributes.of ?? '');
    const place = () => placeInSource(file.source, attributes.path ?? '');
    if (name === 'dead-callout') {
      const message = `A note is called that the volume does not have: “${attributes.target}”.`;
      throw new PublishError('dead-callout', message, { file: file.path, ...place() });
    }
    if (name === 'unknown-element') {
      const message = `The edition has no form for the element <${attributes.name}>; its text is shown as it stands.`;
      warnings.push({ code: 'unknown-element', file: file.path, line: place().line, message });
    }
  }
  return warnings;
}

/** The foot of each page repeats parts of the volume’s header, and so their warnings. */
function distinct(warnings: readonly PublishWarning[]): PublishWarning[] {
  return [...new Map(warnings.map((warning) => [JSON.stringify(warning), warning])).values()];
}
