import type { TeiFile } from '../edition-source.js';
import { placeInSource } from '../place-in-source.js';
import { PublishError } from '../publish-error.js';
import type { PublishWarning } from '../publish-report.js';
import { Source } from '../transform/source.js';
import type { Stylesheet } from '../transform/stylesheet.js';
import type { Transforms } from '../transform/threads/transforms.js';
import { type ParameterValue, type StylesheetMessage, transform } from '../transform/transform.js';

/** What the page stylesheet makes. */
export type PageKind =
  | 'document'
  | 'source'
  | 'facsimile'
  | 'matter'
  | 'calendar'
  | 'register'
  | 'entry'
  | 'search'
  | 'changes'
  | 'notice';

/** Which page is made, and where it stands. */
export interface PageAddress {
  /** The id of the document, or the slug of the page. */
  readonly here: string;
  /** From the front page, ended by a slash; empty for the front page itself. */
  readonly folder: string;
  /** The way to the front page, where the page is served at other addresses than its own. */
  readonly root?: string | undefined;
  /** What it says of itself, as `c:about`. */
  readonly about?: string | undefined;
  /** The parts of the publication that it offers, parted by spaces, where they are not those that all pages do. */
  readonly offered?: string | undefined;
  /** What it is made of that is none of the volume’s. */
  readonly model?: string | undefined;
}

/** A page that the web edition has beside the volume’s. */
export interface AddedPage {
  readonly kind: PageKind;
  /** From the front page, ended by a slash. */
  readonly folder: string;
  readonly label: string;
  readonly model: string;
}

/** A page, and what the stylesheets report of it. */
export interface MadePage {
  readonly html: string;
  readonly warnings: readonly PublishWarning[];
}

/** Makes the pages of one edition, and keeps what the stylesheets report of them. */
export class PageMaker {
  readonly #stylesheet: string | Stylesheet;
  readonly #volume: TeiFile;
  readonly #shared: Readonly<Record<string, ParameterValue>>;
  readonly #warnings = new Map<string, PublishWarning>();
  #heard: PublishWarning[] = [];

  /**
   * @param shared what all pages are given: the volume, its plan, what is looked up in them
   * @param own the edition's stylesheet in the place of ours
   */
  constructor(volume: TeiFile, shared: Readonly<Record<string, ParameterValue>>, own?: Stylesheet) {
    this.#stylesheet = own ?? 'web/page';
    this.#volume = volume;
    this.#shared = shared;
  }

  /** Each once, though the foot of each page repeats parts of the volume’s header, and views repeat their document. */
  get warnings(): PublishWarning[] {
    return [...this.#warnings.values()];
  }

  /** What was reported since this was asked last. */
  heard(): readonly PublishWarning[] {
    const heard = this.#heard;
    this.#heard = [];
    return heard;
  }

  /** Takes note of what was reported of a page, also of one that an earlier publication made. */
  report(warnings: readonly PublishWarning[]): void {
    for (const warning of warnings) {
      const { code, file, line, message } = warning;
      this.#warnings.set(JSON.stringify([code, file, line, message]), warning);
    }
    this.#heard.push(...warnings);
  }

  /**
   * @param file where the source is from, for warnings
   * @throws {PublishError} `dead-callout`
   */
  make(kind: PageKind, file: TeiFile, source: Source, address: PageAddress): string {
    const { result, messages } = transform(this.#stylesheet, source, this.#given(kind, address));
    this.report(this.#heed(messages, file));
    return result;
  }

  /**
   * The same where others are made meanwhile; what is to be reported of it is left to who asked.
   *
   * @throws {PublishError} `dead-callout`
   */
  async begin(
    kind: PageKind,
    file: TeiFile,
    source: Source,
    address: PageAddress,
    transforms: Transforms,
  ): Promise<MadePage> {
    const given = this.#given(kind, address);
    const { result, messages } = await transforms.run(this.#stylesheet, source, given);
    return { html: result, warnings: this.#heed(messages, file) };
  }

  #given(kind: PageKind, address: PageAddress): Readonly<Record<string, ParameterValue>> {
    const { here, folder, about, offered, model } = address;
    const root = address.root ?? '../'.repeat(folder.split('/').length - 1);
    const given = {
      ...(about === undefined ? {} : { about: Source.of(about) }),
      ...(offered === undefined ? {} : { offered }),
      ...(model === undefined ? {} : { model: Source.of(model) }),
    };
    return { ...this.#shared, ...given, kind, here, root };
  }

  #heed(messages: readonly StylesheetMessage[], file: TeiFile): readonly PublishWarning[] {
    return heed(messages, (of) => (of === 'volume' ? this.#volume : file));
  }
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
      warnings.push({ code: 'unknown-element', file: file.path, message, ...place() });
    }
  }
  return warnings;
}
