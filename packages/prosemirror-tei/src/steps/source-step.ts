import { type Node, type Schema, Slice } from 'prosemirror-model';
import { type Mappable, Step, StepMap, StepResult } from 'prosemirror-transform';

/** One change of the source within the region of a {@link SourceStep}. */
export interface SourceChange {
  /** Where in the region it begins, in UTF-16 units. */
  readonly at: number;
  /** How long the region was. With `old` it tells whether the region is what the step was made for. */
  readonly length: number;
  /** What stood there. */
  readonly old: string;
  /** What stands there now. */
  readonly text: string;
}

/** How many UTF-16 units of source one step may take away or bring. */
const most = 16_000_000;

/**
 * An edit of the TEI source itself: of what the text view does not open (header, comments, declaration, DOCTYPE, white
 * space, quotes), or of anything in the source view.
 *
 * In the document it replaces the tokens `from` to `to` by the slice, as a `ReplaceStep` does. In the source it
 * changes the region from the end of the token before `from` to the start of the token at `to`; a region that begins at 0
 * begins with the file, one that ends with the document ends with the file. The slice may be what was there before, if
 * only bytes change. It carries what it takes away, so that its inverse gives the very bytes back.
 */
export class SourceStep extends Step {
  constructor(
    readonly from: number,
    readonly to: number,
    readonly slice: Slice,
    readonly change: SourceChange,
  ) {
    super();
  }

  override apply(doc: Node): StepResult {
    if (this.to > doc.content.size) return StepResult.fail('The place is not in the letter.');
    return StepResult.fromReplace(doc, this.from, this.to, this.slice);
  }

  override getMap(): StepMap {
    if (this.from === this.to && this.slice.size === 0) return StepMap.empty;
    return new StepMap([this.from, this.to - this.from, this.slice.size]);
  }

  override invert(doc: Node): SourceStep {
    const { at, length, old, text } = this.change;
    return new SourceStep(this.from, this.from + this.slice.size, doc.slice(this.from, this.to), {
      at,
      length: length - old.length + text.length,
      old: text,
      text: old,
    });
  }

  /** Null when something between `from` and `to` has changed: the source there is no longer what the step speaks of. */
  override map(mapping: Mappable): SourceStep | null {
    const from = mapping.mapResult(this.from, 1);
    const to = mapping.mapResult(this.to, -1);
    if (this.from === this.to) {
      if (from.deletedAcross) return null;
      return new SourceStep(from.pos, from.pos, this.slice, this.change);
    }
    if (to.pos - from.pos !== this.to - this.from) return null;
    for (let at = this.from; at < this.to; at += 1) {
      if (mapping.mapResult(at, 1).deletedAfter) return null;
    }
    return new SourceStep(from.pos, to.pos, this.slice, this.change);
  }

  override toJSON(): object {
    const { from, to, slice, change } = this;
    return { stepType: 'source', from, to, slice: slice.toJSON(), ...change };
  }

  static override fromJSON(schema: Schema, json: Record<string, unknown>): SourceStep {
    const from = position(json.from);
    const to = position(json.to);
    const at = position(json.at);
    const length = position(json.length);
    const old = source(json.old);
    const text = source(json.text);
    if (from > to || at + old.length > length) throw invalid();
    const slice = Slice.fromJSON(schema, json.slice);
    return new SourceStep(from, to, slice, { at, length, old, text });
  }
}

Step.jsonID('source', SourceStep);

function position(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw invalid();
  return value;
}

function source(value: unknown): string {
  if (typeof value !== 'string' || value.length > most) throw invalid();
  return value;
}

function invalid(): RangeError {
  return new RangeError('Invalid input for SourceStep.fromJSON');
}
