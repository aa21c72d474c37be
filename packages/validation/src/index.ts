export { broughtFindings } from './brought-findings.js';
export { createValidator } from './create-validator.js';
export type { Finding, FindingOrigin, Fix, FixChange, Renaming, Severity } from './finding.js';
export { SchemaError } from './schema-error.js';
export type { Schemas, Validator } from './validator.js';
