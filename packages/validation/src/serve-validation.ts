import type { MessageEndpoint, ValidationRequest, ValidationResponse } from './protocol.js';
import type { Schemas, Validator } from './validator.js';

/**
 * Answers requests at one end of a channel. The latest wins: a source that is still waiting when a newer one arrives
 * is not checked.
 */
export function serveValidation(endpoint: MessageEndpoint<ValidationResponse, ValidationRequest>): void {
  let validator: Validator | undefined;
  let waiting: { id: number; source: string } | undefined;
  let scheduled = false;

  const check = (): void => {
    scheduled = false;
    const request = waiting;
    if (validator === undefined || request === undefined) return;
    waiting = undefined;
    const begun = performance.now();
    try {
      const findings = validator.validate(request.source);
      endpoint.postMessage({
        type: 'findings',
        id: request.id,
        findings,
        milliseconds: performance.now() - begun,
      });
    } catch (error) {
      endpoint.postMessage({ type: 'failed', id: request.id, message: messageOf(error) });
    }
  };

  // A turn of the event loop lets every message that has already arrived in, so that only the last of them is checked.
  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setTimeout(check, 0);
  };

  endpoint.addEventListener('message', ({ data }) => {
    if (data.type === 'validate') {
      if (waiting !== undefined) endpoint.postMessage({ type: 'superseded', id: waiting.id });
      waiting = { id: data.id, source: data.source };
      schedule();
      return;
    }
    const begun = performance.now();
    compile(data).then(
      (made) => {
        validator?.dispose();
        validator = made;
        endpoint.postMessage({ type: 'ready', milliseconds: performance.now() - begun });
        schedule();
      },
      (error: unknown) => endpoint.postMessage({ type: 'failed', message: messageOf(error) }),
    );
  });
}

/**
 * The validator is loaded with a wait at its top level; a worker that waited for it before it listened would lose the
 * messages that arrive meanwhile.
 */
async function compile(schemas: Schemas): Promise<Validator> {
  const { createValidator } = await import('./create-validator.js');
  return createValidator(schemas);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
