import type { Finding } from './finding.js';
import type { MessageEndpoint, ValidationRequest, ValidationResponse } from './protocol.js';
import type { Schemas } from './validator.js';

/** Why a worker could not check: its schemas cannot be used, or a rule of theirs failed. */
export class ValidationFailed extends Error {
  override readonly name = 'ValidationFailed';
}

/** A validator at the other end of a channel. */
export interface RemoteValidator {
  /** Settles when the schemas are compiled; rejects with {@link ValidationFailed} when they cannot be. */
  readonly ready: Promise<void>;
  /** The findings, or nothing when a later call came before this one's turn. */
  validate(source: string): Promise<readonly Finding[] | undefined>;
}

/**
 * Speaks to a worker that runs {@link serveValidation}.
 *
 * @example
 * const worker = new Worker(new URL('./validation-worker.ts', import.meta.url), { type: 'module' });
 * const validator = connectValidator(worker, { rng, sch });
 * const findings = await validator.validate(source);
 */
export function connectValidator(
  endpoint: MessageEndpoint<ValidationRequest, ValidationResponse>,
  schemas: Schemas,
): RemoteValidator {
  const calls = new Map<number, PromiseWithResolvers<readonly Finding[] | undefined>>();
  const ready = withResolvers<void>();
  let next = 1;
  let failed: ValidationFailed | undefined;

  endpoint.addEventListener('message', ({ data }) => {
    if (data.type === 'ready') {
      ready.resolve();
    } else if (data.type === 'failed' && data.id === undefined) {
      failed = new ValidationFailed(data.message);
      ready.reject(failed);
      for (const call of calls.values()) call.reject(failed);
      calls.clear();
    } else if (data.id !== undefined) {
      const call = calls.get(data.id);
      calls.delete(data.id);
      if (data.type === 'findings') call?.resolve(data.findings);
      else if (data.type === 'failed') call?.reject(new ValidationFailed(data.message));
      else call?.resolve(undefined);
    }
  });
  // A caller may never ask whether the schemas were good; its calls will tell.
  ready.promise.catch(() => undefined);
  endpoint.postMessage({ type: 'schemas', rng: schemas.rng, sch: schemas.sch });

  return {
    ready: ready.promise,
    validate: (source) => {
      if (failed !== undefined) return Promise.reject(failed);
      const call = withResolvers<readonly Finding[] | undefined>();
      const id = next++;
      calls.set(id, call);
      endpoint.postMessage({ type: 'validate', id, source });
      return call.promise;
    },
  };
}

interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

/** `Promise.withResolvers`, which Node 20 does not have. */
function withResolvers<T>(): PromiseWithResolvers<T> {
  let resolve: PromiseWithResolvers<T>['resolve'] = () => undefined;
  let reject: PromiseWithResolvers<T>['reject'] = () => undefined;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
