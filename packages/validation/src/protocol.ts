import type { Finding } from './finding.js';
import type { Schemas } from './validator.js';

/** What a page sends to the validation worker. The schemas come first, once. */
export type ValidationRequest =
  | ({ readonly type: 'schemas' } & Schemas)
  | { readonly type: 'validate'; readonly id: number; readonly source: string };

/**
 * What the worker answers. Each `validate` is answered once: with its findings, or as `superseded` when a later one
 * arrived before it was begun. `failed` without `id` means that the schemas cannot be used.
 */
export type ValidationResponse =
  | { readonly type: 'ready'; readonly milliseconds: number }
  | {
      readonly type: 'findings';
      readonly id: number;
      readonly findings: readonly Finding[];
      readonly milliseconds: number;
    }
  | { readonly type: 'superseded'; readonly id: number }
  | { readonly type: 'failed'; readonly id?: number; readonly message: string };

/** The side of a worker, or of a message port, that is needed here. */
export interface MessageEndpoint<Sent, Received> {
  postMessage(message: Sent): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Received }) => void): void;
}
