import { readJson, SettingsError } from '../settings/settings-error.js';
import type { Decision, Decisions } from './queue-entry.js';

/** Decisions that cannot be taken; the message says which and what to do. */
export class DecisionError extends SettingsError {
  override readonly name = 'DecisionError';
}

/**
 * Reads decisions from JSON: a list of objects with the `id` of an entry of the queue and a `choice`, a `value`, or both. An entry
 * of which both are null is not decided, so that a queue as it was written can be filled in and given back.
 *
 * @example readDecisions('[{ "id": "number-lost-1f0c88a2", "value": "12" }]')
 * @throws {DecisionError} for what is no such list
 */
export function readDecisions(json: string): Decisions {
  const read = readJson(json, 'The decisions', DecisionError);
  if (!Array.isArray(read))
    throw new DecisionError(
      'The decisions are to be a list, such as [{ "id": "number-lost-1f0c88a2", "value": "12" }].',
    );
  const decisions = read.flatMap(readDecision);
  const ids = new Set<string>();
  for (const { id } of decisions) {
    if (ids.has(id)) throw new DecisionError(`There are two decisions on ${id}. Leave one.`, [id]);
    ids.add(id);
  }
  return decisions;
}

function readDecision(read: unknown, index: number): Decision[] {
  const place = `Decision ${index + 1}`;
  if (typeof read !== 'object' || read === null || !('id' in read) || typeof read.id !== 'string')
    throw new DecisionError(`${place} has no “id”: that of an entry of the queue.`);
  const choice = 'choice' in read ? read.choice : undefined;
  const value = 'value' in read ? read.value : undefined;
  if (choice === undefined && value === undefined)
    throw new DecisionError(`${place} (${read.id}) says nothing: give a “choice” or a “value”.`, [read.id]);
  if (!isTextOrNone(choice) || !isTextOrNone(value))
    throw new DecisionError(`${place} (${read.id}): “choice” and “value” are to be texts.`, [read.id]);
  if ((choice ?? value ?? null) === null) return [];
  return [
    {
      id: read.id,
      ...(typeof choice === 'string' ? { choice } : {}),
      ...(typeof value === 'string' ? { value } : {}),
    },
  ];
}

function isTextOrNone(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === 'string';
}
