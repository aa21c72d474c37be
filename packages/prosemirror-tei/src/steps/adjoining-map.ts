import { type MapResult, StepMap } from 'prosemirror-transform';

/**
 * A map of which several ranges may begin at one place, as where what stood between the parts of a replacement is gone. By that of
 * ProseMirror a place comes behind the first of them alone.
 */
export class AdjoiningMap extends StepMap {
  override mapResult(pos: number, assoc = 1): MapResult {
    return (
      (assoc > 0 ? this.#fromLastAt(pos) : undefined)?.mapResult(pos, assoc) ?? super.mapResult(pos, assoc)
    );
  }

  override map(pos: number, assoc = 1): number {
    return (assoc > 0 ? this.#fromLastAt(pos) : undefined)?.map(pos, assoc) ?? super.map(pos, assoc);
  }

  override invert(): StepMap {
    const ranges: number[] = [];
    this.forEach((oldStart, oldEnd, newStart, newEnd) => {
      ranges.push(newStart, newEnd - newStart, oldEnd - oldStart);
    });
    return new AdjoiningMap(ranges);
  }

  /** The map with the last range that begins at a place in the place of those that end there, which count as they are. */
  #fromLastAt(pos: number): StepMap | undefined {
    const ranges: number[] = [];
    let passed = 0;
    let last = 0;
    this.forEach((oldStart, oldEnd, newStart, newEnd) => {
      if (oldStart === pos && ranges.length > 0) {
        last = ranges.length;
        passed = newStart - oldStart;
      }
      ranges.push(oldStart, oldEnd - oldStart, newEnd - newStart);
    });
    if (last === 0) return undefined;
    // Each range keeps its number, by which a place is found again when the step is undone.
    const before = Array.from({ length: last }, (_, at) => (at === 2 ? passed : at % 3 === 0 ? -1 : 0));
    return new StepMap([...before, ...ranges.slice(last)]);
  }
}
