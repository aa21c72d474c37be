import { EscapeAttempt, refuse } from './lock-down.js';
import { type SaxonNode, saxon } from './saxon.js';
import { Source } from './source.js';
import { stylesheet as byName, type Stylesheet } from './stylesheet.js';

/** What a stylesheet may be given beside its source: plain values, and documents read beforehand. */
export type ParameterValue = string | number | boolean | Source;

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
  /** The XSLT or XPath error code, without its namespace: `XTDE0540`. */
  readonly code: string;
  readonly messages: readonly StylesheetMessage[];

  constructor(
    stylesheet: string,
    code: string,
    message: string,
    messages: readonly StylesheetMessage[],
    cause: unknown,
  ) {
    super(`${stylesheet}: ${message} (${code})`, { cause });
    this.code = code;
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
  const compiled = typeof stylesheet === 'string' ? byName(stylesheet) : stylesheet;
  const document = typeof source === 'string' ? Source.parse(source) : source;
  const messages: StylesheetMessage[] = [];
  const values = Object.entries(parameters).map(([name, value]) => [
    name,
    value instanceof Source ? value.node : value,
  ]);
  try {
    const { principalResult } = saxon().transform(
      {
        stylesheetInternal: compiled.sef,
        sourceNode: document.node,
        destination: 'serialized',
        stylesheetParams: Object.fromEntries(values),
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
    return { result: principalResult ?? '', messages };
  } catch (error) {
    if (error instanceof EscapeAttempt) throw error;
    const { code = 'unknown', message = String(error) } = error as { code?: string; message?: string };
    throw new TransformError(compiled.name, code.replace(/^Q\{.*\}/, ''), message, messages, error);
  }
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
