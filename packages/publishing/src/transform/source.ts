import { gate } from './gate.js';
import { type SaxonNode, saxon } from './saxon.js';
import { shortCodesIn } from './short-codes.js';

/** An XML document read once, to be given to several transforms as source or as parameter. */
export class Source {
  #node: SaxonNode | undefined;
  /** The text as given, which places in messages refer to. */
  readonly text: string;
  #shortCodes: string | undefined;

  private constructor(text: string) {
    this.text = text;
  }

  /** A document that is read when it is first needed here, which it is not where another thread reads it. */
  static of(text: string): Source {
    return new Source(text);
  }

  /**
   * Reads a document. A DOCTYPE is passed over: nothing that it names is fetched. A reference to an entity that it
   * declares stands in the tree as it is written, `&copy;`, and is not expanded.
   *
   * @throws {SourceError} when the text is not well-formed, or beyond the limits that guard against bombs.
   */
  static parse(text: string): Source {
    const source = new Source(text);
    source.#read();
    return source;
  }

  /** Whether it has been read on this thread. */
  get isRead(): boolean {
    return this.#node !== undefined;
  }

  /** See {@link shortCodesIn}. */
  get shortCodes(): string {
    this.#shortCodes ??= shortCodesIn(this.text);
    return this.#shortCodes;
  }

  /** @throws {SourceError} where it was not read before and cannot be read. */
  get node(): SaxonNode {
    return this.#node ?? this.#read();
  }

  #read(): SaxonNode {
    this.#node = saxon().getPlatform().parseXmlFromString(gate(this.text));
    return this.#node;
  }
}
