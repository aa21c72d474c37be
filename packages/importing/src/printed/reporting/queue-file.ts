import type { PrintedVolume } from '../import-printed-volume.js';

/**
 * The queue as JSON, to be filled in and given back as decisions: each doubt with the line of the source, what is proposed and what
 * else there is, and at its end `choice` and `value`, null until somebody decides. Decisions that meet nothing follow, so that
 * none is lost.
 */
export function queueFile({ queue, unmet }: Pick<PrintedVolume, 'queue' | 'unmet'>): string {
  const entries = queue.map(
    ({ id, line, document, source, why, proposal, alternatives, value, valueCalled, decided }) => ({
      id,
      line,
      ...(document === undefined ? {} : { document }),
      source,
      why,
      proposal: { ...proposal, ...(value ? { value } : {}) },
      alternatives,
      ...(valueCalled === undefined ? {} : { valueIs: valueCalled }),
      choice: decided?.choice ?? null,
      value: decided?.value ?? null,
    }),
  );
  const rest = unmet.map(({ id, choice, value }) => ({
    id,
    why: 'No line of this source raises this doubt any more.',
    choice: choice ?? null,
    value: value ?? null,
  }));
  return `${JSON.stringify([...entries, ...rest], undefined, 2)}\n`;
}
