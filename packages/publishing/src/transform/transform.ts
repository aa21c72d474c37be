import { EscapeAttempt, refuse } from './lock-down.js';
import { type SaxonNode, saxon } from './saxon.js';
import { Source } from './source.js';
import { stylesheet as byName, type Stylesheet } from './stylesheet.js';

/** What a stylesheet may be given beside its source: plain values, and what was read or computed beforehand. */
export type ParameterValue = string | number | boolean | Source | Computed;

/** An XPath value that a stylesheet made, for others to be given: a map, say, that many pages look into. */
export class Computed {
  readonly #items: unknown;
  /** How it was made: the value itself belongs to the thread that it was made on. */
  readonly recipe: Recipe;

  constructor(items: unknown, recipe: Recipe) {
    this.#items = items;
    this.recipe = recipe;
  }

  get items(): unknown {
    return this.#items;
  }
}

/** What is run over what, and with which parameters. */
export interface Recipe {
  readonly stylesheet: string;
  readonly source: Source;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

/** What a stylesheet said by `xsl:message`. */
export interface StylesheetMessage {
  /** The local name of the element in the message, or the empty string for bare text. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface Transformed {
  /** The result, serialized as the stylesheet's `xsl:output` says. */
  readonly result: string;
  readonly messages: readonly StylesheetMessage[];
}

/** A stylesheet failed at run time: a fault of the stylesheet, or `xsl:message terminate="yes"`. */
export class TransformError extends Error {
  override readonly name = 'TransformError';
  /** What messages call the stylesheet. */
  readonly stylesheet: string;
  /** The XSLT or XPath error code, without its namespace: `XTDE0540`. */
  readonly code: string;
  /** What went wrong, without the stylesheet and the code. */
  readonly reason: string;
  readonly messages: readonly StylesheetMessage[];

  constructor(
    stylesheet: string,
    code: string,
    reason: string,
    messages: readonly StylesheetMessage[],
    cause?: unknown,
  ) {
    super(`${stylesheet}: ${reason} (${code})`, { cause });
    this.stylesheet = stylesheet;
    this.code = code;
    this.reason = reason;
    this.messages = messages;
  }
}

/**
 * Runs an XSLT 3.0 stylesheet over one document. The only use of SaxonJS in the house's publishing.
 *
 * Nothing is read but the source and the parameters, and nothing written but the result: no file, no network, no
 * environment. The same input gives the same result, byte for byte.
 *
 * @param stylesheet one of our own by name (`web/letter`), or one compiled beforehand.
 * @param source the document, as text or read beforehand.
 * @param parameters values for the stylesheet's global `xsl:param`s, by name without namespace.
 * @throws {SourceError} when the source is not well-formed.
 * @throws {EscapeAttempt} when the stylesheet reaches outside.
 * @throws {TransformError} when it fails.
 */
export function transform(
  stylesheet: string | Stylesheet,
  source: string | Source,
  parameters: Readonly<Record<string, ParameterValue>> = {},
): Transformed {
  const { result, messages } = run(stylesheet, source, parameters, 'serialized');
  return { result: typeof result === 'string' ? result : '', messages };
}

/**
 * Runs a stylesheet as {@link transform} does, for its result as a value and not as text. What it says by `xsl:message`
 * is passed over.
 *
 * @throws {SourceError} when the source is not well-formed.
 * @throws {EscapeAttempt} when the stylesheet reaches outside.
 * @throws {TransformError} when it fails.
 */
export function compute(
  stylesheet: string,
  source: Source,
  parameters: Readonly<Record<string, ParameterValue>> = {},
): Computed {
  const { result } = run(stylesheet, source, parameters, 'raw');
  return new Computed(result, { stylesheet, source, parameters });
}

function run(
  stylesheet: string | Stylesheet,
  source: string | Source,
  parameters: Readonly<Record<string, ParameterValue>>,
  destination: 'serialized' | 'raw',
): { readonly result: unknown; readonly messages: readonly StylesheetMessage[] } {
  const compiled = typeof stylesheet === 'string' ? byName(stylesheet) : stylesheet;
  const document = typeof source === 'string' ? Source.of(source) : source;
  const { node: sourceNode } = document;
  const messages: StylesheetMessage[] = [];
  const values = Object.entries(parameters).map(([name, value]) => [name, plain(value)]);
  const sources = [document, ...Object.values(parameters).filter((value) => value instanceof Source)];
  const shortCodes = [...new Set(sources.map((each) => each.shortCodes))].filter(Boolean).join(' ');
  try {
    const { principalResult } = saxon().transform(
      {
        stylesheetInternal: compiled.sef,
        sourceNode,
        destination,
        ...(destination === 'raw' ? { resultForm: 'xdm' } : {}),
        stylesheetParams: { ...(shortCodes && { 'short-codes': shortCodes }), ...Object.fromEntries(values) },
        documentPool: {},
        textResourcePool: {},
        collectionFinder: refuse('collection'),
        deliverResultDocument: () => ({ destination: 'serialized', save: refuse('xsl:result-document') }),
        deliverMessage: (content) => messages.push(readMessage(content)),
        logLevel: 0,
      },
      'sync',
    );
    compiled.settle();
    return { result: principalResult, messages };
  } catch (error) {
    if (error instanceof EscapeAttempt) throw error;
    const { code = 'unknown', message = String(error) } = error as { code?: string; message?: string };
    throw new TransformError(compiled.name, code.replace(/^Q\{.*\}/, ''), message, messages, error);
  }
}

function plain(value: ParameterValue): unknown {
  if (value instanceof Source) return value.node;
  return value instanceof Computed ? value.items : value;
}

function readMessage(content: SaxonNode): StylesheetMessage {
  const element = Array.from(content.childNodes).find((child) => child.nodeType === 1);
  const attributes = Array.from(element?.attributes ?? []).filter(({ name }) => !/^xmlns(:|$)/.test(name));
  return {
    name: element ? (element.localName ?? element.nodeName) : '',
    attributes: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
    text: content.textContent ?? '',
  };
}
