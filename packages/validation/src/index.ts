export { createValidator } from './create-validator.js';
export type { Finding, FindingOrigin, Fix, FixChange, Severity } from './finding.js';
export type { MessageEndpoint, ValidationRequest, ValidationResponse } from './protocol.js';
export { connectValidator, type RemoteValidator, ValidationFailed } from './remote-validator.js';
export { SchemaError } from './schema-error.js';
export { serveValidation } from './serve-validation.js';
export type { Schemas, ValidateOptions, Validator } from './validator.js';
