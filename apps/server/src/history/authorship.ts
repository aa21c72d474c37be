import { alignWords, wordsOf } from '@chancery/collation';
import type { Node } from 'prosemirror-model';
import { ReplaceStep, type Step, type StepMap } from 'prosemirror-transform';
import { type ElementOrigin, ElementOrigins } from './element-origins.js';
import { flatText } from './flat-text.js';
import { cut, joined, type Origin, Origins } from './origins.js';
import { RemovedTexts, type Returned } from './removed-texts.js';

/** Text put in by the batch under way, that may yet prove to have been moved. */
interface Fresh {
  readonly text: string;
  from: number;
}

/** A step that the letter has taken. */
export interface TakenStep {
  readonly version: number;
  readonly step: Step;
  /** Steps of one batch share it. */
  readonly batch: string;
}

/** Shorter text that is put in and taken out elsewhere at once is no move. */
const moving = 12;

/**
 * Which version brought each token of a letter, followed from step to step.
 *
 * Text is its author's however it is divided, joined or marked; when it is cut and put in elsewhere, replaced by itself, undone or brought
 * back; and only what nobody had written before is the work of the step.
 */
export class Authorship {
  #doc: Node;
  #origins: Origins;
  #elements: ElementOrigins;
  #removed = new RemovedTexts();
  #batch = '';
  /** Typing that goes on and is not in the document yet: a long paragraph is not made anew at each key. */
  #typed: Step | undefined;
  #fresh: Fresh[] = [];
  version: number;

  constructor(
    doc: Node,
    version = 0,
    origins: readonly Origin[] = [{ length: doc.content.size, version: 0 }],
  ) {
    this.#doc = doc;
    this.#origins = new Origins(origins);
    this.#elements = ElementOrigins.of(doc, version);
    this.version = version;
  }

  get doc(): Node {
    if (this.#typed) this.#doc = applied(this.#typed, this.#doc);
    this.#typed = undefined;
    return this.#doc;
  }

  /** The origins of all tokens of the document, in order. */
  get origins(): readonly Origin[] {
    return this.#origins.all;
  }

  /** Which version made an element, by its instance. */
  elementOrigin(id: string): ElementOrigin | undefined {
    return this.#elements.get(id);
  }

  /** The same, to be followed on by itself. */
  copy(): Authorship {
    const copy = new Authorship(this.doc, this.version, this.#origins.all);
    copy.#elements = this.#elements.copy();
    copy.#removed = this.#removed.copy();
    return copy;
  }

  /**
   * Takes the letter's next step.
   *
   * @throws {StepFailed} when it does not apply; nothing has happened then
   */
  follow({ version, step, batch }: TakenStep): void {
    const text = plainText(step);
    const typed = text === undefined ? null : (this.#typed?.merge(step) ?? null);
    const before = typed ? undefined : this.doc;
    const after = before && applied(step, before);
    if (batch !== this.#batch) this.#fresh = [];
    this.#batch = batch;
    const back = this.#take(before && after && { before, after }, text ?? '', step.getMap(), version);
    if (after) this.#elements.follow(step, after, version);
    if (typed) this.#typed = typed;
    else if (text !== undefined) this.#typed = step;
    else if (after) this.#doc = after;
    this.version = version;
    if (back) this.#bring(back);
  }

  /** What was taken out bit by bit, and is there again, is its authors' again. */
  #bring({ text, origins, pos }: Returned): void {
    const end = pos + text.length;
    if (flatText(this.doc, pos, end) === text) this.#origins.replace(pos, end, origins);
  }

  /** The letter is another document now, whose steps are not known: what it has in common with the one before stays as it was. */
  becomes(doc: Node, version: number): void {
    const [before, after] = [
      flatText(this.doc, 0, this.doc.content.size),
      flatText(doc, 0, doc.content.size),
    ];
    const origins = aligned(before, this.#origins.between(0, before.length), after, (text) => [
      { length: text.length, version },
    ]);
    // The instances of a letter that is read anew are others, also where they have the same names.
    this.#elements = ElementOrigins.of(doc, version);
    this.#become(doc, version, origins);
  }

  /** The letter is put back to a state that it was in, with the authors that it had. */
  becomesAgain({ doc, origins }: Authorship, version: number): void {
    this.#become(doc, version, origins);
  }

  #become(doc: Node, version: number, origins: readonly Origin[]): void {
    this.#doc = doc;
    this.#typed = undefined;
    this.#origins = new Origins(origins);
    this.#fresh = [];
    this.version = version;
  }

  /**
   * Answers what may be back with it as it was.
   *
   * @param docs those before and after it; without them the step does nothing but put in `typed`
   */
  #take(
    docs: { readonly before: Node; readonly after: Node } | undefined,
    typed: string,
    map: StepMap,
    version: number,
  ): Returned | undefined {
    const changes: { from: number; to: number; at: number; text: string; gone: string; was: Origin[] }[] = [];
    map.forEach((from, to, at, end) => {
      changes.push({
        from,
        to,
        at,
        text: docs ? flatText(docs.after, at, end) : typed,
        gone: docs ? flatText(docs.before, from, to) : '',
        was: this.#origins.between(from, to),
      });
    });
    // From the end to the beginning, so that places before are still those of the document before.
    for (const { from, to, text, gone, was } of changes.toReversed()) {
      if (!text.includes(gone)) this.#removed.add(gone, was, from);
      const found = (part: string) => this.#removed.originsOf(part, from, version);
      this.#origins.replace(from, to, aligned(gone, was, text, found));
    }
    const putIn = changes.some(({ text }) => text !== '');
    const [change] = changes;
    const back =
      change && changes.length === 1 && change.gone === ''
        ? this.#removed.returned(change.text, change.from)
        : undefined;
    this.#removed.follow(map, putIn);
    for (const fresh of this.#fresh) fresh.from = map.map(fresh.from, 1);
    if (docs) for (const { gone, was } of changes) this.#moved(docs.after, gone, was);
    for (const { at, text } of changes) if (text.length >= moving) this.#fresh.push({ text, from: at });
    return back;
  }

  /** What the same batch put in before it was taken out here was moved. */
  #moved(doc: Node, gone: string, was: readonly Origin[]): void {
    if (gone.length < moving) return;
    const fresh = this.#fresh.find(({ text }) => text.includes(gone));
    if (!fresh) return;
    const from = fresh.from + fresh.text.indexOf(gone);
    const to = from + gone.length;
    if (flatText(doc, from, to) === gone) this.#origins.replace(from, to, was);
  }
}

/** The text that a step puts between two characters, where it does nothing else; of elements it tells nothing. */
function plainText(step: Step): string | undefined {
  if (!(step instanceof ReplaceStep) || step.from !== step.to) return undefined;
  const { content } = step.slice;
  const [text] = content.content;
  return content.childCount === 1 && text?.isText && text.marks.length === 0 ? text.text : undefined;
}

function applied(step: Step, doc: Node): Node {
  const result = step.apply(doc);
  if (!result.doc) throw new StepFailed(result.failed ?? 'A step failed.');
  return result.doc;
}

/** A step of a letter's log does not apply to the document that the steps before it have made. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
}

/** The origins of text that stands in the place of other text: words that were there keep theirs, and of the rest `found` tells. */
function aligned(
  before: string,
  was: readonly Origin[],
  after: string,
  found: (text: string) => readonly Origin[],
): Origin[] {
  if (after === '') return [];
  if (before === '') return [...found(after)];
  const [words, others] = [wordsOf(before), wordsOf(after)];
  const origins: Origin[] = [];
  let [at, otherAt] = [0, 0];
  const length = (of: typeof words, from: number, to: number) =>
    of.slice(from, to).reduce((sum, { text }) => sum + text.length, 0);
  for (const { same, from, to, otherFrom, otherTo } of alignWords(words, others)) {
    const [size, otherSize] = [length(words, from, to), length(others, otherFrom, otherTo)];
    if (same) origins.push(...cut(was, at, at + size));
    else if (otherSize > 0) origins.push(...found(after.slice(otherAt, otherAt + otherSize)));
    at += size;
    otherAt += otherSize;
  }
  return joined(origins);
}
