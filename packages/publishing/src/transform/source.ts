import { gate } from './gate.js';
import { type SaxonNode, saxon } from './saxon.js';
import { shortCodesIn } from './short-codes.js';

/** An XML document read once, to be given to several transforms as source or as parameter. */
export class Source {
  readonly #node: SaxonNode;
  /** The text as given, which places in messages refer to. */
  readonly text: string;
  #shortCodes: string | undefined;

  private constructor(text: string, node: SaxonNode) {
    this.text = text;
    this.#node = node;
  }

  /**
   * Reads a document. A DOCTYPE is passed over: nothing that it names is fetched. A reference to an entity that it
   * declares stands in the tree as it is written, `&copy;`, and is not expanded.
   *
   * @throws {SourceError} when the text is not well-formed, or beyond the limits that guard against bombs.
   */
  static parse(text: string): Source {
    return new Source(text, saxon().getPlatform().parseXmlFromString(gate(text)));
  }

  /** See {@link shortCodesIn}. */
  get shortCodes(): string {
    this.#shortCodes ??= shortCodesIn(this.text);
    return this.#shortCodes;
  }

  get node(): SaxonNode {
    return this.#node;
  }
}
