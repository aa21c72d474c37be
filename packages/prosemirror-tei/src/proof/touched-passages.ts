import type { Node } from 'prosemirror-model';
import type { Step } from 'prosemirror-transform';
import { changedRegion } from '../to-tei/changed-region.js';

/** A range of a document; where words are gone that nothing has replaced, `from` is `to`. */
export interface Passage {
  readonly from: number;
  readonly to: number;
}

/** A step of a letter's log, with the version that it makes. */
export interface LoggedEdit {
  readonly version: number;
  readonly step: Step;
  /** Who made it; undefined for what nobody has to read again. */
  readonly by: string | undefined;
}

/** A passage that has been changed, and who has changed it. */
export interface TouchedPassage extends Passage {
  readonly by: readonly string[];
}

/** A passage that somebody has read again, as it stood at a version. */
export interface PassageRead extends Passage {
  readonly version: number;
}

/** What has been changed in a letter since it was signed. */
export interface Touched {
  /** The letter as it is now. */
  readonly doc: Node;
  /** The passages that are to be read again, in the order of the text. None touches another. */
  readonly passages: readonly TouchedPassage[];
}

/**
 * The passages that edits have touched since a proof was signed and that nobody has read again since. A letter in which
 * all is as it was when it was signed has none.
 *
 * @param signed the letter as it was signed
 * @param edits the steps since, in order
 * @param read what was read again since, in any order
 * @throws {RangeError} when a step does not apply
 */
export function touchedPassages(
  signed: Node,
  edits: readonly LoggedEdit[],
  read: readonly PassageRead[],
): Touched {
  let doc = signed;
  // The letter as it was signed, with what nobody has to read again.
  let kept = signed;
  let passages: TouchedPassage[] = [];
  for (const { version, step, by } of edits) {
    const result = step.apply(doc);
    if (!result.doc) throw new RangeError(`The step of version ${version} does not apply.`);
    const map = step.getMap();
    const moved = passages.map((passage) => ({
      ...passage,
      from: map.map(passage.from, -1),
      to: map.map(passage.to, 1),
    }));
    const region = changedRegion(doc, result.doc);
    if (by === undefined) kept = step.apply(kept).doc ?? kept;
    else if (region) moved.push({ from: region.from, to: region.newTo, by: [by] });
    doc = result.doc;
    passages = read
      .filter((each) => each.version === version)
      .reduce<TouchedPassage[]>(
        (left, each) => left.flatMap((passage) => without(passage, each)),
        joined(moved),
      );
  }
  return { doc, passages: changedRegion(kept, doc) ? passages : [] };
}

/**
 * Passages in the order of the text, those that touch as one, and those that one character parts: of two of the same letters it
 * cannot be said which was deleted.
 */
function joined(passages: readonly TouchedPassage[]): TouchedPassage[] {
  const all: TouchedPassage[] = [];
  for (const passage of passages.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && passage.from <= last.to + 1)
      all[all.length - 1] = {
        from: last.from,
        to: Math.max(last.to, passage.to),
        by: [...new Set([...last.by, ...passage.by])],
      };
    else all.push(passage);
  }
  return all;
}

/** What is left of a passage when another has been read; of one that is read to its edges, nothing. */
function without(passage: TouchedPassage, read: Passage): TouchedPassage[] {
  if (read.to < passage.from || read.from > passage.to) return [passage];
  return [
    ...(passage.from < read.from ? [{ ...passage, to: read.from }] : []),
    ...(passage.to > read.to ? [{ ...passage, from: read.to }] : []),
  ];
}
