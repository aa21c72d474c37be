import type { MessageEndpoint, ValidationRequest, ValidationResponse } from './protocol.js';
import { serveValidation } from './serve-validation.js';

/**
 * The entry of a module worker. With a bundler: a file of the application that holds
 * `import '@chancery/validation/worker'`, opened with `new Worker(new URL(…), { type: 'module' })`.
 * A content security policy must allow `'wasm-unsafe-eval'` for it.
 */
serveValidation(globalThis as unknown as MessageEndpoint<ValidationResponse, ValidationRequest>);
