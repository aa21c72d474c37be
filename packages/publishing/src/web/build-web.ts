import type { TeiFile } from '../edition-source.js';
import { footnotesOf } from '../footnotes-of.js';
import { checkAddresses, type OrderedEdition } from '../order-edition.js';
import { type PartName, reservedNames } from '../parts/part-name.js';
import { placeInSource } from '../place-in-source.js';
import { PublishError } from '../publish-error.js';
import type { PublishWarning } from '../publish-report.js';
import type { Source } from '../transform/source.js';
import { type ParameterValue, type StylesheetMessage, transform } from '../transform/transform.js';
import { breathe, planEdition, readSource } from './plan-edition.js';
import { writeAssets } from './write-assets.js';
import { WriteQueue } from './write-queue.js';

export interface WebOptions {
  /** What the publication holds beside the pages, which offer it. */
  readonly offered: ReadonlySet<PartName>;
  /** What the edition is called where it is cited. */
  readonly release?: string | undefined;
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

/** How many files are written at once: enough that making pages never waits for a disk that is not slow itself. */
const filesAtOnce = 32;

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
  const plan = await planEdition(edition, signal);
  const { volume, calendar, lookup } = plan;
  checkAddresses([...reservedNames, ...plan.pages].map((id) => ({ id, file: edition.volume.path })));
  warnings.push(...plan.uncalled.map((id) => neverCalled(edition.volume, id)));

  const shared: Record<string, ParameterValue> = {
    volume,
    calendar,
    lookup,
    offered: [...options.offered].join(' '),
    release: options.release ?? '',
    footnotes: footnotesOf(edition.volume.source),
  };
  const page = (kind: 'document' | 'matter', file: TeiFile, source: Source, here: string): string => {
    const root = kind === 'document' ? '../../' : here === '' ? '' : '../';
    const { result, messages } = transform('web/page', source, { ...shared, kind, here, root });
    warnings.push(...heed(messages, (of) => (of === 'volume' ? edition.volume : file)));
    return result;
  };

  let pages = 0;
  for (const { id, file, parsed } of plan.present) {
    await write(`letters/${id}/index.html`, page('document', file, parsed ?? readSource(file), id));
    await write(`letters/${id}/${id}.xml`, file.bytes ?? file.source);
    pages += 1;
    options.onLetter?.(plan.labels.get(id) ?? id);
    await breathe(signal);
  }
  for (const slug of plan.pages) {
    await write(`${slug}/index.html`, page('matter', edition.volume, volume, slug));
    pages += 1;
    await breathe(signal);
  }
  await write('index.html', page('matter', edition.volume, volume, ''));
  await write('volume.xml', edition.volume.bytes ?? edition.volume.source);
  await writeAssets(write);
  return { pages: pages + 1, warnings: distinct(warnings) };
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
