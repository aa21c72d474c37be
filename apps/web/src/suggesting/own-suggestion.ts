import { condense, rebaseSuggestion, schema } from '@chancery/prosemirror-tei';
import type { Proposal } from '@chancery/server/api';
import type { Node } from 'prosemirror-model';
import { ReplaceStep, Step, type StepMap } from 'prosemirror-transform';
import type { StepLog } from '../saving/step-log.js';

/** A suggestion of the person at the desk, as this window has it. */
export interface OwnSuggestion {
  /** By which changes in the view are known as its own, as long as the view is open; the id may become another. */
  readonly label: string;
  readonly id: string;
  /** The revision that the server has; 0 when it has none. */
  readonly revision: number;
  /** The change, upon the letter alone at `version`. */
  readonly steps: readonly Step[];
  readonly version: number;
  readonly reason: string;
  /** The change as the server has it, upon the same version. */
  readonly sent: readonly Step[];
  /** The name under which it was last sent. */
  readonly write: string | undefined;
  /** `view` when the view is ahead of `steps`; `device` when the server lacks something; `server` when it has all. */
  readonly at: 'view' | 'device' | 'server';
  /** How often its author has changed it in this window. */
  readonly edits: number;
  /** When the server last acknowledged it, by the clock that only runs forward. */
  readonly heard: number;
  /** Others have changed its place: it can stand in the letter no longer. */
  readonly gone: boolean;
}

/** A suggestion that nothing is known of yet. */
export function newSuggestion(label: string, version: number): OwnSuggestion {
  const nothing = { revision: 0, steps: [], sent: [], reason: '', write: undefined, edits: 0, heard: 0 };
  return { label, id: crypto.randomUUID(), version, at: 'server', gone: false, ...nothing };
}

/** What was done since a version, as maps; undefined when this window does not know it. */
export function mapsSince(log: StepLog, version: number): readonly StepMap[] | undefined {
  if (!log.knows(version)) return undefined;
  return log.since(version).map(({ step }) => Step.fromJSON(schema, step).getMap());
}

/** The suggestion where the letter is now; as it was, and `gone`, when it no longer fits. */
export function followed(own: OwnSuggestion, log: StepLog): OwnSuggestion {
  if (own.version === log.version || own.gone) return own;
  const over = mapsSince(log, own.version);
  if (!over) return { ...own, gone: true };
  const { version, doc } = log;
  const sent = rebaseSuggestion(own.sent, over, doc).steps;
  if (own.steps.length === 0) return { ...own, sent, version };
  const { steps, fit } = rebaseSuggestion(own.steps, over, doc);
  return fit === 'none' ? { ...own, gone: true } : { ...own, steps, sent, version };
}

/** The same with another change, as few steps as say it; none when it comes to nothing. */
export function changedTo(own: OwnSuggestion, steps: readonly Step[], log: StepLog): OwnSuggestion {
  const { doc, version } = log;
  const few = condense(doc, steps);
  const now = { ...followed({ ...own, steps: [] }, log), version, gone: false };
  return { ...now, steps: sameAs(doc, few) ? [] : few, at: 'device' };
}

/** Whether steps lead back to where they begin. */
function sameAs(doc: Node, steps: readonly Step[]): boolean {
  return follow(doc, steps).eq(doc);
}

/** The document after steps. */
export function follow(doc: Node, steps: readonly Step[]): Node {
  let now = doc;
  for (const step of steps) now = step.apply(now).doc ?? now;
  return now;
}

/** What a suggestion says beyond what the server has of it, as one step upon that. */
export function addedSince({ sent, steps }: OwnSuggestion, doc: Node): Step | undefined {
  const before = follow(doc, sent);
  const after = follow(doc, steps);
  const from = before.content.findDiffStart(after.content);
  const ends = before.content.findDiffEnd(after.content);
  if (from === null || !ends) return undefined;
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b));
  return new ReplaceStep(from, ends.a + overlap, after.slice(from, ends.b + overlap));
}

/** As it is sent. */
export function asProposal(own: OwnSuggestion, write: string): Proposal {
  const { id, revision, version, steps, reason } = own;
  return { id, revision, write, version, steps: steps.map((step) => step.toJSON()), reason };
}
