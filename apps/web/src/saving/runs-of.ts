import type { LoggedStep } from './step-log.js';

/**
 * Acknowledged steps in runs, each either all by one client or all by others. prosemirror-collab knows a client's own steps
 * again only at the beginning of what it is given: own steps behind those of others it would take for somebody's, and
 * make the change once more. They stand so after a window was closed in the moment between the acknowledgement of a change
 * and the note of it on the device.
 */
export function runsOf(steps: readonly LoggedStep[], clientId: string): readonly (readonly LoggedStep[])[] {
  const runs: LoggedStep[][] = [];
  for (const step of steps) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && (last.clientId === clientId) === (step.clientId === clientId)) run.push(step);
    else runs.push([step]);
  }
  return runs;
}
