import { type Anchor, followStep, schema, seatAnchor } from '@chancery/prosemirror-tei';
import type { Node } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';
import type { LoggedStep } from '../saving/step-log.js';

/** An anchor, by the name of what hangs on it, with the version that it is for. */
export interface PlacedAnchor {
  readonly id: string;
  readonly anchor: Anchor;
  readonly version: number;
}

/** What is needed of the log of acknowledged steps. */
interface Log {
  readonly beginning: number;
  readonly version: number;
  since(version: number): readonly LoggedStep[];
}

/**
 * Anchors of an open letter, as they stand on the screen: those that the server knows are followed over the acknowledged
 * steps, exactly as the server follows them, and from there over the steps that wait. Those of what is being written
 * here are followed over whatever happens on the screen.
 */
export class FollowedAnchors {
  readonly #log: Log;
  readonly #clientId: string;
  #acknowledged: PlacedAnchor[] = [];
  #shown = new Map<string, Anchor>();
  #own = new Map<string, Anchor>();

  constructor(log: Log, clientId: string) {
    this.#log = log;
    this.#clientId = clientId;
  }

  /** All anchors as they stand on the screen, by name. */
  get shown(): ReadonlyMap<string, Anchor> {
    return new Map([...this.#shown, ...this.#own]);
  }

  /** Takes up what the server knows, in the place of what was known before; `waiting` steps are not acknowledged yet. */
  know(placed: readonly PlacedAnchor[], waiting: readonly Step[]): void {
    this.#acknowledged = placed.filter(({ version }) => version >= this.#log.beginning);
    this.received([], waiting);
  }

  /** Steps were made here. */
  made(steps: readonly Step[]): void {
    this.#shown = follow(this.#shown, this.#here(steps));
    this.#own = follow(this.#own, this.#here(steps));
  }

  /** Steps were acknowledged: `applied` is what became of the screen with them, `waiting` what is not acknowledged yet. */
  received(applied: readonly Step[], waiting: readonly Step[]): void {
    this.#advance();
    const { version } = this.#log;
    // An anchor of a version that has not arrived here yet is shown when it has.
    const here = this.#acknowledged.filter((each) => each.version === version);
    this.#shown = follow(named(here), this.#here(waiting));
    this.#own = follow(this.#own, this.#here(applied));
  }

  /** Follows an anchor of something that is being written here. */
  track(id: string, anchor: Anchor): void {
    this.#own.set(id, anchor);
  }

  /** Follows an anchor that was kept at a version, in what the screen shows now. */
  resume({ id, anchor, version }: PlacedAnchor, doc: Node): void {
    const known = version >= this.#log.beginning && version <= this.#log.version;
    const missed = known ? this.#log.since(version).map(read) : [];
    this.#own.set(id, seatAnchor(follow(new Map([[id, anchor]]), missed).get(id) ?? anchor, doc));
  }

  untrack(id: string): void {
    this.#own.delete(id);
  }

  /** The screen shows another document, to which no steps have led. */
  reopened(doc: Node, waiting: readonly Step[]): void {
    this.received([], waiting);
    for (const [id, anchor] of this.#own) this.#own.set(id, seatAnchor(anchor, doc));
  }

  #here(steps: readonly Step[]): MadeStep[] {
    return steps.map((step) => ({ step, by: this.#clientId }));
  }

  #advance(): void {
    const { version } = this.#log;
    const behind = new Set(this.#acknowledged.map((each) => each.version).filter((at) => at < version));
    for (const at of behind) {
      const group = this.#acknowledged.filter((each) => each.version === at);
      const now = follow(named(group), this.#log.since(at).map(read));
      this.#acknowledged = this.#acknowledged.map((each) =>
        each.version === at ? { id: each.id, anchor: now.get(each.id) ?? each.anchor, version } : each,
      );
    }
  }
}

/** A step, and the client that made it. */
interface MadeStep {
  readonly step: Step;
  readonly by: string;
}

function read({ step, clientId }: LoggedStep): MadeStep {
  return { step: Step.fromJSON(schema, step), by: clientId };
}

function named(anchors: readonly PlacedAnchor[]): Map<string, Anchor> {
  return new Map(anchors.map(({ id, anchor }) => [id, anchor]));
}

function follow(anchors: ReadonlyMap<string, Anchor>, steps: readonly MadeStep[]): Map<string, Anchor> {
  let now: readonly Anchor[] = [...anchors.values()];
  for (const { step, by } of steps) now = followStep(now, step, by);
  const result = new Map<string, Anchor>();
  for (const [index, id] of [...anchors.keys()].entries()) {
    const anchor = now[index];
    if (anchor) result.set(id, anchor);
  }
  return result;
}
