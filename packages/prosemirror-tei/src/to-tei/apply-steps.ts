import type { Node } from 'prosemirror-model';
import type { Step } from 'prosemirror-transform';
import type { OpenLetter, Revision } from '../open-letter.js';
import { applySourceStep } from '../source/apply-source-step.js';
import { SourceStep } from '../steps/source-step.js';
import { Alignment } from './alignment.js';
import { changedRegion, type Region, widened, withTags } from './changed-region.js';
import { checkText } from './check-text.js';
import { checkXmlIds } from './check-xml-ids.js';
import { docTokens } from './doc-token.js';
import { EditRefused } from './edit-refused.js';
import { type Emitted, Emitter } from './emitter.js';
import { FormerTokens } from './former-tokens.js';
import { habitsOf } from './habits.js';
import { remember } from './remember.js';
import { verify } from './verify.js';

/**
 * Applies a batch of steps to a letter and patches its source: only what the steps touch is written anew, in the
 * file's own habits, and all other bytes are as they were. Then the patched source is read again, and it must say exactly
 * what the edited document says; so a letter that comes back is proved, not hoped, to be lossless.
 *
 * A batch is judged as a whole, so its single steps may lead through documents that cannot be written; where it holds
 * edits of the source itself, what comes before, between and after them is judged each as a whole. A batch that undoes brings the bytes
 * back. The letter that is passed in is never changed.
 *
 * @throws {EditRefused} with a code and a plain message; nothing has happened then.
 */
export function applySteps(letter: OpenLetter, steps: readonly Step[]): OpenLetter {
  let now = letter;
  let edits: Step[] = [];
  for (const step of steps) {
    if (step instanceof SourceStep) {
      now = applySourceStep(applyEdits(now, edits), step);
      edits = [];
    } else {
      edits.push(step);
    }
  }
  return applyEdits(now, edits);
}

function applyEdits(letter: OpenLetter, steps: readonly Step[]): OpenLetter {
  if (steps.length === 0) return letter;
  const { doc, alignment } = replay(letter.doc, steps);
  const region = changedRegion(letter.doc, doc);
  if (!region) return { ...letter, doc };
  checkDocument(letter.doc, doc, region);
  const past = remember(letter);
  const former = formerState(letter.past, doc);
  if (former) {
    const { source, origins, flattened } = former;
    return { ...letter, source, origins, flattened, doc, map: verify(letter, source, doc), past };
  }
  return patch(letter, doc, alignment, region, past);
}

/** The last state with the same document, if the source itself has not been edited since. */
function formerState(past: OpenLetter['past'], doc: Node): Revision | undefined {
  for (let index = past.length - 1; index >= 0; index -= 1) {
    const revision = past[index];
    if (!revision || revision.bySource) return undefined;
    if (revision.doc.content.size === doc.content.size && revision.doc.eq(doc)) return revision;
  }
  return undefined;
}

function replay(before: Node, steps: readonly Step[]): { doc: Node; alignment: Alignment } {
  let doc = before;
  const alignment = new Alignment(doc.content.size);
  for (const step of steps) {
    alignment.add(step);
    const result = step.apply(doc);
    if (!result.doc) {
      throw new EditRefused(
        'step-does-not-apply',
        result.failed ?? 'The edit does not fit the text as it is now.',
      );
    }
    doc = result.doc;
  }
  return { doc, alignment };
}

function checkDocument(before: Node, doc: Node, region: Region): void {
  const root = doc.firstChild;
  if (!root || root.type !== before.firstChild?.type || root.attrs.name !== before.firstChild.attrs.name) {
    throw new EditRefused('protected', 'The root element of the letter cannot be removed.');
  }
  doc.nodesBetween(Math.max(0, region.from - 1), Math.min(doc.content.size, region.newTo + 1), checkNode);
  checkText(docTokens(doc, region.from - 1, region.newTo + 1));
}

/** Attributes are checked as nodes are made; what a node holds has to be looked at. */
function checkNode(node: Node): void {
  if (!node.type.validContent(node.content)) {
    const held = node.content.toString().slice(0, 80);
    throw new EditRefused('invalid-document', `A ${node.type.name} cannot hold ${held}.`);
  }
}

function patch(
  letter: OpenLetter,
  doc: Node,
  alignment: Alignment,
  changed: Region,
  past: OpenLetter['past'],
): OpenLetter {
  const region = widenedFor(letter, doc, changed);
  const former = new FormerTokens(letter, alignment, region);
  const emitted = new Emitter(letter, doc, former, region, habitsOf(letter)).emit();
  const { starts, ends } = letter.map;
  const from = region.from > 0 ? (ends[region.from - 1] ?? 0) : (starts[0] ?? 0);
  const to = starts[region.oldTo] ?? ends.at(-1) ?? from;
  const source = letter.source.slice(0, from) + emitted.text + letter.source.slice(to);
  const map = verify(letter, source, doc, region);
  if (emitted.text.includes('xml:id')) checkXmlIds(letter.source, source);
  return {
    ...letter,
    source,
    doc,
    map,
    past,
    origins: joined(letter.origins, emitted.origins),
    flattened: moved(letter, region, emitted),
  };
}

/** An element that is emptied may have to become the one tag that it was. */
function widenedFor(letter: OpenLetter, doc: Node, changed: Region): Region {
  const region = widened(letter, changed);
  const [before, ...rest] = docTokens(doc, region.from - 1, region.newTo + 1);
  const after = rest.at(-1);
  if (before?.kind !== 'open' || after?.kind !== 'close' || before.node !== after.node) return region;
  if (before.node.textContent !== '' || !rest.every(({ kind }) => kind === 'open' || kind === 'close'))
    return region;
  return widened(letter, withTags(region, letter.doc.content.size));
}

function joined<K, V>(one: ReadonlyMap<K, V>, two: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  return two.size === 0 ? one : new Map([...one, ...two]);
}

function moved(letter: OpenLetter, region: Region, emitted: Emitted): ReadonlyMap<number, string> {
  if (letter.flattened.size === 0) return emitted.flattened;
  const flattened = new Map(emitted.flattened);
  for (const [position, raw] of letter.flattened) {
    if (position < region.from) flattened.set(position, raw);
    else if (position >= region.oldTo) flattened.set(position - region.oldTo + region.newTo, raw);
  }
  return flattened;
}
