import { joinedSteps } from '@chancery/prosemirror-tei';
import type { StepJson } from '@chancery/server/api';
import type { Node } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';

/** One acknowledged step, and the client that made it. */
export interface LoggedStep {
  readonly step: StepJson;
  readonly clientId: string;
}

/** The acknowledged steps of a letter since a state that it was in, and the document that they lead to. */
export class StepLog {
  readonly #base: Node;
  readonly #baseVersion: number;
  readonly #steps: LoggedStep[] = [];
  #doc: Node;

  /** @throws StepLogBroken when a step does not apply to what is before it. */
  constructor(base: Node, baseVersion: number, steps: readonly LoggedStep[]) {
    this.#base = base;
    this.#baseVersion = baseVersion;
    this.#doc = base;
    this.append(steps);
  }

  /** The document at the last acknowledged version. */
  get doc(): Node {
    return this.#doc;
  }

  /** The version that the log begins upon: what was before is not known here. */
  get beginning(): number {
    return this.#baseVersion;
  }

  /** The last acknowledged version. */
  get version(): number {
    return this.#baseVersion + this.#steps.length;
  }

  get steps(): readonly LoggedStep[] {
    return this.#steps;
  }

  /** Takes up steps that were acknowledged. */
  append(steps: readonly LoggedStep[]): void {
    this.#doc = follow(this.#doc, steps);
    this.#steps.push(...steps);
  }

  /** Whether the letter was ever at this version, as far as is known here. */
  knows(version: number): boolean {
    return version >= this.#baseVersion && version <= this.version;
  }

  /** The document as it was at an earlier version. */
  docAt(version: number): Node {
    return follow(this.#base, this.#steps.slice(0, version - this.#baseVersion));
  }

  /** The steps acknowledged after a version. */
  since(version: number): readonly LoggedStep[] {
    return this.#steps.slice(version - this.#baseVersion);
  }
}

/** The stored steps of a letter do not lead from its base to its present text. */
export class StepLogBroken extends Error {
  override readonly name = 'StepLogBroken';
}

function follow(doc: Node, steps: readonly LoggedStep[]): Node {
  let now = doc;
  for (const step of joinedSteps(steps.map((each) => Step.fromJSON(doc.type.schema, each.step)))) {
    const result = step.apply(now);
    if (!result.doc) throw new StepLogBroken(result.failed ?? 'a step of the log does not apply');
    now = result.doc;
  }
  return now;
}
