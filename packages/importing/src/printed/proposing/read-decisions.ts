import type { Decision, Decisions } from './queue-entry.js';

/** Decisions that cannot be taken; the message says which and what to do. */
export class DecisionError extends Error {
  override readonly name = 'DecisionError';
}

/**
 * Reads decisions from JSON: a list of objects with the `id` of an entry of the queue and a `choice`, a `value`, or both.
 *
 * @example readDecisions('[{ "id": "number-lost-1f0c88a2", "value": "12" }]')
 * @throws {DecisionError} for what is no such list
 */
export function readDecisions(json: string): Decisions {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch (error) {
    throw new DecisionError(
      `The decisions are no JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (!Array.isArray(read))
    throw new DecisionError(
      'The decisions are to be a list, such as [{ "id": "number-lost-1f0c88a2", "value": "12" }].',
    );
  const decisions = read.map(readDecision);
  const ids = decisions.map(({ id }) => id);
  const doubled = ids.find((id, index) => ids.indexOf(id) !== index);
  if (doubled !== undefined) throw new DecisionError(`There are two decisions on ${doubled}. Leave one.`);
  return decisions;
}

function readDecision(read: unknown, index: number): Decision {
  const place = `Decision ${index + 1}`;
  if (typeof read !== 'object' || read === null || !('id' in read) || typeof read.id !== 'string')
    throw new DecisionError(`${place} has no “id”: that of an entry of the queue.`);
  const choice = 'choice' in read ? read.choice : undefined;
  const value = 'value' in read ? read.value : undefined;
  if (choice === undefined && value === undefined)
    throw new DecisionError(`${place} (${read.id}) says nothing: give a “choice” or a “value”.`);
  if (!isTextOrNone(choice) || !isTextOrNone(value))
    throw new DecisionError(`${place} (${read.id}): “choice” and “value” are to be texts.`);
  return {
    id: read.id,
    ...(choice === undefined ? {} : { choice }),
    ...(value === undefined ? {} : { value }),
  };
}

function isTextOrNone(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}
