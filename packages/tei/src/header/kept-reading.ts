import { parseTree, type XmlElement } from '@chancery/xml';
import { textChange } from './text-change.js';
import { type SourceSpan, whatIsRead } from './what-is-read.js';

/**
 * What {@link readMetadata} or {@link readVolume} make of a source, kept up while the source is edited.
 *
 * These hang on the elements, on their attributes, and on the text of a few elements. So where an edit has changed only
 * text that none of them has read, they would say the same again, and the source is not read again.
 */
export class KeptReading<T> {
  readonly value: T;
  readonly #source: string;
  readonly #read: (tei: XmlElement) => T;
  readonly #spans: readonly SourceSpan[];

  private constructor(source: string, read: (tei: XmlElement) => T, value: T, spans: readonly SourceSpan[]) {
    this.#source = source;
    this.#read = read;
    this.value = value;
    this.#spans = spans;
  }

  /**
   * Reads a well-formed source.
   *
   * @param read may call the readers of this package only, which say what text they read.
   * @throws {NoRootElement} when the source holds no element.
   */
  static of<T>(source: string, read: (tei: XmlElement) => T): KeptReading<T> {
    const { value, spans } = whatIsRead(() => read(parseTree(source)));
    return new KeptReading(source, read, value, spans);
  }

  /** The reading of another well-formed source, which is the faster the less the two differ. This one is not changed. */
  of(source: string): KeptReading<T> {
    if (source === this.#source) return this;
    const change = textChange(this.#source, source);
    const isRead = ({ start, end }: SourceSpan) => change && start <= change.oldEnd && end >= change.start;
    if (change === undefined || this.#spans.some(isRead)) return KeptReading.of(source, this.#read);
    const shift = change.newEnd - change.oldEnd;
    const spans = this.#spans.map((span) =>
      span.start < change.oldEnd ? span : { start: span.start + shift, end: span.end + shift },
    );
    return new KeptReading(source, this.#read, this.value, spans);
  }
}
